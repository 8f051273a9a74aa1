import {join} from "node:path";
import type {Audience} from "../../../schemas/flow.ts";
import {type Manifest, type ProductFormat, productFormats, productPath} from "../../../schemas/products.ts";
import {columnsOf, keysOf} from "../../../schemas/tables/columns.ts";
import {tables} from "../../../schemas/tables/registry.ts";
import type {TableDeclaration} from "../../../schemas/tables/table.ts";
import type {Files} from "../../effects/files.ts";
import {sha256Of} from "../../effects/store.ts";
import {openWarehouse, type SqlValue, type Warehouse} from "../../effects/warehouse.ts";
import {arrowFile} from "../../export/arrow.ts";
import {codebook} from "../../export/codebook.ts";
import type {Edition, Published} from "../../export/edition.ts";
import {excelCsv} from "../../export/excel-csv.ts";
import {writeParquet} from "../../export/parquet.ts";
import {productSchema} from "../../export/product-schema.ts";
import {researchCsv} from "../../export/research-csv.ts";
import {protect} from "../../protect/seal.ts";

type Products = Manifest["products"];
type Target = {readonly folder: string; readonly files: Files; readonly scratch: Warehouse; readonly edition: Edition};

const rowsOf = async (warehouse: Warehouse, table: TableDeclaration): Promise<SqlValue[][]> => {
  const names = columnsOf(table)
    .map(({name}) => `"${name}"`)
    .join(", ");
  const {columns} = await warehouse.values(
    `select ${names} from mart.${table.name} order by ${keysOf(table)
      .map((key) => `"${key}"`)
      .join(", ")}`,
  );
  return Array.from({length: columns[0]?.length ?? 0}, (_, row) => columns.map((column) => column[row]!));
};

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
const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

const writeTable = async (target: Target, published: Published): Promise<Products[number]> => {
  const files: Products[number]["files"][number][] = [];
  for (const format of Object.keys(productFormats) as ProductFormat[]) {
    const path = productPath(published.audience, published.table, format);
    const content = await contents[format](target, published);
    await target.files.write(join(target.folder, path), content, false);
    files.push({path, sha256: sha256Of(content), bytes: Buffer.byteLength(content)});
  }
  return {table: published.table, rows: published.rows.length, files};
};

/** Writes every mart as products of an audience; what disclosure control did not seal cannot be written. */
export const publish = async (warehouse: Warehouse, audience: Audience, target: Omit<Target, "scratch">): Promise<Products> => {
  const scratch = await openWarehouse();
  const products: Products[number][] = [];
  try {
    for (const table of tables) {
      products.push(await writeTable({...target, scratch}, protect(audience, table.name, await rowsOf(warehouse, table))));
      await target.files.write(join(target.folder, audience, "schema", `${table.name}.schema.json`), json(productSchema(table)), false);
    }
  } finally {
    scratch.close();
  }
  await target.files.write(join(target.folder, audience, "codebook.json"), json(codebook(audience, target.edition)), false);
  return products;
};
