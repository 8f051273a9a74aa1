import type {Chance} from "../../fixtures/sample/chance.ts";
import type {Sheet, SheetCell} from "../../schemas/flow.ts";
import type {HalfYear} from "../../schemas/half-year.ts";
import type {Table} from "../../schemas/layouts/layout.ts";

/** What a workbook consists of for a reader: its sheets and what it says of itself in its properties. */
export type Book = {readonly sheets: readonly Sheet[]; readonly properties: Readonly<Record<string, string>>};
/** A sheet of the form with the tables that stand on it, in a workbook as issued and filled in. */
export type Target = {
  readonly book: Book;
  readonly sheet: Sheet;
  readonly tables: readonly Table[];
  readonly body: string;
  readonly halfYear: HalfYear;
  /** Key of the row of a list that stands in a row of the sheet. */
  readonly keyAt: (table: string, row: number) => string | undefined;
};
/** A workbook after a mangling: sheets whose name a finding may bear, and rows (`T03|E02`) that are no longer in it. */
export type Mangled = {readonly book: Book; readonly touched: readonly string[]; readonly gone?: readonly string[]};
/** One thing people and programs do to workbooks; null where it does not apply. */
export type Mutator = {readonly name: string; readonly make: (target: Target, dice: Chance) => Mangled | null};

export const numberOf = (letters: string) => [...letters].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0);
export const lettersOf = (number: number): string =>
  (number > 26 ? lettersOf(Math.floor((number - 1) / 26)) : "") + String.fromCharCode(65 + ((number - 1) % 26));
/** Column number and row of an address. */
export const placeOf = (address: string): readonly [number, number] => {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(address)!;
  return [numberOf(letters!), Number(digits)];
};
export const addressOf = (column: number, row: number) => `${lettersOf(column)}${row}`;

export const textCell = (text: string): SheetCell => ({text: text.trim(), typed: {text}});
export const numberCell = (number: number): SheetCell => ({text: String(number).replace(".", ","), typed: {number}});

/** Moves every cell to another place, or out of the sheet; merged areas and hidden rows go along. */
export const moved = (sheet: Sheet, to: (column: number, row: number) => readonly [number, number] | null): Sheet => {
  const cells = [...sheet.cells].flatMap(([address, cell]): [string, SheetCell][] => {
    const place = to(...placeOf(address));
    return place === null ? [] : [[addressOf(...place), cell]];
  });
  const merged = sheet.merged.flatMap((range) => {
    const ends = range.split(":").map((each) => to(...placeOf(each)));
    return ends.some((each) => each === null) ? [] : [ends.map((each) => addressOf(...each!)).join(":")];
  });
  return {...sheet, cells: new Map(cells), merged, hiddenRows: sheet.hiddenRows.flatMap((row) => to(1, row)?.[1] ?? [])};
};
/** Types over cells; null empties one. */
export const typedOver = (sheet: Sheet, cells: Readonly<Record<string, SheetCell | null>>): Sheet => {
  const all = new Map(sheet.cells);
  for (const [address, cell] of Object.entries(cells))
    if (cell === null) all.delete(address);
    else all.set(address, cell);
  return {...sheet, cells: all};
};

/** The workbook with one sheet replaced by others. */
export const withSheets = ({book, sheet}: Target, ...instead: readonly Sheet[]): Book => ({
  ...book,
  sheets: book.sheets.flatMap((each) => (each === sheet ? instead : [each])),
});
/** A mangling of the target's sheet alone. */
export const changed = (target: Target, sheet: Sheet, gone: readonly string[] = []): Mangled => ({
  book: withSheets(target, sheet),
  touched: [target.sheet.title, sheet.title],
  gone,
});

/** Letters of the header row of a table. */
export const lettersIn = (table: Table): string[] =>
  table.kind === "questions" ? ["A", "B", "C"] : table.columns.filter(({row}) => row === undefined).map(({letter}) => letter);
/** Letters under which the sender's answers stand. */
export const answersIn = (table: Table): string[] => [
  ...new Set(table.columns.filter(({field, role, status}) => field !== undefined && role === undefined && status !== "computed").map(({letter}) => letter)),
];
/** Rows of a table that hold an answer or a key. */
export const usedRows = ({sheet}: Target, table: Table): number[] => {
  const rows = Array.from({length: table.rows[1] - table.rows[0] + 1}, (_, i) => table.rows[0] + i);
  return rows.filter((row) => [table.kind === "list" ? "A" : "", ...answersIn(table)].some((letter) => sheet.cells.has(`${letter}${row}`)));
};
/** Cells of a table that hold a number somebody entered. */
export const numbersIn = (target: Target, table: Table): readonly (readonly [string, number])[] =>
  usedRows(target, table).flatMap((row) =>
    answersIn(table).flatMap((letter) => {
      const typed = target.sheet.cells.get(`${letter}${row}`)?.typed;
      return typed !== undefined && "number" in typed ? [[`${letter}${row}`, typed.number] as const] : [];
    }),
  );
