import {expect, test} from "vitest";
import {csvRows, unguarded} from "../../../pipelines/attack/files/csv-rows.ts";
import {csvField, guarded, guardedForSpreadsheets} from "../../../schemas/tables/csv-text.ts";

const run = ["=1+1", "+49", "-5", "@SUM(A1)", "\t=1", "\r=1", "\nx", "＝1", "＋1", "－1", "＠x", "  =1", '"=1"', "\u200b=1", "\ufeff@x", "\u202e=1", "−1"];
test.each(run)("%j is never the first thing a spreadsheet sees", (text) => expect(guarded(text)).toBe(`'${text}`));
test.each(["007", "1-2", "3/4", "1E5", "1.2.2024", "Mai 2024", "1. Mai", "WAHR", "12,50", "12345678901234567890", " 12,0 "])(
  "a spreadsheet keeps %j as it is",
  (text) => expect([guardedForSpreadsheets(text), guarded(text)]).toEqual([`'${text}`, text]),
);
test.each(["Rathaus", "650", "05334 Aachen", "2025-H2 offen", "E01", "03_Fallzahlen", "– kein –", "a=b", "Maibaum 3a"])("%j stays as it is", (text) =>
  expect(guardedForSpreadsheets(text)).toBe(text),
);

const texts = [
  ...run,
  "'s Treff am Markt",
  "''",
  "'",
  "'=1",
  "''=1",
  "",
  " ",
  "a;b",
  "a,b",
  'sagte "ja"',
  '"',
  "\r\n",
  "a\u2028b",
  "NULL",
  "Rathaus",
  "x".repeat(32_000),
];
test.each([",", ";"] as const)("whatever is written with %j between comes back exactly", (separator) => {
  for (const guard of [guarded, guardedForSpreadsheets]) {
    const line = texts.map((text) => csvField(guard(text), separator)).join(separator);
    expect(csvRows(line, separator)).toEqual([texts.map(guard)]);
    expect(csvRows(line, separator)[0]?.map((shown) => unguarded(shown ?? "nothing"))).toEqual(texts);
  }
});
