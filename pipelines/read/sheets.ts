import {read, utils, type CellObject, type WorkBook, type WorkSheet} from "@e965/xlsx";
import type {LooseText, Sheet, SheetCell} from "../../schemas/flow.ts";
import {typedNumber} from "./number-format.ts";
import {namesIn} from "./loose/part-texts.ts";
import {cleaned} from "./values/text.ts";

/** A workbook as sheets of cells, with what it says of itself in its custom properties; `notes` are the texts beside the cells of an .xls, `names` the number of people its properties name. */
export type Workbook = {
  readonly sheets: readonly Sheet[];
  readonly date1904: boolean;
  readonly properties: Readonly<Record<string, string>>;
  readonly notes?: readonly LooseText[];
  readonly names?: number;
};
/** What is hidden, by sheet title, where the library does not say so itself. */
export type Hidden = ReadonlyMap<string, {readonly sheet: boolean; readonly rows: readonly number[]}>;

const typed = ({t, v, z, w}: CellObject, date1904: boolean): SheetCell["typed"] => {
  if (t === "n") return typedNumber(v as number, z, date1904);
  if (t === "s") return v === "" ? {empty: true} : {text: String(v)};
  if (t === "b") return {boolean: v as boolean};
  return t === "e" ? {error: w ?? "#FEHLER"} : {empty: true};
};
const shown = ({t, v, w}: CellObject) => (t === "b" ? (v ? "WAHR" : "FALSCH") : cleaned(w ?? String(v ?? "")));
const cellOf = (cell: CellObject, date1904: boolean): SheetCell => ({
  text: shown(cell),
  typed: typed(cell, date1904),
  ...(cell.f === undefined ? {} : {formula: cell.f}),
});

const letters: string[] = [];
const letterOf = (column: number) => (letters[column] ??= utils.encode_col(column));
const cellsOf = (sheet: WorkSheet, date1904: boolean) => {
  const cells = new Map<string, SheetCell>();
  ((sheet["!data"] ?? []) as (CellObject | undefined)[][]).forEach((row, r) =>
    row?.forEach((cell, c) => {
      if (cell !== undefined && cell.t !== "z") cells.set(`${letterOf(c)}${r + 1}`, cellOf(cell, date1904));
    }),
  );
  return cells;
};
/** Comments without the names of their authors, which programs also put before the text. */
const notesOf = (sheet: WorkSheet, title: string): LooseText[] =>
  ((sheet["!data"] ?? []) as (CellObject | undefined)[][]).flatMap((row, r) =>
    (row ?? []).flatMap((cell, c) =>
      (cell?.c ?? []).map(({a = "", t = ""}) => ({
        at: {sheet: title, cell: `${letterOf(c)}${r + 1}`},
        carrier: "comment" as const,
        text: (a !== "" && t.startsWith(`${a}:`) ? t.slice(a.length + 1) : t).trim(),
      })),
    ),
  );
const hiddenRows = (sheet: WorkSheet) => (sheet["!rows"] ?? []).flatMap((row, r) => (row?.hidden ? [r + 1] : []));

const sheetOf = (book: WorkBook, title: string, index: number, date1904: boolean, hidden: Hidden): Sheet => {
  const sheet = book.Sheets[title] ?? {};
  return {
    title,
    hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0 || hidden.get(title)?.sheet === true,
    cells: cellsOf(sheet, date1904),
    merged: (sheet["!merges"] ?? []).map((range) => utils.encode_range(range)),
    hiddenRows: hidden.get(title)?.rows ?? hiddenRows(sheet),
  };
};

/** A formula that shows another cell, and nothing where that is empty. */
const shows = /^IF\(((?:'([^']+)'!|(\w+)!)?\$?([A-Z]+)\$?(\d+))="","",\1\)$/;
/**
 * LibreOffice stores 0 in an .xls for a text that a formula gave and that it did not compute itself again since the file was opened.
 * Where the formula only shows another cell, that cell still has the text.
 */
const withLostTexts = (sheets: readonly Sheet[]): Sheet[] => {
  const cellsOf = new Map(sheets.map(({title, cells}) => [title, cells]));
  const found = (own: string, {typed, formula = ""}: SheetCell): SheetCell | null => {
    if (!("number" in typed) || typed.number !== 0) return null;
    const [, , quoted, plainly, letter, row] = shows.exec(formula) ?? [];
    const source = cellsOf.get(quoted ?? plainly ?? own)?.get(`${letter}${row}`);
    return source !== undefined && "text" in source.typed ? {...source, formula} : null;
  };
  return sheets.map((sheet) => ({...sheet, cells: new Map([...sheet.cells].map(([at, cell]) => [at, found(sheet.title, cell) ?? cell]))}));
};

/** The drop-downs of the form, and its cells once more as its own check reads them: large, and never read as data. */
export const skipped = (title: string) => title === "_Listen" || title === "_Pruef";

/** Without the zero bytes that the library leaves between the letters of an .xls where it runs in a browser. */
const plain = (value: unknown) => String(value).replaceAll("\0", "");

/** Only of an .xlsx the library leaves out sheets before it reads them; the others come without. */
const readNames = (bytes: Uint8Array) => read(bytes, {type: "array", bookSheets: true}).SheetNames.filter((name) => !skipped(name));

/** Reads workbook bytes: the only door to the spreadsheet library. `xls`: its hidden rows the library knows only together with styles. */
export const readSheets = (bytes: Uint8Array, hidden: Hidden, format: "xlsx" | "xls" | "ods" = "xlsx"): Workbook => {
  const old = format === "xls";
  const book = read(bytes, {
    type: "array",
    dense: true,
    cellNF: true,
    cellHTML: false,
    cellStyles: old,
    sheetStubs: false,
    ...(format === "xlsx" && {sheets: readNames(bytes)}),
  });
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.map((title, i) => ({title, i}))
    .filter(({title}) => !skipped(title))
    .map(({title, i}) => sheetOf(book, title, i, date1904, hidden));
  const properties = Object.fromEntries(Object.entries(book.Custprops ?? {}).map(([name, value]) => [name, plain(value)]));
  const told = Object.entries(book.Props ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const isName = ([name]: readonly [string, string]) => /^(?:Author|LastAuthor|Manager)$/.test(name);
  const described = told
    .filter((entry) => !isName(entry))
    .map(([, value]): LooseText => ({at: {file: true}, text: plain(value).trim(), carrier: "properties"}));
  const notes = old ? book.SheetNames.filter((title) => !skipped(title)).flatMap((title) => notesOf(book.Sheets[title] ?? {}, title)) : [];
  return {
    sheets: old ? withLostTexts(sheets) : sheets,
    date1904,
    properties,
    ...(old && {notes: [...notes, ...described], names: namesIn(told.filter(isName).map(([, value]) => plain(value))).size}),
  };
};
