import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import {openWarehouse} from "../../../pipelines/effects/warehouse.ts";
import {tableFor} from "../../../schemas/disclosure/audience-tables.ts";
import {columnsOf, keysOf} from "../../../schemas/tables/columns.ts";
import type {Secret} from "../secrets/secret.ts";
import type {Garden, Plant} from "./garden.ts";

const pathOf = ({products}: Garden, file: string) => join(products, "public", file);
const planted = (file: string) => `products/public/${file}`;

const rowOf = (garden: Garden, {table, key}: Secret): number => {
  const arrow = tableFromIPC(readFileSync(pathOf(garden, `${table}.arrow`)));
  const columns = keysOf(tableFor("public", table)).map((name) => arrow.getChild(name)!);
  return Array.from({length: arrow.numRows}, (_, row) => columns.map((column) => String(column.get(row))).join("|")).indexOf(key);
};
const cells = {",": /("(?:[^"]|"")*"|[^,]*)(?:,|$)/g, ";": /("(?:[^"]|"")*"|[^;]*)(?:;|$)/g} as const;
const intoCsv =
  (ending: string, separator: keyof typeof cells): Plant =>
  (garden) => {
    const secret = garden.withheld(ending);
    const file = `${secret.table}.${ending}`;
    const lines = readFileSync(pathOf(garden, file), "utf8").split("\n");
    const line = rowOf(garden, secret) + 1;
    const column = columnsOf(tableFor("public", secret.table)).findIndex(({name}) => name === secret.column);
    const row = [...lines[line]!.trimEnd().matchAll(cells[separator])].map(([, cell]) => cell!);
    writeFileSync(pathOf(garden, file), lines.with(line, row.slice(0, -1).with(column, secret.exact).join(separator)).join("\n"));
    return planted(file);
  };

const intoParquet: Plant = async (garden) => {
  const {table, column, exact, key} = garden.withheld("parquet");
  const [file, codes] = [`${table}.parquet`, key.split("|")];
  const path = pathOf(garden, file);
  const where = keysOf(tableFor("public", table)).map((name, i) => `${name} = '${codes[i]}'`);
  const database = await openWarehouse();
  await database.run(`create table t as from read_parquet('${path}')`);
  await database.run(`update t set ${column} = ${exact} where ${where.join(" and ")}`);
  await database.run(`copy t to '${path}' (format parquet)`);
  database.close();
  return planted(file);
};
const mostIn = async (path: string, column: string): Promise<bigint> => {
  const database = await openWarehouse();
  const {columns} = await database.values(`select max(${column})::varchar from read_parquet('${path}')`);
  database.close();
  return BigInt(String(columns[0]![0]));
};
/** In the description at the end of the file the largest value of a column becomes another one. */
const intoStatistics: Plant = async (garden) => {
  const {table, column} = garden.withheld("parquet");
  const path = pathOf(garden, `${table}.parquet`);
  const bytes = readFileSync(path);
  const most = Buffer.alloc(8);
  most.writeBigInt64LE(await mostIn(path, column));
  const from = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8);
  // An older and a newer place for it, and nobody says which of them is read.
  for (let at = bytes.indexOf(most, from); at >= 0; at = bytes.indexOf(most, at + 8)) bytes.writeBigInt64LE(most.readBigInt64LE() + 1n, at);
  writeFileSync(path, bytes);
  return planted(`${table}.parquet`);
};
/** Under a cell that is marked as empty. The columns of a table that was read lie in the bytes of its file. */
const intoArrow: Plant = (garden) => {
  const secret = garden.withheld("arrow");
  const file = `${secret.table}.arrow`;
  const bytes = readFileSync(pathOf(garden, file));
  const [data] = tableFromIPC(bytes).getChild(secret.column)!.data;
  (data!.values as BigInt64Array)[rowOf(garden, secret)] = BigInt(secret.exact);
  writeFileSync(pathOf(garden, file), bytes);
  return planted(file);
};

const copied =
  (from: string, to: string): Plant =>
  (garden) => {
    const {others} = garden.truth.house;
    const source = [...others.values()].find((path) => path.endsWith(from));
    if (source !== undefined) cpSync(source, pathOf(garden, to));
    return source && planted(to);
  };

/** Plants in the public products: under which name the search must find each. */
export const inProducts: readonly (readonly [by: string, Plant])[] = [
  ["CSV für die Forschung", intoCsv("csv", ",")],
  ["CSV für Excel", intoCsv("excel.csv", ";")],
  ["Parquet", intoParquet],
  ["Parquet-Statistik", intoStatistics],
  ["Arrow", intoArrow],
  ["Datei eines anderen Kreises", copied("/return_register.csv", "return_register.csv")],
  ["Wasserzeichen eines anderen Kreises", copied("research/finance.csv", "finance.csv")],
];
