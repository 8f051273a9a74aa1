import {
  Bool,
  type DataType,
  DateDay,
  Decimal,
  Field,
  Int32,
  Int64,
  makeBuilder,
  RecordBatch,
  Schema,
  Struct,
  makeData,
  Table,
  tableToIPC,
  Utf8,
} from "apache-arrow";
import {columnsOf, type ColumnType} from "../../schemas/tables/columns.ts";
import type {SqlValue} from "../effects/warehouse.ts";
import {declarationOf, type Edition, fileMetadata, type Published} from "./edition.ts";

const types: Readonly<Record<ColumnType, () => DataType>> = {
  text: () => new Utf8(),
  date: () => new DateDay(),
  boolean: () => new Bool(),
  integer: () => new Int32(),
  count: () => new Int64(),
  decimal: () => new Decimal(2, 18),
};

/** A decimal of 128 bits as four words, least significant first. */
const decimalWords = (value: bigint) => new Uint32Array(new BigInt64Array([value, value < 0n ? -1n : 0n]).buffer);
const wire =
  (type: ColumnType) =>
  (value: SqlValue): unknown => {
    if (value === null) return null;
    if (type === "decimal") return decimalWords(value as bigint);
    return type === "date" ? new Date(`${value}T00:00:00Z`) : value;
  };
const columnData = (type: ColumnType, values: readonly SqlValue[]) => {
  const builder = makeBuilder({type: types[type](), nullValues: [null]});
  const convert = wire(type);
  for (const value of values) builder.append(convert(value));
  return builder.finish().flush();
};

/** Arrow IPC file with the declared types; counts are Int64, decimals Decimal(18,2), nothing is a float. */
export const arrowFile = (published: Published, edition: Edition): Uint8Array => {
  const {rows} = published;
  const columns = columnsOf(declarationOf(published));
  const schema = new Schema(
    columns.map(({name, type}) => new Field(name, types[type](), true)),
    new Map(Object.entries(fileMetadata(published, edition))),
  );
  const children = columns.map(({type}, index) =>
    columnData(
      type,
      rows.map((row) => row[index]!),
    ),
  );
  const batch = new RecordBatch(schema, makeData({type: new Struct(schema.fields), length: rows.length, nullCount: 0, children}));
  return tableToIPC(new Table(schema, [batch]), "file");
};
