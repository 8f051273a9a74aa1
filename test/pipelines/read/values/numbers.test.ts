import {expect, test} from "vitest";
import {unitsOfNumber, unitsOfText} from "../../../../pipelines/read/values/numbers.ts";

test("the noise of adding decimals is rounded away", () => expect(unitsOfNumber(0.1 + 0.2, 2)).toEqual({value: 30n}));
test("a count with decimals is a fraction, not rounded", () => expect(unitsOfNumber(12.5, 0)).toEqual({why: "fraction"}));
test("a third decimal is too fine, not rounded", () => expect(unitsOfNumber(0.125, 2)).toEqual({why: "decimals"}));
test("cents of large amounts stay exact", () => expect(unitsOfNumber(12345678.91, 2)).toEqual({value: 1234567891n}));
test("what no return can hold is no number", () =>
  expect([1e300, Number.NaN, 2e15].map((number) => unitsOfNumber(number, 0))).toEqual(Array(3).fill({why: "not-a-number"})));

test("text becomes the same units", () => expect(unitsOfText("-12.5", 2)).toEqual({value: -1250n}));
test("zeros behind the last place do no harm", () => expect(unitsOfText("12.000", 0)).toEqual({value: 12n}));
test("decimals in a count are a fraction", () => expect(unitsOfText("12.5", 0)).toEqual({why: "fraction"}));
test("a number of thirty digits is none of ours", () => expect(unitsOfText("9".repeat(30), 0)).toEqual({why: "not-a-number"}));
