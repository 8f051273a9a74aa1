import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {hostileFiles} from "../../../../fixtures/hostile/hostile-files.ts";
import {oneReturn} from "../../../../fixtures/sample/one-return.ts";
import {hiddenInXlsx} from "../../../../pipelines/read/container/hidden.ts";
import {packageFormat} from "../../../../pipelines/read/container/package.ts";
import {slim} from "../../../../pipelines/read/container/slim.ts";
import {storedZip} from "../../../../pipelines/read/container/stored-zip.ts";
import {unpack} from "../../../../pipelines/read/container/unpack.ts";
import {leanWorkbook} from "../../../../pipelines/read/lean/lean-workbook.ts";
import {sharedStrings} from "../../../../pipelines/read/lean/shared-strings.ts";
import {type Spreadsheet, spreadsheetOf, standardPackage} from "../../../../pipelines/read/package/spreadsheet.ts";
import {readSheets, type Workbook} from "../../../../pipelines/read/sheets.ts";
import type {SheetCell} from "../../../../schemas/flow.ts";

const blanks = (text: string) => text.replace(/\s+/g, " ").trim();
const plain = ({text, typed, formula}: SheetCell) => [text, "text" in typed ? {text: blanks(typed.text)} : typed, formula !== undefined];
/** What a workbook says, in a form that can be compared; empty cells say nothing. */
const said = ({sheets, date1904, properties: {melde_key, periode, formular_version}}: Workbook) => ({
  date1904,
  melde_key,
  periode,
  formular_version,
  sheets: sheets.map(({title, hidden, hiddenRows, merged, cells}) => ({
    title,
    hidden,
    hiddenRows,
    merged,
    cells: Object.fromEntries(
      [...cells]
        .filter(([, {typed}]) => !("empty" in typed))
        .map(([address, cell]) => [address, plain(cell)])
        .toSorted(([a], [b]) => (a! < b! ? -1 : 1)),
    ),
  })),
});
const leanly = (book: Spreadsheet) => leanWorkbook(book, sharedStrings(book.strings), hiddenInXlsx(book.sheets));
/** Both readings of a file; null where it is no .xlsx or the lean reader leaves it to the library. */
const both = (bytes: Uint8Array) => {
  try {
    const unpacked = unpack(bytes);
    if (!/^xls[xm]$/.test(packageFormat(unpacked))) return null;
    const book = spreadsheetOf(unpacked.parts);
    const hidden = hiddenInXlsx(book.sheets);
    const lean = leanly(book);
    const library = (xml: (text: string) => string) => ({
      ...said({
        ...readSheets(
          storedZip(
            standardPackage(
              book,
              book.sheets.map((sheet) => xml(sheet.xml)),
            ),
          ),
          hidden,
        ),
        properties: book.properties,
      }),
    });
    return lean && {lean: said(lean), library: library(slim), whole: said(readSheets(storedZip(unpacked.parts), hidden))};
  } catch {
    return null;
  }
};

describe("our form reads the same by both readers, and by the library with and without its empty cells", () => {
  for (const body of ["05170", "05914", "05334002"])
    test(body, async () => {
      const {lean, library, whole} = both(await oneReturn({body}))!;
      expect(lean.sheets.reduce((sum, {cells}) => sum + Object.keys(cells).length, 0)).toBeGreaterThan(1_000);
      expect(lean).toEqual(library);
      expect(library).toEqual(whole);
    });
});

const odd = await oneReturn({
  change: {"03_Fallzahlen!B7": '<Rathaus & "Markt">', "02_Stellen!H7": 0.333, "13_Erlaeuterungen!C9": "zwei\nZeilen _x0041_", "01_Deckblatt!C19": 45838},
});
test("signs that XML writes otherwise, decimals and dates read the same", () => {
  const {lean, library} = both(odd)!;
  expect(lean).toEqual(library);
});
const changedSheet = async (change: (xml: string) => string) => {
  const {parts} = unpack(await oneReturn());
  const name = "xl/worksheets/sheet3.xml";
  return spreadsheetOf(new Map(parts).set(name, new TextEncoder().encode(change(new TextDecoder().decode(parts.get(name))))));
};
test("a cell that takes its place from the one before is written out and read like the others", async () => {
  const usual = leanly(await changedSheet((xml) => xml));
  const changed = leanly(await changedSheet((xml) => xml.replace('<c r="A2"', "<c")));
  expect(said(changed!)).toEqual(said(usual!));
});
test("a date in ISO form is left to the library", async () => {
  expect(leanly(await changedSheet((xml) => xml.replace(/<c r="A2"[^>]*>.*?<\/c>/, '<c r="A2" t="d"><v>2025-01-01</v></c>')))).toBeNull();
});

const real = "fixtures/real";
const saved = existsSync(real) ? readdirSync(real).filter((name) => /\.xls[xm]$/.test(name)) : [];
for (const name of saved)
  test(`as saved by LibreOffice: ${name}`, () => {
    const read = both(new Uint8Array(readFileSync(join(real, name))));
    expect(read!.lean).toEqual(read!.library);
  });
for (const {name, bytes} of await hostileFiles())
  test(`hostile: ${name}`, () => {
    const read = both(bytes);
    expect(read?.lean).toEqual(read?.library);
  });

const shared = join(process.env["KIM_SHARED"] ?? "", "hostile");
const collected = existsSync(join(shared, "manifest.csv")) ? readdirSync(shared).filter((name) => name !== "manifest.csv") : [];
describe("the public collection", () => {
  test.skipIf(collected.length === 0)("is at hand", () => expect(collected).toHaveLength(222));
  for (const name of collected)
    test(name, () => {
      const read = both(new Uint8Array(readFileSync(join(shared, name))));
      expect(read?.lean).toEqual(read?.library);
    });
});
