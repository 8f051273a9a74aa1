import type {Column, Table} from "../../schemas/layouts/layout.ts";
import {fieldOf} from "../../schemas/fields/registry.ts";
import {formFor} from "../../schemas/layouts/forms.ts";
import {codeListOf} from "../../schemas/codes/lists.ts";
import type {Held, Opened} from "./workbook.ts";

/** What a workbook says of a field in one table: the sum of its numbers in hundredths, and whether every place that needs one has one. */
export type Taken = {readonly sum: bigint; readonly complete: boolean};
type Place = {
  readonly field: string;
  readonly signature: string;
  readonly cells: readonly (Held | undefined)[];
  readonly table: Table;
  readonly spread: boolean;
};

/** Rows that a matrix shows for information only (phases 1 and 2) are no part of it. */
const rowsOf = ({rows: [first, end], codes}: Table) => range(first, codes?.totalled === undefined ? end : first + codes.totalled - 1);
const range = (first: number, last: number) => Array.from({length: last - first + 1}, (_, i) => first + i);
const partsIn = (text: string | undefined) => [...(text ?? "").matchAll(/([A-Z]+)=/g)].map(([, name]) => name!);
const authority = ({rowKey}: Table) => /^(ABH|EBH):/.exec(rowKey ?? "")?.[1];

/** Names of the parts in the row keys of a column: `STA,GES`. */
const signatureOf = (table: Table, {key}: Column) => {
  const office = authority(table);
  if (office !== undefined) return office;
  return [...new Set([...partsIn(table.codes?.prefix), ...partsIn(table.fixed?.[0]?.prefix), ...partsIn(key)])].toSorted().join(",");
};
const isInput = ({field, role, status}: Column) => field !== undefined && role === undefined && status !== "computed";

const isZero = ({field}: Column) => fieldOf(field!).blankBesideNumbers === "zero";

const placesIn = (table: Table, column: Column, sheet: ReadonlyMap<string, Held>): Place[] => {
  const at = (row: number) => sheet.get(`${column.letter}${row}`);
  const signature = signatureOf(table, column);
  if (table.kind === "questions") return [{table, field: column.field!, signature, cells: [at(column.row!)], spread: false}];
  const isUsed = (row: number) => sheet.has(`A${row}`) || table.columns.some((each) => isInput(each) && sheet.has(`${each.letter}${row}`));
  if (table.kind === "list")
    return [{table, field: column.field!, signature, cells: rowsOf(table).filter(isUsed).map(at), spread: column.key !== undefined || isZero(column)}];
  if (column.field!.includes("{code}"))
    return rowsOf(table).map((row, i) => ({
      table,
      field: column.field!.replace("{code}", [...codeListOf(table.codes!.list).known.keys()][i]!),
      signature,
      cells: [at(row)],
      spread: true,
    }));
  return [{table, field: column.field!, signature, cells: rowsOf(table).map(at), spread: true}];
};

const isNumber = (cell: Held | undefined): cell is bigint => typeof cell === "bigint";
const sheetOf = (book: Opened, {sheet}: Table) => book.get(sheet) ?? new Map<string, Held>();
const noticed = (places: readonly Place[]): Taken => {
  const cells = places.flatMap((place) => place.cells);
  const sum = cells.filter(isNumber).reduce((total, cell) => total + cell, 0n);
  const unknown = cells.some((cell) => typeof cell === "string");
  // an empty cell beside a number is a zero in a distribution and where the field says so; any other list needs a number in each of its rows
  const complete = !unknown && (places.every(({spread}) => spread) ? cells.some(isNumber) || cells.length === 0 : cells.every(isNumber));
  return {sum, complete};
};

/** Sums by field and signature of one workbook, by the addresses of the layout alone. */
export const takenFrom = (book: Opened, halfYear: string): ReadonlyMap<string, Taken> => {
  const places = formFor(halfYear).tables.flatMap((table) => table.columns.filter(isInput).flatMap((column) => placesIn(table, column, sheetOf(book, table))));
  return new Map([...Map.groupBy(places, ({field, signature}) => `${field} ${signature}`)].map(([name, each]) => [name, noticed(each)]));
};
/** Whether the cover says Fehlanzeige. */
export const isEmptyReturn = (book: Opened): boolean => String(book.get("01_Deckblatt")?.get("C10")).startsWith("F");
