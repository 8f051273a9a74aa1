import {expect, test} from "vitest";
import {cleaned, readNumberText, saysUnknown} from "../../../../pipelines/read/values/text.ts";

const counts: Record<string, object> = {
  "17": {decimal: "17"},
  " 17 ": {decimal: "17"},
  "'17": {decimal: "17"},
  "1.234": {decimal: "1234"},
  "1.234.567": {decimal: "1234567"},
  "1,234,567": {decimal: "1234567"},
  "1\u00a0234": {decimal: "1234"},
  "1\u2009234": {decimal: "1234"},
  "1\u202f234": {decimal: "1234"},
  "1'234": {decimal: "1234"},
  "12 Fälle": {decimal: "12"},
  "12 Fälle geschätzt": {why: "not-a-number"},
  "-3": {decimal: "-3"},
  "− 3": {decimal: "-3"},
  "12,5": {decimal: "12.5"},
  "1,234": {why: "ambiguous-number"},
  "12.34.56": {why: "not-a-number"},
  "ca. 50": {why: "not-a-number"},
  "12²": {why: "not-a-number"},
  zwölf: {why: "not-a-number"},
  "1e3": {why: "not-a-number"},
  "k. A.": {unknown: true},
  "k.A.": {unknown: true},
  "K. a.": {unknown: true},
  "keine Angabe": {unknown: true},
  "n. b.": {unknown: true},
};
for (const [text, expected] of Object.entries(counts)) test(`count: ${text}`, () => expect(readNumberText(text, true)).toEqual(expected));

const amounts: Record<string, object> = {
  "12345,67": {decimal: "12345.67"},
  "12345.67": {decimal: "12345.67"},
  "1.234,56": {decimal: "1234.56"},
  "1,234.56": {decimal: "1234.56"},
  "1.234,56 €": {decimal: "1234.56"},
  "€ 12,50": {decimal: "12.50"},
  "0,5 VZÄ": {decimal: "0.5"},
  "0.5": {decimal: "0.5"},
  "0,125": {decimal: "0.125"},
  "12.345": {why: "ambiguous-number"},
  "12,345": {why: "ambiguous-number"},
  "1234.567": {decimal: "1234.567"},
  "5 €€": {why: "not-a-number"},
};
for (const [text, expected] of Object.entries(amounts)) test(`amount: ${text}`, () => expect(readNumberText(text, false)).toEqual(expected));

test("blanks of other programs become one blank", () => expect(cleaned("\ufeff Rathaus\u00a0\u2003Alsdorf\u200b ")).toBe("Rathaus Alsdorf"));
test("an answer that begins like k. A. is not one", () => expect(saysUnknown("k. A. bis Mai")).toBe(false));
test.each(["a\u0000b", "a\u001fb", "a\ud800b", "a\uffffb"])("what no page and no file can hold, %j, becomes a replacement character", (text) =>
  expect(cleaned(text)).toBe("a\ufffdb"),
);
