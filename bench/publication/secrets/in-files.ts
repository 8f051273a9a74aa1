import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {type Data, tableFromIPC} from "apache-arrow";
import {openWarehouse, type Warehouse} from "../../../pipelines/effects/warehouse.ts";
import {tableFor} from "../../../schemas/disclosure/audience-tables.ts";
import {productFormats, type ProductFormat} from "../../../schemas/products.ts";
import {columnsOf, keysOf} from "../../../schemas/tables/columns.ts";
import {decimalText, fromDecimalText} from "../../../schemas/units.ts";
import type {Leaked, Secret} from "./secret.ts";

/** What a file has in a row under a column, as text; `rowOf`: the row of a key. */
type Look = {readonly at: (column: string, row: number) => string | undefined; readonly rowOf: ReadonlyMap<string, number>};

/** Cells of a line of a CSV that quotes only where it must. */
const cellsOf = (line: string, separator: string): string[] =>
  [...line.matchAll(separator === "," ? /("(?:[^"]|"")*"|[^,]*)(?:,|$)/g : /("(?:[^"]|"")*"|[^;]*)(?:;|$)/g)].map(([, cell]) =>
    cell!.replace(/^"|"$/g, "").replaceAll('""', '"'),
  );
const linesOf = (text: string) =>
  text
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split(/\r?\n/);

/** By position of the columns and, since both CSVs have the rows of the Arrow file in their order, of the rows. */
const inCsv = (text: string, separator: string, table: string, keys: readonly string[], back: (cell: string) => string): Look => {
  const rows = linesOf(text)
    .slice(1)
    .map((line) => cellsOf(line, separator));
  const columns = columnsOf(tableFor("public", table)).map(({name}) => name);
  return {at: (column, row) => back(rows[row]?.[columns.indexOf(column)] ?? ""), rowOf: new Map(keys.map((key, i) => [key, i]))};
};
const decimal = (text: string) => text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
const isExact = (found: string | undefined, {exact, shown}: Secret) => {
  if (found === undefined || found === "") return false;
  return decimal(found) === decimal(exact) && (shown === null || decimal(shown) !== decimal(exact));
};

/** What lies in the buffer under a cell, also where it is marked as empty. */
const beneath = (data: Data, row: number): bigint => {
  const width = data.values.length / data.length;
  const words = Array.from(data.values.subarray(row * width, (row + 1) * width) as ArrayLike<number | bigint>).map(BigInt);
  const bits = BigInt(data.values.BYTES_PER_ELEMENT * 8);
  const unsigned = words.reduceRight((sum, word) => (sum << bits) | BigInt.asUintN(Number(bits), word), 0n);
  return BigInt.asIntN(Number(bits) * width, unsigned);
};

type Place = {readonly database: Warehouse; readonly products: string; readonly table: string};
const pathOf = ({products, table}: Place, format: ProductFormat) => join(products, `${table}.${productFormats[format].extension}`);

const inArrow = async (place: Place): Promise<Look & {keys: string[]}> => {
  const table = tableFromIPC(await readFile(pathOf(place, "arrow")));
  const columns = keysOf(tableFor("public", place.table)).map((name) => table.getChild(name)!);
  const keys = Array.from({length: table.numRows}, (_, row) => columns.map((column) => String(column.get(row))).join("|"));
  const scales = new Map(columnsOf(tableFor("public", place.table)).map(({name, type}) => [name, type === "decimal" ? 2 : 0]));
  const at = (column: string, row: number) => {
    const [data] = table.getChild(column)!.data;
    return decimalText(beneath(data!, row), scales.get(column)!);
  };
  return {at, keys, rowOf: new Map(keys.map((key, i) => [key, i]))};
};
const inParquet = async (place: Place): Promise<Look> => {
  const {names, columns} = await place.database.values(`select columns(*)::varchar from read_parquet('${pathOf(place, "parquet")}')`);
  const keyColumns = keysOf(tableFor("public", place.table)).map((name) => columns[names.indexOf(name)]!);
  const rowOf = new Map((keyColumns[0] ?? []).map((_, row) => [keyColumns.map((column) => String(column[row])).join("|"), row]));
  return {rowOf, at: (column, row) => (columns[names.indexOf(column)]?.[row] ?? undefined) as string | undefined};
};

const empty = (scale: number) => (scale === 2 ? "0.00" : "0");
const found = (look: Look, secrets: readonly Secret[], file: string, by: string, isNothing: (text: string, secret: Secret) => boolean): Leaked[] =>
  secrets.flatMap((secret) => {
    const text = look.at(secret.column, look.rowOf.get(secret.key) ?? -1);
    if (text === undefined || isNothing(text, secret) || !isExact(text, secret)) return [];
    return [{by, file, what: `${secret.place}: ${secret.column} ist genau ${secret.exact}`}];
  });

/** Smallest and largest values in the descriptions of groups of rows, which must stand in a cell. */
const inStatistics = async (place: Place): Promise<Leaked[]> => {
  const path = pathOf(place, "parquet");
  const numbers = columnsOf(tableFor("public", place.table)).filter(({type}) => type === "count" || type === "decimal");
  const said = await place.database.rows(
    `select path_in_schema as name, unnest([stats_min_value, stats_max_value]) as value from parquet_metadata('${path}') where stats_max_value is not null`,
  );
  const leaks: Leaked[] = [];
  for (const {name, type} of numbers) {
    const [cells] = (await place.database.values(`select distinct ${name}::varchar from read_parquet('${path}')`)).columns;
    const units = (text: unknown) => fromDecimalText(String(text), type === "decimal" ? 2 : 0);
    const shown = new Set((cells ?? []).filter((cell) => cell !== null).map(units));
    for (const {name: column, value} of said)
      if (column === name && !shown.has(units(value)))
        leaks.push({by: "Parquet-Statistik", file: `${place.table}.parquet`, what: `${name}: ${value} steht in keiner Zelle`});
  }
  return leaks;
};

const germanBack = (cell: string) => (/^-?\d+(,\d+)?$/.test(cell) ? cell.replace(",", ".") : "");
const inTable = async (place: Place, secrets: readonly Secret[]): Promise<Leaked[]> => {
  const arrow = await inArrow(place);
  const text = (format: ProductFormat) => readFile(pathOf(place, format), "utf8");
  const never = () => false;
  const isZeroed = (value: string, {exact}: Secret) => value === empty(exact.includes(".") ? 2 : 0);
  const research = inCsv(await text("csv"), ",", place.table, arrow.keys, (cell) => cell);
  const excel = inCsv(await text("excelCsv"), ";", place.table, arrow.keys, germanBack);
  return [
    // An empty cell has zeros in its buffer: that is no zero of a body.
    ...found(arrow, secrets, `${place.table}.arrow`, "Arrow", isZeroed),
    ...found(await inParquet(place), secrets, `${place.table}.parquet`, "Parquet", never),
    ...found(research, secrets, `${place.table}.csv`, "CSV für die Forschung", never),
    ...found(excel, secrets, `${place.table}.excel.csv`, "CSV für Excel", never),
    ...(await inStatistics(place)),
  ];
};

/** Looks at the place of every secret in all files of a folder of public products. */
export const leakedInFiles = async (products: string, secrets: readonly Secret[], tables: readonly string[]): Promise<Leaked[]> => {
  const database = await openWarehouse();
  const by = Map.groupBy(secrets, ({table}) => table);
  const leaks: Leaked[] = [];
  try {
    for (const table of tables) leaks.push(...(await inTable({database, products, table}, by.get(table) ?? [])));
    return leaks;
  } finally {
    database.close();
  }
};
