import type {TableDeclaration} from "../../../schemas/tables/table.ts";
import {fromDecimalText} from "../../../schemas/units.ts";
import type {SqlValue} from "../../effects/warehouse.ts";
import type {PublishedTable} from "../publication/published-table.ts";
import {type FileTable, plannedColumns, rowCount, type Text} from "./file-table.ts";

const values: Readonly<Record<string, (text: string) => SqlValue>> = {
  count: BigInt,
  decimal: (text) => fromDecimalText(text, 2),
  integer: Number,
  boolean: (text) => text === "true",
};
const typed = (type: string, text: Text): SqlValue => (text === null ? null : (values[type] ?? String)(text));

/** The planned columns of a product as typed rows, for the attacks by arithmetic. */
export const publishedRows = (table: FileTable, declaration: TableDeclaration): PublishedTable => {
  const planned = plannedColumns(declaration);
  const columns = table.names.flatMap((name, i) => (planned.has(name) ? [{name, type: planned.get(name)!.type, cells: table.columns[i]!}] : []));
  const rows = Array.from({length: rowCount(table)}, (_, row) => Object.fromEntries(columns.map(({name, type, cells}) => [name, typed(type, cells[row]!)])));
  return {table: declaration.name, rows};
};
