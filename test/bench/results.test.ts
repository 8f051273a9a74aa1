import {expect, test} from "vitest";
import {complaints, type Line, readLines, withLine} from "../../bench/proof/results.ts";

const line = (change: Partial<Line> = {}): Line => ({
  name: "order",
  result: "hält",
  figure: "20 von 20 | gleich",
  date: "2026-11-22",
  commit: "abc",
  machine: "2 Kerne",
  seed: "1",
  files: "f1",
  seconds: "12",
  ...change,
});

test("a line is read as it was written, bars in it too", () => expect(readLines(withLine("", line()))).toEqual([line()]));
test("the newest line of a name is the first, the older one is kept below", () => {
  const text = withLine(withLine(withLine("", line()), line({name: "kill"})), line({date: "2026-11-23"}));
  expect(readLines(text)).toEqual([line({name: "kill"}), line({date: "2026-11-23"}), line()]);
  expect(text.indexOf("## Frühere")).toBeGreaterThan(text.indexOf("2026-11-23"));
  expect(text.indexOf("## Frühere")).toBeLessThan(text.lastIndexOf("2026-11-22 | abc"));
});
test("a line break cannot break the table", () => expect(readLines(withLine("", line({figure: "a\nb"})))[0]?.figure).toBe("a b"));

test("a proof on the state of its files is not complained about", () => expect(complaints(withLine("", line()), {order: "f1"})).toEqual([]));
test("a missing one is", () => expect(complaints("", {order: "f1"})[0]).toContain("order: noch nicht nachgewiesen"));
test("a stale one is", () => expect(complaints(withLine("", line()), {order: "f2"})[0]).toContain("order: veraltet"));
test("one that does not hold is", () => expect(complaints(withLine("", line({result: "hält nicht"})), {order: "f1"})[0]).toContain("order: hält nicht"));
test("an older line that held does not help", () =>
  expect(complaints(withLine(withLine("", line()), line({result: "hält nicht"})), {order: "f1"})[0]).toContain("hält nicht"));
test("a line of before seconds were noted is still read", () => {
  const old = withLine("", line({seconds: ""}))
    .replaceAll(" | Sekunden |", " |")
    .replaceAll("| --- | --- |\n", "| --- |\n")
    .replaceAll(" |  |", " |");
  expect(old).not.toContain("Sekunden");
  expect(readLines(old)).toEqual([line({seconds: ""})]);
});
