import {globSync} from "node:fs";
import {basename} from "node:path";
import {expect, test} from "vitest";
import {measures, promised} from "../../bench/proof/measures.ts";
import {runAsText} from "../../bench/proof/run-measure.ts";
import {root} from "../../bench/proof/workshop.ts";

test.each(Object.entries(measures))("%s can be loaded, says what it promises and hangs on its own file", async (name, {says, files, load}) => {
  expect(typeof (await load())).toBe("function");
  expect(says.length).toBeGreaterThan(20);
  expect(globSync([...files], {cwd: root})).toContainEqual(expect.stringMatching(new RegExp(`^bench/([\\w-]+/)?${name}\\.ts$`)));
});
const alone = ["bench/prove.ts"];
test("no measure lies around unregistered", () => {
  const files = globSync(["bench/*.ts", "bench/timing/*.ts"], {cwd: root}).filter((path) => !alone.includes(path));
  expect(files.map((path) => basename(path, ".ts")).filter((name) => !Object.hasOwn(measures, name))).toEqual([]);
});
test("an unknown measure is refused with those that are known", () => expect(() => promised("tea")).toThrow(/unknown measure: tea \(known: .*start/));
test("a run that does not hold says so", () =>
  expect(runAsText({name: "order", ok: false, figure: "3 von 4", lines: ["Lauf 2 anders"], files: "f", seconds: 1.25})).toBe(
    "order: HÄLT NICHT – 3 von 4 (1.3 s)\n  Lauf 2 anders",
  ));
