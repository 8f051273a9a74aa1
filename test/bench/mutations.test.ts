import {expect, test} from "vitest";
import {makeBases} from "../../bench/mutations/bases.ts";
import {mutantOf, mutators} from "../../bench/mutations/mutants.ts";
import {judgeMutant} from "../../bench/mutations/outcome.ts";
import {interpret} from "../../pipelines/read/interpret.ts";

const bases = await makeBases();
const mutant = mutantOf(bases, 1, 0);

test("a seed makes the same mutants", () => expect(mutantOf(bases, 7, 21).names).toEqual(mutantOf(bases, 7, 21).names));
test("mutators take turns, so that none is left out", () =>
  expect(new Set(mutators.map((_, n) => mutantOf(bases, 1, n).names[0])).size).toBeGreaterThan(mutators.length * 0.9));
test("a value that changed without a word is a wrong one", () => {
  const reading = interpret(bases[0]!.opened);
  const cells = reading.cells.map((cell) => (cell.field === "koop_neu" ? {...cell, value: cell.value! + 1n} : cell));
  const untouched = {...mutant, base: bases[0]!, opened: bases[0]!.opened, truth: bases[0]!.truth, shortened: false};
  expect(judgeMutant(untouched, reading).outcome).toBe("equal");
  expect(judgeMutant(untouched, {...reading, cells: cells.filter(({field}) => field !== "warteliste")})).toMatchObject({
    outcome: "wrong",
    differences: [expect.stringContaining("koop_neu")],
  });
});
test("without its repair plan the reader would accept wrong values, and the measure sees it", () => {
  const name = "nur zwei Überschriften getauscht";
  const at = mutators.findIndex((each) => each.name === name);
  const some = Array.from({length: 12}, (_, i) => mutantOf(bases, 1, at + i * mutators.length)).filter(({names}) => names.length === 1);
  expect(some.every(({names}) => names[0] === name)).toBe(true);
  expect(some.map((each) => judgeMutant(each).outcome)).not.toContain("wrong");
  expect(some.map((each) => judgeMutant(each, {...interpret(each.opened), repairs: []}).outcome)).toContain("wrong");
});
