import {columnsOf, type ColumnType, keysOf} from "../../schemas/tables/columns.ts";
import type {Warehouse} from "../effects/warehouse.ts";
import {declarationOf, type Edition, fileMetadata, type Published} from "./edition.ts";

const types: Readonly<Record<ColumnType, string>> = {
  text: "varchar",
  date: "date",
  boolean: "boolean",
  integer: "integer",
  count: "bigint",
  decimal: "decimal(18,2)",
};
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Writes a Parquet file: ordered by all keys and compressed with ZSTD, so that equal rows give equal bytes. */
export const writeParquet = async (database: Warehouse, published: Published, edition: Edition, path: string): Promise<void> => {
  const {table, rows} = published;
  const columns = columnsOf(declarationOf(published));
  await database.run("create schema if not exists protected");
  await database.run(`create or replace table protected.${table} (${columns.map(({name, type}) => `"${name}" ${types[type]}`).join(", ")})`);
  await database.append(
    `protected.${table}`,
    columns.map(({type}) => type),
    rows,
  );
  const metadata = Object.entries(fileMetadata(published, edition))
    .map(([name, value]) => `${name}: ${literal(value)}`)
    .join(", ");
  const ordered = keysOf(declarationOf(published))
    .map((key) => `"${key}"`)
    .join(", ");
  await database.run(
    `copy (select * from protected.${table} order by ${ordered}) to ${literal(path)} (format parquet, compression zstd, kv_metadata {${metadata}})`,
  );
  await database.run(`drop table protected.${table}`);
};
