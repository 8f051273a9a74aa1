import {join} from "node:path";
import {tablesFor} from "../../../../schemas/disclosure/audience-tables.ts";
import {type ProductFormat, productFormats} from "../../../../schemas/products.ts";
import type {TableDeclaration} from "../../../../schemas/tables/table.ts";
import {strangeMetadata} from "../../../attack/files/about-files.ts";
import {arrowTable} from "../../../attack/files/arrow-table.ts";
import {besideGaps} from "../../../attack/files/beside-gaps.ts";
import {csvTable} from "../../../attack/files/csv-table.ts";
import {excelTable} from "../../../attack/files/excel-table.ts";
import type {FileTable} from "../../../attack/files/file-table.ts";
import {parquetTraces} from "../../../attack/files/parquet-traces.ts";
import {publishedRows} from "../../../attack/files/published-rows.ts";
import {differences, saysTheSame} from "../../../attack/files/same-cells.ts";
import {strangeColumns, strangeRows} from "../../../attack/files/within-plan.ts";
import type {Leak} from "../../../attack/files/leak.ts";
import type {PublishedTable} from "../../../attack/publication/published-table.ts";
import type {Files} from "../../../effects/files.ts";
import type {Warehouse} from "../../../effects/warehouse.ts";
import {parquetFile} from "./parquet-file.ts";

/** A folder of products: whose they are, and how its files are called in a report. `database` reads Parquet. */
export type ProductFolder = {
  readonly files: Files;
  readonly database: Warehouse;
  readonly folder: string;
  readonly called: string;
  readonly body: string | null;
};
/** The tables found, and what the files alone give away. */
export type ReadProducts = {readonly tables: readonly PublishedTable[]; readonly leaks: readonly Leak[]};
type ReadFile = {readonly table: FileTable; readonly leaks: readonly Leak[]};

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const audienceOf = ({body}: ProductFolder) => (body === null ? "public" : "body");

const ofArrow = (place: ProductFolder, bytes: Uint8Array, file: string, declaration: TableDeclaration): ReadFile => {
  const table = arrowTable(bytes, file);
  const ghosts = table.ghosts.map(
    (name): Leak => ({
      kind: "ghost",
      file,
      table: declaration.name,
      cell: name,
      found: "Werte hinter leeren Zellen",
      expected: "nichts, wo nichts steht",
    }),
  );
  return {table, leaks: [...ghosts, ...strangeMetadata(table.metadata, file, declaration, audienceOf(place))]};
};
const ofParquet = async (place: ProductFolder, file: string, declaration: TableDeclaration): Promise<ReadFile> => {
  const {table, metadata, statistics} = await parquetFile(place.database, join(place.folder, `${declaration.name}.parquet`), file);
  return {table, leaks: [...parquetTraces(table, declaration, statistics), ...strangeMetadata(metadata, file, declaration, audienceOf(place))]};
};
const readers: Readonly<
  Record<ProductFormat, (place: ProductFolder, bytes: Uint8Array, file: string, declaration: TableDeclaration) => Promise<ReadFile> | ReadFile>
> = {
  arrow: ofArrow,
  parquet: (place, _, file, declaration) => ofParquet(place, file, declaration),
  csv: (_, bytes, file, declaration) => ({table: csvTable(text(bytes), file, declaration), leaks: []}),
  excelCsv: (_, bytes, file, declaration) => ({table: excelTable(text(bytes), file, declaration), leaks: []}),
};
/** Typed formats first: what they say is what the others must say. */
const formats: readonly ProductFormat[] = ["arrow", "parquet", "csv", "excelCsv"];

const readTable = async (place: ProductFolder, declaration: TableDeclaration): Promise<ReadProducts> => {
  const read: ReadFile[] = [];
  for (const format of formats) {
    const name = `${declaration.name}.${productFormats[format].extension}`;
    const bytes = await place.files.read(join(place.folder, name));
    if (bytes !== null) read.push(await readers[format](place, bytes, `${place.called}${name}`, declaration));
  }
  const [first, ...others] = read;
  if (first === undefined) return {tables: [], leaks: []};
  const whose = {only: place.body};
  const different = others.filter(({table}) => !saysTheSame(first.table, table, declaration));
  const leaks = [
    ...read.flatMap(({table, leaks: found}) => [...found, ...strangeColumns(table, declaration)]),
    ...[first, ...different].flatMap(({table}) => [...strangeRows(table, declaration, whose), ...besideGaps(table, declaration)]),
    ...different.flatMap(({table}) => differences(first.table, table, declaration)),
  ];
  return {tables: [publishedRows(first.table, declaration)], leaks};
};

/** Reads every table of the plan in every format it lies there in, and compares them cell by cell. */
export const readProducts = async (place: ProductFolder): Promise<ReadProducts> => {
  const read: ReadProducts[] = [];
  for (const declaration of tablesFor(audienceOf(place))) read.push(await readTable(place, declaration));
  return {tables: read.flatMap(({tables}) => tables), leaks: read.flatMap(({leaks}) => leaks)};
};
