import {describe, expect, test} from "vitest";
import {chanceBeyond, chanceFrom, chanceUpTo, incompleteBeta} from "../../../../pipelines/check/plausibility/negative-binomial.ts";

/** The same chance, added up count by count from the definition. */
const addedUp = (until: number, mean: number, size: number): number => {
  let [term, sum] = [(size / (size + mean)) ** size, 0];
  for (let count = 0; count <= until; count += 1) {
    sum += term;
    term *= ((size + count) / (count + 1)) * (mean / (size + mean));
  }
  return sum;
};

describe("chances of counts", () => {
  for (const [count, mean, size] of [
    [0, 0.3, 0.5],
    [2, 0.9, 4],
    [12, 50, 30],
    [80, 50, 30],
    [31, 30, 1000],
    [950, 1000, 200],
  ] as const)
    test(`${count} of ${mean}, size ${size}`, () => {
      expect(chanceUpTo(count, {mean, size})).toBeCloseTo(addedUp(count, mean, size), 9);
      expect(chanceUpTo(count, {mean, size}) + chanceFrom(count + 1, {mean, size})).toBeCloseTo(1, 9);
    });
  test("less than nothing never, at least nothing always", () =>
    expect([chanceUpTo(-1, {mean: 3, size: 5}), chanceFrom(0, {mean: 3, size: 5})]).toEqual([0, 1]));
  test("a large size is Poisson", () => expect(chanceUpTo(0, {mean: 3, size: 1e7})).toBeCloseTo(Math.exp(-3), 6));
  test("small chances keep their digits", () => expect(chanceFrom(200, {mean: 50, size: 1e6}) / 3.7e-57).toBeGreaterThan(0.1));
});

describe("known values", () => {
  // Tables of Student's t: two-sided 5 % at 7 and 1 % at 11 degrees of freedom.
  test("t, 7 degrees", () => expect(chanceBeyond(2.3646, 7)).toBeCloseTo(0.05, 5));
  test("t, 11 degrees", () => expect(chanceBeyond(-3.1058, 11)).toBeCloseTo(0.01, 5));
  test("the binomial of ten throws", () => expect(incompleteBeta(0.5, 0.5, 8, 3)).toBeCloseTo(56 / 1024, 12));
});
