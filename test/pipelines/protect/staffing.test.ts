import {expect, test} from "vitest";
import {mayShowMean, mayShowStaff} from "../../../pipelines/protect/staffing.ts";

const body = (amount: number, persons: number) => ({amount: BigInt(amount), persons: BigInt(persons)});

test.each([
  ["nobody", [body(0, 0)], true],
  ["two persons of one body", [body(150, 2)], false],
  ["three persons of one body", [body(150, 3)], true],
  ["two bodies", [body(300, 4), body(300, 4)], false],
  ["two bodies and an empty one", [body(300, 4), body(300, 4), body(0, 0)], false],
  ["three bodies", [body(300, 4), body(300, 4), body(300, 4)], true],
  ["three of which one has 80 %", [body(800, 9), body(100, 1), body(100, 1)], true],
  ["three of which one has more", [body(801, 9), body(100, 1), body(99, 1)], false],
])("%s: shown %s", (_, bodies, shown) => expect(mayShowStaff(bodies)).toBe(shown));
test.each([
  [9n, false],
  [10n, true],
])("a mean over %s: %s", (base, shown) => expect(mayShowMean(base)).toBe(shown));
