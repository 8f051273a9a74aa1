import {join} from "node:path";
import {type ListedProduct, type ProductFormat, productFormats, productPath} from "../../../../schemas/products.ts";
import {allEnded} from "../../../effects/all-ended.ts";
import type {Files} from "../../../effects/files.ts";
import {sha256Of} from "../../../effects/store.ts";
import type {Warehouse} from "../../../effects/warehouse.ts";
import {arrowFile} from "../../../export/arrow.ts";
import type {Edition, Published} from "../../../export/edition.ts";
import {excelCsv} from "../../../export/excel-csv.ts";
import {writeParquet} from "../../../export/parquet.ts";
import {researchCsv} from "../../../export/research-csv.ts";

/** Where products are written; `scratch` is a database in memory in which Parquet is made. */
export type Target = {readonly folder: string; readonly files: Files; readonly scratch: Warehouse; readonly edition: Edition};

/** DuckDB writes files itself; what it wrote beside the products is taken over as a whole. */
const parquetBytes = async ({folder, files, scratch, edition}: Target, published: Published): Promise<Uint8Array> => {
  const path = join(folder, published.audience, ".parquet.next");
  await files.write(path, "", false);
  await writeParquet(scratch, published, edition, path);
  const bytes = await files.read(path);
  await files.remove(path);
  return bytes!;
};
const contents: Readonly<Record<ProductFormat, (target: Target, published: Published) => Promise<Uint8Array> | Uint8Array | string>> = {
  parquet: parquetBytes,
  arrow: ({edition}, published) => arrowFile(published, edition),
  csv: ({edition}, published) => researchCsv(published, edition),
  excelCsv: ({edition}, published) => excelCsv(published, edition),
};
const allFormats = Object.keys(productFormats) as ProductFormat[];
/** A body opens its own rows in a spreadsheet, its pages read Arrow. */
const forBody: readonly ProductFormat[] = ["arrow", "excelCsv"];

/** Writes one table; what disclosure control did not seal cannot be written. `body`: the only one it is for. */
export const writeProduct = async (target: Target, published: Published, body?: string): Promise<ListedProduct> => {
  const written = async (format: ProductFormat) => {
    const path = productPath(published.audience, published.table, format, body);
    const content = await contents[format](target, published);
    await target.files.write(join(target.folder, path), content, false);
    return {path, sha256: sha256Of(content), bytes: Buffer.byteLength(content)};
  };
  const files = await allEnded((body === undefined ? allFormats : forBody).map(written));
  return {table: published.table, ...(body === undefined ? {} : {body}), rows: published.rows.length, files};
};
