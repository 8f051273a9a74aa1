import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {arrowTable} from "../../../pipelines/attack/files/arrow-table.ts";
import {publishedRows} from "../../../pipelines/attack/files/published-rows.ts";
import {diskFiles} from "../../../pipelines/effects/files.ts";
import {openWarehouse, type SqlValue} from "../../../pipelines/effects/warehouse.ts";
import type {Published} from "../../../pipelines/export/edition.ts";
import {writeProduct} from "../../../pipelines/jobs/warehouse/publish/write-products.ts";
import {tableFor} from "../../../schemas/disclosure/audience-tables.ts";
import type {Audience} from "../../../schemas/flow.ts";
import {type Manifest, productPath} from "../../../schemas/products.ts";
import {columnsOf} from "../../../schemas/tables/columns.ts";

export type Row = Readonly<Record<string, SqlValue>>;
/** A product as it lies in a folder of products; `body`: in the folder of that body. */
export type Lying = {readonly products: string; readonly audience: Audience; readonly table: string; readonly body?: string};

export const rowsIn = async ({products, audience, table, body}: Lying): Promise<Row[]> => {
  const bytes = await readFile(join(products, productPath(audience, table, "arrow", body)));
  return [...publishedRows(arrowTable(bytes, table), tableFor(audience, table)).rows];
};
export const manifestIn = async (products: string, audience: Audience): Promise<Manifest> =>
  JSON.parse(await readFile(join(products, audience, "manifest.json"), "utf8")) as Manifest;

/** Writes a product again with other rows, in every format it has, as the build would: a protector that made a mistake. */
export const republish = async ({products, audience, table, body}: Lying, rows: readonly Row[]): Promise<void> => {
  const scratch = await openWarehouse();
  const names = columnsOf(tableFor(audience, table)).map(({name}) => name);
  const published = {audience, table, rows: rows.map((row) => names.map((name) => row[name] ?? null))} as unknown as Published;
  try {
    await writeProduct({folder: products, files: diskFiles, scratch, edition: await manifestIn(products, audience)}, published, body);
  } finally {
    scratch.close();
  }
};
