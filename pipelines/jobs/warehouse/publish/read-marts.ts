import {columnsOf, keysOf} from "../../../../schemas/tables/columns.ts";
import {tables} from "../../../../schemas/tables/registry.ts";
import type {TableDeclaration} from "../../../../schemas/tables/table.ts";
import type {SqlValue, Warehouse} from "../../../effects/warehouse.ts";
import type {Marts} from "../../../protect/publish/slots.ts";

const listed = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");
const rowsOf = async (warehouse: Warehouse, table: TableDeclaration): Promise<SqlValue[][]> => {
  const {columns} = await warehouse.values(
    `select ${listed(columnsOf(table).map(({name}) => name))} from mart.${table.name} order by ${listed(keysOf(table))}`,
  );
  return Array.from({length: columns[0]?.length ?? 0}, (_, row) => columns.map((column) => column[row]!));
};

/** All marts, read once for every audience: rows in the order of their keys, values in the order of their columns. */
export const readMarts = async (warehouse: Warehouse): Promise<Marts> => {
  const marts = new Map<string, SqlValue[][]>();
  for (const table of tables) marts.set(table.name, await rowsOf(warehouse, table));
  return marts;
};
