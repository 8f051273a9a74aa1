import {globSync} from "node:fs";
import {expect, test} from "vitest";
import {measures, promised} from "../../bench/proof/measures.ts";
import {runAsText} from "../../bench/proof/run-measure.ts";
import {root} from "../../bench/proof/workshop.ts";

test.each(Object.entries(measures))("%s can be loaded, says what it promises and hangs on its own file", async (name, {says, files, load}) => {
  expect(typeof (await load())).toBe("function");
  expect(says.length).toBeGreaterThan(20);
  expect(globSync([...files], {cwd: root})).toContain(`bench/${name}.ts`);
});
const alone = ["bench/prove.ts"];
test("no measure lies around unregistered", () =>
  expect(
    globSync("bench/*.ts", {cwd: root})
      .filter((path) => !alone.includes(path))
      .sort(),
  ).toEqual(
    Object.keys(measures)
      .map((name) => `bench/${name}.ts`)
      .sort(),
  ));
test("an unknown measure is refused with those that are known", () => expect(() => promised("tea")).toThrow(/unknown measure: tea \(known: .*start/));
test("a run that does not hold says so", () =>
  expect(runAsText({name: "order", ok: false, figure: "3 von 4", lines: ["Lauf 2 anders"], files: "f", seconds: 1.25})).toBe(
    "order: HÄLT NICHT – 3 von 4 (1.3 s)\n  Lauf 2 anders",
  ));
