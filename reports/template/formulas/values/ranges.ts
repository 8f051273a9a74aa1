import {codeListOf} from "../../../../schemas/codes/lists.ts";
import type {Column, Table} from "../../../../schemas/layouts/layout.ts";
import type {Cells} from "../../../../schemas/rules/terms/expression.ts";
import {runs, type ValueSheet} from "./value-sheet.ts";

/** Cells in the form: some columns of one table over some rows; `atHand` where it is the row for which something is computed. */
export type Area = {
  readonly table: Table;
  readonly letters: readonly string[];
  readonly rows: readonly (readonly [number, number])[];
  readonly atHand?: boolean;
};

type RowOfTable = {readonly table: Table; readonly row: number};

/** Row of a key in a table with fixed rows. @throws Error `unknown row of TABLE: KEY` */
export const rowOfKey = ({id, rows: [first], codes, fixed}: Table, key: string): number => {
  const block = fixed?.find((each) => "keys" in each && each.keys.some((code) => `${each.prefix}${code}` === key));
  if (block !== undefined && "keys" in block) return block.rows[0] + block.keys.findIndex((code) => `${block.prefix}${code}` === key);
  const known = codes === undefined ? [] : (codes.only ?? [...codeListOf(codes.list).known.keys()]);
  const index = known.findIndex((code) => `${codes!.prefix}${code}` === key);
  if (index < 0) throw new Error(`unknown row of ${id}: ${key}`);
  return first + index;
};
const together = (rows: readonly number[]): (readonly [number, number])[] => {
  const found: [number, number][] = [];
  for (const row of rows.toSorted((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && last[1] + 1 === row) last[1] = row;
    else found.push([row, row]);
  }
  return found;
};

const partOf = ({status}: Column) => (status === "computed" ? "computed" : "input");
const isCost = ({field}: Column) => field === "eur_{code}";
/** Columns of a field; cost types stand in the row of their code, one column a Baustein. */
export const columnsOf = ({columns, id}: Table, {field, key, part = "input"}: Pick<Cells, "field" | "key" | "part">): readonly Column[] => {
  const named = columns.filter((column) => (isCost(column) ? id === "T12B" && field.startsWith("eur_") : column.field === field));
  const fitting =
    part === "total"
      ? named.filter(({status}) => status !== "computed" || !named.some((each) => each.status !== "computed"))
      : named.filter((each) => partOf(each) === part);
  const plain = fitting.some((column) => column.key === undefined || isCost(column));
  if (key === undefined) return part === "total" && plain ? fitting.filter((column) => column.key === undefined) : fitting;
  return fitting.filter((column) => (key === "" ? column.key === undefined : column.key === key));
};

const ownRows = (table: Table, {field, rows, part}: Cells, columns: readonly Column[], row: number | null): (readonly [number, number])[] => {
  if (part === "total") return [[table.totalRow!, table.totalRow!]];
  if (table.kind === "questions") return [[columns[0]!.row!, columns[0]!.row!]];
  if (columns.some(isCost)) {
    const at = rowOfKey(table, field.slice("eur_".length));
    return [[at, at]];
  }
  if (rows === "all") return [table.rows];
  return rows === "this" || rows === "within" ? [[row!, row!]] : together([...new Set(rows.map((key) => rowOfKey(table, key.split(",")[0]!)))]);
};
/** Columns that a row key names itself (`ALT=A9,GES=w`, or `B2` for the cost types of a Baustein). */
const ownColumns = ({rows}: Cells, columns: readonly Column[], row: RowOfTable | null): readonly Column[] => {
  // A row of the means of a Baustein is a column of the cost types.
  if (columns.some(isCost) && rows === "this") return columns.slice(row!.row - row!.table.rows[0]).slice(0, 1);
  if (typeof rows === "string" || rows.length === 0) return columns;
  if (columns.some(isCost)) return columns.filter(({key}) => rows.includes(key!));
  return rows.every((key) => key.includes(",")) ? columns.filter(({key}) => rows.some((each) => each.endsWith(key!))) : columns;
};
/** The cells an expression speaks of; `row` is the row at hand, counted from the first row of its own table. */
export const areaOf = (table: Table, cells: Cells, row: RowOfTable | null): Area => {
  const columns = columnsOf(table, cells);
  const atHand = (cells.rows === "this" || cells.rows === "within") && table.kind !== "questions" && !columns.some(isCost);
  return {table, atHand, letters: ownColumns(cells, columns, row).map(({letter}) => letter), rows: ownRows(table, cells, columns, row?.row ?? null)};
};

/** An area as ranges of the value sheet; only the row at hand is relative. */
export const rangesOf = (values: ValueSheet, {table: {sheet}, letters, rows, atHand = false}: Area): string[] =>
  rows.flatMap(([first, last]) =>
    runs(letters).map(([from, to]) => {
      if (!atHand) return from === to && first === last ? values.fixed(sheet, from, first) : values.range(sheet, from, to, [first, last]);
      return from === to ? values.cell(sheet, from, first) : `${values.cell(sheet, from, first)}:${values.cell(sheet, to, first).split("!")[1]}`;
    }),
  );
