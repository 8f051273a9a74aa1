import {DataType, tableFromIPC, type Data, type Vector} from "apache-arrow";
import {decimalText} from "../../../schemas/units.ts";
import type {FileTable, Text} from "./file-table.ts";

/** An Arrow file: its cells, what it says of itself, and columns whose bytes hold more than their cells show. */
export type ArrowTable = FileTable & {readonly metadata: ReadonlyMap<string, string>; readonly ghosts: readonly string[]};

const isoDate = (value: number) => new Date(value).toISOString().slice(0, 10);
/** Two's complement, least significant word first. */
const fromWords = (words: Uint32Array): bigint =>
  BigInt.asIntN(
    words.length * 32,
    words.reduceRight((value, word) => (value << 32n) | BigInt(word), 0n),
  );
const printer = (type: DataType): ((value: unknown) => string) => {
  if (DataType.isDecimal(type)) return (value) => decimalText(fromWords(value as Uint32Array), type.scale);
  if (DataType.isDate(type) || DataType.isTimestamp(type)) return (value) => isoDate(Number(value));
  return String;
};
const texts = (vector: Vector): Text[] => {
  const print = printer(vector.type);
  return Array.from(vector, (value) => (value === null ? null : print(value)));
};

/** A null has its place in the buffer all the same; a number left there can be read by anybody. */
const holdsGhost = ({type, length, nullCount, values, valueOffsets, ...data}: Data): boolean => {
  if (nullCount === 0) return false;
  const nulls = Array.from({length}, (_, i) => i).filter((i) => !((data.nullBitmap[(data.offset + i) >> 3]! >> ((data.offset + i) & 7)) & 1));
  if (DataType.isUtf8(type)) return nulls.some((i) => valueOffsets[i] !== valueOffsets[i + 1]);
  if (DataType.isBool(type)) return nulls.some((i) => ((values[i >> 3] as number) >> (i & 7)) & 1);
  const width = values.length / length;
  return nulls.some((i) => values.subarray(i * width, (i + 1) * width).some((part: number | bigint) => part !== 0 && part !== 0n));
};
/** A dictionary lists values; ours have none. */
const isDictionary = ({type}: Vector) => DataType.isDictionary(type);

export const arrowTable = (bytes: Uint8Array, file: string): ArrowTable => {
  const table = tableFromIPC(bytes);
  const names = table.schema.fields.map(({name}) => name);
  const vectors = names.map((_, i) => table.getChildAt(i)!);
  const about = table.schema.fields.flatMap(({name, metadata}) => [...metadata].map(([key, value]) => [`${name}.${key}`, value] as const));
  return {
    file,
    names,
    columns: vectors.map(texts),
    metadata: new Map([...table.schema.metadata, ...about]),
    ghosts: names.filter((_, i) => isDictionary(vectors[i]!) || vectors[i]!.data.some(holdsGhost)),
  };
};
