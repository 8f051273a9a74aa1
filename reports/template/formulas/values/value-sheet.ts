import type {Column, Form, Table} from "../../../../schemas/layouts/layout.ts";
import {fieldOf} from "../../../../schemas/fields/registry.ts";
import type {Variant} from "../../variant.ts";
import {asRead, placeAsRead, stateAsRead, textAsRead} from "./as-read.ts";
import {columnLetters, columnNumber, onSheet} from "../excel.ts";

/** Hidden sheet with every cell of the form as the reader takes it, row by row beside each other: what the rules are computed from. */
export const valueSheetName = "_Pruef";

/** Cells of the value sheet that are computed alike: the formula of the first holds for all, moved along. */
export type Block = {readonly letters: readonly string[]; readonly rows: readonly [number, number]; readonly formula: string};
export type ValueSheet = {
  readonly blocks: readonly Block[];
  /** Address of a cell as read. @throws Error `unknown value: SHEET LETTER` */
  readonly cell: (sheet: string, letter: string, row: number) => string;
  /** The same, whatever row it is used in. */
  readonly fixed: (sheet: string, letter: string, row: number) => string;
  /** Fixed range from one column to another. */
  readonly range: (sheet: string, from: string, to: string, rows: readonly [number, number]) => string;
};

/** Pseudo columns of a list: its key as read, and 1 where the row is used. */
export const keyLetter = "key";
export const usedLetter = "used";

/** First column of the value sheet that mirrors the form; before it stand the probes. */
const firstColumn = 9;
export const tablesIn = ({form, municipal}: Variant): readonly Table[] => form.tables.filter(({onlyFor}) => onlyFor === undefined || municipal);
const figures = new Set(["count", "signed", "posts", "euro", "decimal"]);
const fieldIn = ({field}: Column) => fieldOf(field === "eur_{code}" ? "eur_personal" : field!);
/** A computed entry of a list follows from its row and is never looked at. */
const carries = (column: Column) => column.field !== undefined && (column.status !== "computed" || figures.has(fieldIn(column).kind));
const keyColumn = ({columns}: Table) => columns.find(({role}) => role === "key");
export const hasKeys = ({kind, rowKey, fixed}: Table): boolean => (kind === "list" && rowKey !== "Zeile") || fixed !== undefined;
const authorityOf = ({rowKey = ""}: Table) => (rowKey.includes(":") ? `:${rowKey.split(":")[0]}` : "");
const keyFormula = (table: Table, cell: string) =>
  table.fixed !== undefined ? stateAsRead(cell) : /ags/i.test(table.rowKey!) ? placeAsRead(cell, authorityOf(table)) : textAsRead(cell);

const isInput = ({role, status}: Column) => role === undefined && status !== "computed";
/** Neighbouring letters as ranges. */
export const runs = (letters: readonly string[]): (readonly [string, string])[] => {
  const found: [string, string][] = [];
  for (const letter of letters.toSorted((a, b) => columnNumber(a) - columnNumber(b))) {
    const last = found.at(-1);
    if (last !== undefined && columnNumber(last[1]) + 1 === columnNumber(letter)) last[1] = letter;
    else found.push([letter, letter]);
  }
  return found;
};
const usedFormula = ({sheet, columns}: Table, row: number) => {
  const key = columns.find(({role}) => role === "key");
  const at = (letter: string) => onSheet(sheet, `$${letter}${row}`);
  const typed = runs(columns.filter(isInput).map(({letter}) => letter)).map(([from, to]) => (from === to ? at(from) : `${at(from)}:$${to}${row}`));
  return `IF(${key === undefined ? "" : `LEN(${at(key.letter)})+`}COUNTA(${typed.join(",")})>0,1,0)`;
};

/** Cells of one column; those of the same `kind` are computed alike. */
type Wanted = {
  readonly sheet: string;
  readonly letter: string;
  readonly rows: readonly [number, number];
  readonly kind: string;
  readonly formula: (row: number) => string;
};
const wantedColumn = (table: Table, column: Column): Wanted[] => {
  const {sheet, totalRow} = table;
  const {kind, scale, list} = fieldIn(column);
  const alike = figures.has(kind) ? `number ${scale}` : `${kind} ${list ?? ""}`;
  const formula = (row: number) => asRead(fieldIn(column), onSheet(sheet, `${column.letter}${row}`));
  const wanted = (rows: readonly [number, number]): Wanted => ({sheet, letter: column.letter, rows, kind: alike, formula});
  const rows = column.row === undefined ? table.rows : ([column.row, column.row] as const);
  return [...(totalRow !== undefined && figures.has(kind) ? [wanted([totalRow, totalRow])] : []), wanted(rows)];
};
const wantedOfList = (table: Table): Wanted[] => {
  const {sheet, rows, id} = table;
  const key = keyColumn(table);
  return [
    ...(hasKeys(table)
      ? [{sheet, letter: keyLetter, rows, kind: `key ${id}`, formula: (row: number) => keyFormula(table, onSheet(sheet, `$${key!.letter}${row}`))}]
      : []),
    ...(table.kind === "list" ? [{sheet, letter: usedLetter, rows, kind: `used ${id}`, formula: (row: number) => usedFormula(table, row)}] : []),
  ];
};
const wantedIn = (table: Table): Wanted[] => [...table.columns.filter(carries).flatMap((column) => wantedColumn(table, column)), ...wantedOfList(table)];

/** Columns in the order of the sheets and letters, so that neighbours in the form are neighbours here. */
const lettersOf = (form: Form, wanted: readonly Wanted[]): ReadonlyMap<string, string> => {
  const order = ({letter}: Wanted) => (letter === keyLetter ? 900 : letter === usedLetter ? 901 : columnNumber(letter));
  const sheets = [...new Set(form.tables.map(({sheet}) => sheet))];
  const names = sheets.flatMap((sheet) => {
    const here = wanted.filter((each) => each.sheet === sheet).toSorted((a, b) => order(a) - order(b));
    return [...new Set(here.map(({letter}) => `${sheet} ${letter}`))];
  });
  return new Map(names.map((name, i) => [name, columnLetters(firstColumn + i)]));
};

/** Follows directly below, or directly to the right. */
const below = (a: Wanted, b: Wanted) => a.sheet === b.sheet && a.letter === b.letter && a.kind === b.kind && a.rows[1] + 1 === b.rows[0];
const beside = (a: Wanted, b: Wanted) =>
  a.sheet === b.sheet && a.kind === b.kind && a.rows.join() === b.rows.join() && columnNumber(a.letter) + 1 === columnNumber(b.letter);
const rectangles = (wanted: readonly Wanted[]): (readonly Wanted[])[] => {
  const columns: Wanted[] = [];
  for (const each of wanted) {
    const last = columns.findLast(({sheet, letter}) => sheet === each.sheet && letter === each.letter);
    if (last !== undefined && below(last, each)) columns[columns.indexOf(last)] = {...last, rows: [last.rows[0], each.rows[1]]};
    else columns.push(each);
  }
  const found: Wanted[][] = [];
  for (const each of columns) {
    const left = found.find((group) => beside(group.at(-1)!, each));
    if (left === undefined) found.push([each]);
    else left.push(each);
  }
  return found;
};

/** Lays out the value sheet of a form. */
export const valueSheet = (variant: Variant): ValueSheet => {
  const wanted = tablesIn(variant).flatMap(wantedIn);
  const letters = lettersOf(variant.form, wanted);
  const of = (sheet: string, letter: string) => {
    const found = letters.get(`${sheet} ${letter}`);
    if (found === undefined) throw new Error(`unknown value: ${sheet} ${letter}`);
    return found;
  };
  return {
    blocks: rectangles(wanted).map((group) => ({
      letters: group.map(({sheet, letter}) => of(sheet, letter)),
      rows: group[0]!.rows,
      formula: group[0]!.formula(group[0]!.rows[0]),
    })),
    cell: (sheet, letter, row) => `${valueSheetName}!$${of(sheet, letter)}${row}`,
    fixed: (sheet, letter, row) => `${valueSheetName}!$${of(sheet, letter)}$${row}`,
    range: (sheet, from, to, [first, last]) => `${valueSheetName}!$${of(sheet, from)}$${first}:$${of(sheet, to)}$${last}`,
  };
};
