import {columnsOf, keysOf, type ProductColumn} from "../../../schemas/tables/columns.ts";
import type {TableDeclaration} from "../../../schemas/tables/table.ts";

/** A value of a product as text: whole numbers, decimals with a dot and two digits, ISO dates; null where nothing stands. So all formats can be compared. */
export type Text = string | null;
/** A product file as it was read, column by column. */
export type FileTable = {readonly file: string; readonly names: readonly string[]; readonly columns: readonly (readonly Text[])[]};

export const rowCount = ({columns}: FileTable): number => columns[0]?.length ?? 0;
export const columnNamed = ({names, columns}: FileTable, name: string): readonly Text[] | undefined => columns[names.indexOf(name)];

/** Keys of each row, joined; a column that is missing counts as empty. */
export const rowKeys = (table: FileTable, declaration: TableDeclaration): string[] => {
  const keys = keysOf(declaration).map((name) => columnNamed(table, name));
  return Array.from({length: rowCount(table)}, (_, row) => keys.map((column) => column?.[row] ?? "").join(" · "));
};
/** As a report names a cell: `p25a_erteilt · 2025-H2 · body · 05111`. */
export const cellOf = (column: string, rowKey: string) => `${column} · ${rowKey}`;

/** Columns the plan has, by name. */
export const plannedColumns = (declaration: TableDeclaration): ReadonlyMap<string, ProductColumn> =>
  new Map(columnsOf(declaration).map((column) => [column.name, column]));
