import type {Remark, Repair} from "../../../schemas/flow.ts";
import type {Table} from "../../../schemas/layouts/layout.ts";
import {columnRepairs} from "./column-repairs.ts";
import {findColumns, type Heading, headingsOf} from "./find-columns.ts";
import {findHeaders} from "./find-header.ts";
import type {Grid} from "./grid.ts";
import {sameTitle, saysTotal} from "./title.ts";

/** A table of the form where it stands in the workbook at hand. */
export type Located = {
  readonly table: Table;
  readonly grid: Grid;
  readonly headerRow: number;
  /** Row of the totals, which are compared and never counted. */
  readonly totalRow: number | null;
  /** First and last row that can hold data. */
  readonly rows: readonly [number, number];
  /** Actual letter by declared letter; columns that were not found are not in it. */
  readonly letters: ReadonlyMap<string, string>;
};
export type FoundTables = {readonly tables: readonly Located[]; readonly remarks: readonly Remark[]; readonly repairs: readonly Repair[]};

/** The total stands above the rows it adds up: the first row with anything in it, or it is none of the form's. */
const totalRowOf = (grid: Grid, {totalRow, columns}: Table, headerRow: number, letters: ReadonlyMap<string, string>) => {
  if (totalRow === undefined) return null;
  const first = [1, 2, 3, 4, 5, 6].map((i) => headerRow + i).find((row) => grid.row(row).size > 0);
  const labels = columns.slice(0, 2).flatMap(({letter}) => letters.get(letter) ?? []);
  return first !== undefined && labels.some((letter) => saysTotal(grid.cell(letter, first)?.text ?? "")) ? first : null;
};

/** The last row before the next table's caption and header; a list at the end of its sheet goes on to the last used row. */
const endOf = (grid: Grid, headerRow: number, others: readonly (readonly [Table, number])[]) => {
  const next = others.filter(([, row]) => row > headerRow).toSorted(([, a], [, b]) => a - b)[0];
  if (next === undefined) return grid.lastRow;
  const [table, row] = next;
  const caption = [row - 1, row - 2].find((each) => [...grid.row(each).values()].some(({text}) => sameTitle(text, table.title)));
  return (caption ?? row) - 1;
};

const missing = (grid: Grid, {id}: Table, {column, letter, title}: Heading): Remark => ({
  kind: "missing-column",
  at: {sheet: grid.sheet.title},
  table: id,
  ...(column?.field === undefined ? {} : {field: column.field}),
  found: title,
  expected: `„${title}“ in Spalte ${letter}`,
});
/** What may be missing without harm: computed and shown columns, voluntary answers. */
const matters = ({column}: Heading) =>
  column === null || column.role === "key" || (column.role !== "display" && column.status !== "computed" && column.status !== "optional");
/** Columns are found by their titles and rows by their keys, so that a table may stand anywhere in its sheet. */
const moved = ({table, grid, headerRow, letters}: Located): Repair[] =>
  headerRow === table.headerRow
    ? []
    : [
        {
          kind: "table",
          at: {sheet: grid.sheet.title, cell: `${[...letters.values()][0] ?? "A"}${headerRow}`},
          found: `Überschriften in Zeile ${headerRow}`,
          readAs: `Tabelle „${table.title}“`,
          template: `Zeile ${table.headerRow}`,
          certain: true,
        },
      ];
const unknownColumns = ({grid, headerRow, rows}: Located, letters: readonly string[]): Remark[] =>
  letters
    .filter((letter) => Array.from({length: rows[1] - rows[0] + 1}, (_, i) => rows[0] + i).some((row) => grid.cell(letter, row) !== undefined))
    .map((letter) => ({
      kind: "unknown-column",
      at: {sheet: grid.sheet.title, cell: `${letter}${headerRow}`},
      found: grid.cell(letter, headerRow)!.text,
      expected: "nur Spalten der Vorlage",
    }));

const locate = (grid: Grid, table: Table, headerRow: number, others: readonly (readonly [Table, number])[]): FoundTables => {
  const columns = findColumns(grid, headerRow, headingsOf(table));
  const letters = new Map(columns.found.map(({heading, letter}) => [heading.letter, letter]));
  const totalRow = totalRowOf(grid, table, headerRow, letters);
  const located: Located = {table, grid, headerRow, totalRow, rows: [(totalRow ?? headerRow) + 1, endOf(grid, headerRow, others)], letters};
  return {
    tables: [located],
    remarks: [...columns.missing.filter(matters).map((heading) => missing(grid, table, heading)), ...unknownColumns(located, columns.unknown)],
    repairs: [...moved(located), ...columnRepairs(grid, headerRow, located.rows, columns, matters)],
  };
};
const lost = (grid: Grid, {id, title, headerRow}: Table): Remark => ({
  kind: "missing-column",
  at: {sheet: grid.sheet.title},
  table: id,
  found: title,
  expected: `Tabelle „${title}“ mit Überschriften in Zeile ${headerRow}`,
});

/** Finds the tables of one sheet by their header rows, wherever these stand. */
export const findTables = (grid: Grid, tables: readonly Table[]): FoundTables => {
  const headers = findHeaders(grid, tables);
  const placed = tables.flatMap((table) => (headers.has(table.id) ? [[table, headers.get(table.id)!] as const] : []));
  const found = placed.map(([table, row]) => locate(grid, table, row, placed));
  return {
    tables: found.flatMap((each) => each.tables),
    remarks: [...tables.filter(({id}) => !headers.has(id)).map((table) => lost(grid, table)), ...found.flatMap(({remarks}) => remarks)],
    repairs: found.flatMap(({repairs}) => repairs),
  };
};
