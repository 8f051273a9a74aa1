import {describe, expect, test} from "vitest";
import {drawsOf} from "../../../bench/calibrate/draws.ts";
import {chance} from "../../../fixtures/sample/chance.ts";

const draws = drawsOf(chance(1, "draws"));
const moments = (size: number, draw: () => number) => {
  const all = Array.from({length: size}, draw);
  const mean = all.reduce((sum, each) => sum + each, 0) / size;
  return {mean, variance: all.reduce((sum, each) => sum + (each - mean) ** 2, 0) / size, all};
};

describe("Poisson counts have their mean as variance", () => {
  for (const mean of [0.3, 4, 30, 3000])
    test(`mean ${mean}`, () => {
      const drawn = moments(20_000, () => draws.poisson(mean));
      expect(drawn.mean / mean).toBeCloseTo(1, 1);
      expect(drawn.variance / mean).toBeCloseTo(1, 1);
      expect(drawn.all.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
    });
  test("zeros as often as they should be", () =>
    expect(moments(20_000, () => draws.poisson(1.5)).all.filter((count) => count === 0).length / 20_000).toBeCloseTo(Math.exp(-1.5), 2));
});
test("factors lie around one with the variation asked for", () => {
  const {mean, variance} = moments(20_000, () => draws.factor(0.2));
  expect([mean, Math.sqrt(variance)]).toEqual([expect.closeTo(1, 1), expect.closeTo(0.2, 2)]);
});
test("one seed, one world", () => expect(drawsOf(chance(7, "w")).poisson(50)).toBe(drawsOf(chance(7, "w")).poisson(50)));
