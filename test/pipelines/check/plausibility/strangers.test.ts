import {describe, expect, test} from "vitest";
import {groupsOf, isStrange} from "../../../../pipelines/check/plausibility/strangers.ts";
import {bodies, bodyOf, hasMunicipalities} from "../../../../schemas/codes/bodies.ts";
import {levels} from "../../../../schemas/rules/pla/levels.ts";
import {neighboursOf} from "../../../../schemas/rules/pla/neighbours.ts";

const paderborn = "05774";
const figures = (erstberatungen: number, vzae_monate = 3000) => ({erstberatungen: BigInt(erstberatungen), vzae_monate: BigInt(vzae_monate)});
const counts = [90, 110, 75, 130, 100, 95, 120, 85, 105, 140, 70, 115];
const peers = (size: number) =>
  neighboursOf(paderborn)
    .slice(0, size)
    .map((body, i) => ({body, figures: figures(counts[i]!)}));

describe("neighbours", () => {
  test("twelve others of the kind for each body", () => {
    expect(bodies.map(({key}) => neighboursOf(key).length)).toEqual(bodies.map(() => 12));
    expect(bodies.filter(({key}) => neighboursOf(key).includes(key))).toEqual([]);
    expect(bodies.filter((own) => neighboursOf(own.key).some((key) => hasMunicipalities(bodyOf(key)) !== hasMunicipalities(own)))).toEqual([]);
  });
  test("the nearest by inhabitants first", () => expect(neighboursOf("05315")[0]).toBe("05111"));
});

describe("a group", () => {
  const [group] = groupsOf(paderborn, figures(100), peers(12), levels);
  test("its middle is the usual rate times the own months", () => expect(Math.exp(group!.mean) * group!.months).toBeCloseTo(101, -1));
  test("what the neighbours report is not strange, a multiple and a fraction are", () =>
    expect([100, 160, 60, 1500, 4].map((count) => isStrange(group!, count))).toEqual([false, false, false, true, true]));
  test("needs eight", () => expect([7, 8].map((size) => groupsOf(paderborn, figures(100), peers(size), levels).length)).toEqual([0, 1]));
  test("only of neighbours", () => {
    const far = bodies.filter(({key}) => key !== paderborn && !neighboursOf(paderborn).includes(key)).map(({key}) => ({body: key, figures: figures(100)}));
    expect(groupsOf(paderborn, figures(100), far, levels)).toEqual([]);
  });
  test("needs own months", () => expect(groupsOf(paderborn, {erstberatungen: 100n}, peers(12), levels)).toEqual([]));
  test("says nothing where few are to be expected", () => expect(groupsOf(paderborn, figures(0, 100), peers(12), levels)).toEqual([]));
});
