import {expect, test} from "vitest";
import {copyOf, type} from "../../../fixtures/faults/book/book.ts";
import {openBook, saveBook} from "../../../fixtures/faults/book/package.ts";
import type {Shape} from "../../../fixtures/faults/fault.ts";
import {retitled, withoutRow, withoutSheet} from "../../../fixtures/faults/kinds/shapes.ts";
import {oneReturn} from "../../../fixtures/sample/one-return.ts";
import {checkReading} from "../../../pipelines/check/check-reading.ts";
import {readWorkbook} from "../../../pipelines/read/read-workbook.ts";

const clean = openBook(await oneReturn({body: "05774"}));
/** Findings of the small return with entries and a sheet, column or row done away with, as `rule place`. */
const said = (entries: Readonly<Record<string, number | string>>, shape?: Shape): string[] => {
  const book = copyOf(clean);
  for (const [at, value] of Object.entries(entries)) type(book, at, value);
  shape?.change(book);
  return checkReading(readWorkbook(saveBook(book, clean))).findings.map(
    ({rule, at}) => `${rule} ${"cell" in at ? `${at.sheet}!${at.cell}` : "sheet" in at ? at.sheet : "Datei"}`,
  );
};

test("posts at authorities are not missing from a sheet that is missing itself", () => {
  const findings = said({}, withoutSheet("10_Baustein3"));
  expect(findings).toContain("STR-002 10_Baustein3");
  expect(findings.filter((finding) => finding.startsWith("XS-003"))).toEqual([]);
});
test("a lost column silences its own table, not one beside it with the same field", () => {
  const findings = said({"04_Merkmale!D51": 9}, retitled("04_Merkmale", "D18", "erledigt?", [19, 23]));
  expect(findings).toEqual(expect.arrayContaining(["STR-003 04_Merkmale", "SUM-007 04_Merkmale!D50"]));
  expect(findings).not.toContain("SUM-007 04_Merkmale!D19");
});
test("a lost row leaves the total open; the other rows are still compared", () => {
  const findings = said({"05_Themen!E7": 99, "05_Themen!D7": 9}, withoutRow("05_Themen", 20));
  expect(findings).toEqual(expect.arrayContaining(["STR-003 05_Themen", "SUM-019 05_Themen!E7"]));
  expect(findings.filter((finding) => finding.startsWith("SUM-009"))).toEqual([]);
});
test("a number of a row that cannot be understood is not called empty", () => {
  const findings = said({"10_Baustein3!A7": "52062"});
  expect(findings).toContain("CL-006 10_Baustein3!A7");
  expect(findings.filter((finding) => finding.startsWith("TYP-001"))).toEqual([]);
});
test("an amount that cannot be read silences its own Baustein only", () => {
  const findings = said({"12_Finanzen!C14": "siehe Anlage", "12_Finanzen!D14": 1000});
  expect(findings).toEqual(expect.arrayContaining(["TYP-007 12_Finanzen!C14", "SUM-018 12_Finanzen!D14"]));
  expect(findings).not.toContain("SUM-018 12_Finanzen!C14");
});
