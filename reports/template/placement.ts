import {codeListOf} from "../../schemas/codes/lists.ts";
import type {Column, Form, Table} from "../../schemas/layouts/layout.ts";
import type {FilledRow, FilledTables} from "../../schemas/prefill.ts";
import {cellValue, fieldOfColumn, valueName} from "./columns.ts";
import type {CellContent} from "./computed.ts";

/** One value at its place. */
export type Placed = {readonly sheet: string; readonly address: string; readonly content: CellContent};
type PlaceEntry = (ags: string) => string;
/** Which columns are taken from a row: those carried over, or all in which one may type. */
export type Taken = (column: Column) => boolean;

const originRow = (table: Table, key: string, free: () => number): number => {
  for (const block of table.fixed!) if ("keys" in block && block.keys.includes(key)) return block.rows[0] + block.keys.indexOf(key);
  return free();
};
/** Rows of the origin table: its own row for a fixed state or group, else the next free row. */
const originRows = (table: Table, rows: readonly FilledRow[]): Map<FilledRow, number> => {
  const [first, last] = table.fixed!.find((block) => "free" in block)!.rows;
  let next = first;
  const free = () => {
    if (next > last) throw new Error(`invalid number of free rows: ${next - first + 1}`);
    return next++;
  };
  return new Map(rows.map((row) => [row, originRow(table, row.key, free)]));
};
const matrixRow = (table: Table, key: string): number => {
  const codes = table.codes!.only ?? [...codeListOf(table.codes!.list).known.keys()];
  const index = codes.indexOf(key);
  if (index < 0) throw new Error(`unknown row of ${table.id}: ${key}`);
  return table.rows[0] + index;
};
const listRow = (table: Table, index: number): number => {
  if (table.rows[0] + index > table.rows[1]) throw new Error(`invalid number of rows in ${table.id}: ${index + 1}`);
  return table.rows[0] + index;
};
const rowNumbers = (table: Table, rows: readonly FilledRow[]): Map<FilledRow, number> =>
  table.fixed !== undefined
    ? originRows(table, rows)
    : new Map(rows.map((row, i) => [row, table.codes !== undefined ? matrixRow(table, row.key) : listRow(table, i)]));

const keyText = (table: Table, key: string, placeEntry: PlaceEntry) =>
  table.fixed !== undefined
    ? codeListOf("CL_STAAT").entry(key)
    : /^[AE]BH:/.test(table.rowKey ?? "")
      ? placeEntry(key.slice(4))
      : table.rowKey === "ka_ags"
        ? placeEntry(key)
        : key;
/** Keys are typed in lists only; those of 04c and 13 are computed or a running number. */
const hasTypedKey = (table: Table, column: Column, row: number) =>
  column.role === "key" && column.status !== "computed" && (table.kind === "list" || (table.fixed !== undefined && row >= 14 && row <= 28));

const placeRow = (table: Table, row: FilledRow, number: number, taken: Taken, placeEntry: PlaceEntry): Placed[] =>
  table.columns.flatMap((column) => {
    const at = {sheet: table.sheet, address: `${column.letter}${column.row ?? number}`};
    if (hasTypedKey(table, column, number)) return [{...at, content: keyText(table, row.key, placeEntry)}];
    const value = row.values[valueName(column) ?? ""];
    return value === undefined || !taken(column) ? [] : [{...at, content: cellValue(fieldOfColumn(column)!, value, placeEntry)}];
  });

/** Puts filled rows into the cells of a form. @throws Error `unknown row of TABLE: KEY` or `invalid number of rows in TABLE: N` */
export const placeRows = (form: Form, filled: FilledTables, taken: Taken, placeEntry: PlaceEntry): Placed[] =>
  form.tables.flatMap((table) => {
    const rows = filled[table.id] ?? [];
    return table.kind === "questions"
      ? rows.flatMap((row) => placeRow(table, row, 0, taken, placeEntry))
      : [...rowNumbers(table, rows)].flatMap(([row, number]) => placeRow(table, row, number, taken, placeEntry));
  });
