import exceljs, {type Workbook, type Worksheet} from "exceljs";
import {beforeAll, describe, expect, test} from "vitest";
import {fieldOfColumn, rowsOf} from "../../../reports/template/columns.ts";
import {fillTemplate} from "../../../reports/template/fill-template.ts";
import {openRows} from "../../../reports/template/blank/validations.ts";
import {codeListOf} from "../../../schemas/codes/lists.ts";
import type {HalfYear} from "../../../schemas/half-year.ts";
import {kimMb10} from "../../../schemas/layouts/kim-mb-1-0.ts";
import type {Column, Table} from "../../../schemas/layouts/layout.ts";
import {emptyPrefill} from "../../../schemas/prefill.ts";

const read = async (bytes: Uint8Array): Promise<Workbook> => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
};
const addresses = (column: Column, [first, last]: readonly [number, number]) =>
  Array.from({length: last - first + 1}, (_, i) => `${column.letter}${first + i}`);
const isOpen = (sheet: Worksheet, address: string) => sheet.getCell(address).protection?.locked === false;
const texts = (values: readonly unknown[]) => values.map(String);

const forms: {name: string; body: string; halfYear: HalfYear; municipal: boolean}[] = [
  {name: "a Kreis in the second half-year", body: "05170", halfYear: "2025-H2", municipal: true},
  {name: "a kreisfreie Stadt in the first half-year", body: "05914", halfYear: "2025-H1", municipal: false},
];
describe.each(forms)("the form of $name", ({body, halfYear, municipal}) => {
  let workbook: Workbook;
  beforeAll(async () => {
    workbook = await read(await fillTemplate({body, halfYear, version: 1, prefill: emptyPrefill, synthetic: true}));
  });
  const tables = kimMb10.tables.filter(({onlyFor}) => onlyFor === undefined || municipal);
  const asked = ({onlyIn}: Table) => onlyIn === undefined || halfYear.endsWith(onlyIn);
  const isInput = (table: Table, {status, role, field}: Column) =>
    asked(table) &&
    status !== "key" &&
    status !== "computed" &&
    !(role === "key" && table.rowKey === "ka_ags") &&
    !(field === "ort_sprechstunde_std" && municipal);
  const inputs = tables.flatMap((table) => table.columns.filter((column) => isInput(table, column)).map((column) => ({table, column})));

  test("has the sheets in order: guide, parts, then the hidden ones", () => {
    const parts = [...new Set(tables.map(({sheet}) => sheet))];
    expect(workbook.worksheets.map(({name, state}) => `${name} ${state}`)).toEqual([
      "Anleitung visible",
      "Prüfung visible",
      ...parts.map((name) => `${name} visible`),
      "_Listen hidden",
      "_Vorgaben hidden",
      "_meta hidden",
      "_Pruef hidden",
    ]);
  });
  test.each(tables)("has the titles of $id at their places", ({sheet, columns, headerRow, title, answer, kind}) => {
    const page = workbook.getWorksheet(sheet)!;
    const found =
      kind === "questions"
        ? columns.filter(({row}) => row !== undefined).map(({row}) => page.getCell(`B${row}`).value)
        : columns.map(({letter}) => page.getCell(`${letter}${headerRow}`).value);
    expect(texts(found)).toEqual(columns.filter(({row}) => kind !== "questions" || row !== undefined).map(({title: each}) => each));
    expect(page.getCell(`A${headerRow - 1}`).value).toBe(title);
    expect(page.getCell(`C${headerRow}`).value).toBe(answer ?? columns.find(({letter}) => letter === "C")!.title);
  });
  test.each(tables.filter(({codes}) => codes !== undefined))("has a row for every code of $id", ({sheet, codes, rows}) => {
    const keys = addresses({letter: "A"} as Column, rows).map((address) => workbook.getWorksheet(sheet)!.getCell(address).value);
    expect(texts(keys)).toEqual(codes!.only ?? [...codeListOf(codes!.list).known.keys()]);
  });
  test("opens exactly the declared input cells", () => {
    const declared = inputs.flatMap(({table, column}) => addresses(column, openRows(table, column)).map((address) => `${table.sheet}!${address}`));
    const open = workbook.worksheets.flatMap((sheet) => {
      const found: string[] = [];
      sheet.eachRow({includeEmpty: true}, (row) =>
        row.eachCell({includeEmpty: true}, ({address}) => {
          if (isOpen(sheet, address)) found.push(`${sheet.name}!${address}`);
        }),
      );
      return found;
    });
    const freeStates = addresses({letter: "A"} as Column, [14, 28]).map((address) => `04b_Herkunft!${address}`);
    expect(open.toSorted()).toEqual([...declared, ...freeStates].toSorted());
  });
  test("gives every input cell a validation with German help and error", () => {
    const bare = inputs
      .flatMap(({table, column}) =>
        addresses(column, openRows(table, column)).map((address) => ({
          at: `${table.sheet}!${address}`,
          validation: workbook.getWorksheet(table.sheet)!.getCell(address).dataValidation,
        })),
      )
      .filter(
        ({validation}) => !validation?.error?.includes("Bitte") || validation.errorTitle !== "Bitte prüfen" || !validation.prompt || !validation.promptTitle,
      );
    expect(bare.map(({at}) => at)).toEqual([]);
  });
  test("lets counts and amounts be k. A.", () => {
    const kinds = new Set(["count", "posts", "decimal", "euro"]);
    const strict = inputs
      .filter(({column}) => kinds.has(fieldOfColumn(column)?.kind ?? ""))
      .map(({table, column}) => workbook.getWorksheet(table.sheet)!.getCell(`${column.letter}${rowsOf(table, column)[0]}`).dataValidation?.formulae?.[0]);
    expect(strict.filter((formula) => !String(formula).includes('"k. A."'))).toEqual([]);
  });
  test("takes its drop-downs from names that exist", () => {
    const names = new Set((workbook.definedNames.model as {name: string}[]).map(({name}) => name));
    const used = inputs
      .map(({table, column}) => workbook.getWorksheet(table.sheet)!.getCell(`${column.letter}${openRows(table, column)[0]}`).dataValidation)
      .filter((validation) => validation?.type === "list")
      .map((validation) => String(validation!.formulae[0]));
    expect(used.filter((name) => !names.has(name))).toEqual([]);
    expect(used.length).toBeGreaterThan(20);
  });
  test("is protected without password, printable and marked as sample data", () => {
    const parts = workbook.worksheets.filter(({state}) => state === "visible");
    expect(
      parts.filter((sheet) => !(sheet as unknown as {sheetProtection?: {sheet: boolean; hashValue?: string}}).sheetProtection?.sheet).map(({name}) => name),
    ).toEqual([]);
    expect(
      parts
        .filter(({headerFooter: {oddFooter, oddHeader}}) => !oddFooter?.includes("KIM-MB-1.0") || !oddHeader?.includes("frei erfunden"))
        .map(({name}) => name),
    ).toEqual([]);
    expect(
      parts
        .slice(2)
        .filter((sheet) => !String(sheet.getCell("A1").value).endsWith("Beispieldaten – frei erfunden"))
        .map(({name}) => name),
    ).toEqual([]);
    expect(
      parts
        .slice(1)
        .filter(({pageSetup: {orientation, paperSize, fitToWidth}}) => orientation !== "landscape" || paperSize !== 9 || fitToWidth !== 1)
        .map(({name}) => name),
    ).toEqual([]);
  });
  test("shows the light of each sheet in A3 and merges nothing", () => {
    const without = [...new Set(tables.map(({sheet}) => sheet))].filter((name) => !workbook.getWorksheet(name)!.getCell("A3").formula?.includes("'Prüfung'!"));
    expect(without).toEqual([]);
    expect(workbook.worksheets.flatMap((sheet) => (sheet.model as unknown as {merges: string[]}).merges)).toEqual([]);
  });
});
