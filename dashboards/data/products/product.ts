import {DataType, tableFromIPC, type Vector} from "apache-arrow";
import type {TableDeclaration} from "../../../schemas/tables/table.ts";

/** A cell of a product: integers and decimals as integers of 10^-scale units, dates as ISO text, null where nothing stands. */
export type Value = bigint | string | boolean | null;
export type Row = Readonly<Record<string, Value>>;
/** A product file, read once: all rows, and those of one half-year, level and area. */
export type Product = {
  readonly declaration: TableDeclaration;
  readonly rows: readonly Row[];
  readonly at: (halfYear: string, level: string, area: string) => readonly Row[];
};

/** Two's complement, least significant word first. */
const fromWords = (words: Uint32Array): bigint =>
  BigInt.asIntN(
    words.length * 32,
    words.reduceRight((value, word) => (value << 32n) | BigInt(word), 0n),
  );
const isoDate = (value: number | Date) => new Date(value).toISOString().slice(0, 10);

const reader = (type: DataType, name: string): ((value: unknown) => Value) => {
  if (DataType.isInt(type)) return (value) => BigInt(value as number | bigint);
  if (DataType.isDecimal(type)) return (value) => fromWords(value as Uint32Array);
  if (DataType.isBool(type)) return (value) => value as boolean;
  if (DataType.isDate(type) || DataType.isTimestamp(type)) return (value) => isoDate(value as number);
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return (value) => value as string;
  if (DataType.isDictionary(type)) return reader(type.dictionary, name);
  throw new Error(`invalid column type: ${name} ${type}`);
};
const column = (name: string, vector: Vector): Value[] => {
  const read = reader(vector.type, name);
  return Array.from(vector, (value) => (value === null ? null : read(value)));
};

export const productOf = (declaration: TableDeclaration, rows: readonly Row[]): Product => {
  const index = Map.groupBy(rows, (row) => `${row["half_year"]}|${row["level"]}|${row["area"]}`);
  return {declaration, rows, at: (halfYear, level, area) => index.get(`${halfYear}|${level}|${area}`) ?? []};
};
/** @throws Error `invalid column type: NAME TYPE` (a float would not be exact) */
export const readProduct = (bytes: Uint8Array, declaration: TableDeclaration): Product => {
  const table = tableFromIPC(bytes);
  const columns = table.schema.fields.map(({name}, i) => [name, column(name, table.getChildAt(i)!)] as const);
  const rows = Array.from({length: table.numRows}, (_, i): Row => Object.fromEntries(columns.map(([name, values]) => [name, values[i]!])));
  return productOf(declaration, rows);
};
