import {expect, test} from "vitest";
import {isRoundedFrom, printedNumbers} from "../../../../pipelines/attack/pages/printed-number.ts";

const units = (text: string) => printedNumbers(text).map((number) => `${number.units}e-${number.places}`);

test.each([
  ["1.234 Fälle, davon 56,7 %", ["1234e-0", "567e-1"]],
  ["−5 und +12", ["5e-0", "12e-0"]],
  ["513 Tsd. €", ["513000e-0"]],
  ["1,9 Mio. €", ["19000000e-1"]],
  ["2. Hj. 2025, Stand 31.12.2025, 20.01., 2025-H2", []],
  ["52 von 54", ["52e-0", "54e-0"]],
])("%s", (text, expected) => expect(units(text)).toEqual(expected));

const [brief, exact, other] = ["138,2", "138,15", "138,30"].map((text) => printedNumbers(text)[0]!) as [never, never, never];
test("a number with fewer digits is the same number if it rounds to it", () =>
  expect([isRoundedFrom(brief, exact), isRoundedFrom(brief, other), isRoundedFrom(exact, brief)]).toEqual([true, false, false]));
test("millions are as exact as they are printed", () =>
  expect(["1.850.000", "1.960.000"].map((text) => isRoundedFrom(printedNumbers("1,9 Mio.")[0]!, printedNumbers(text)[0]!))).toEqual([true, false]));
