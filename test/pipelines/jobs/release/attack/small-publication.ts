import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {openWarehouse, type SqlValue} from "../../../../../pipelines/effects/warehouse.ts";
import {arrowFile} from "../../../../../pipelines/export/arrow.ts";
import type {Edition, Published} from "../../../../../pipelines/export/edition.ts";
import {excelCsv} from "../../../../../pipelines/export/excel-csv.ts";
import {writeParquet} from "../../../../../pipelines/export/parquet.ts";
import {researchCsv} from "../../../../../pipelines/export/research-csv.ts";
import {tableFor} from "../../../../../schemas/disclosure/audience-tables.ts";
import type {Audience} from "../../../../../schemas/flow.ts";
import type {Level} from "../../../../../schemas/tables/table.ts";
import {columnsOf} from "../../../../../schemas/tables/columns.ts";

export const table = "residence_authorities";
/** Granted permits of one place; `null` is withheld. All other figures were not reported. */
export type SmallRow = {readonly level: Level; readonly area: string; readonly granted: bigint | null};
export const rows: readonly SmallRow[] = [
  {level: "body", area: "05111", granted: null},
  {level: "body", area: "05112", granted: null},
  {level: "body", area: "05113", granted: 40n},
  {level: "district", area: "Düsseldorf", granted: 60n},
  {level: "state", area: "NRW", granted: 60n},
];
const edition: Edition = {synthetic: true, dataState: "2026-01-31", asOf: null, policy: "0".repeat(64)};

const valuesOf = (audience: Audience, {level, area, granted}: SmallRow): SqlValue[] =>
  columnsOf(tableFor(audience, table)).map(({name, role, figure}): SqlValue => {
    const isGranted = figure?.name === "p25a_erteilt";
    const byRole: Record<string, SqlValue> = {
      value: isGranted ? granted : null,
      status: isGranted ? (granted === null ? "withheld" : "known") : "not_reported",
      bodies: isGranted ? (level === "body" ? 1 : 3) : 0,
    };
    return byRole[role] ?? {half_year: "2025-H2", level, area, area_name: `Name von ${area}`, bodies_due: 1}[name] ?? null;
  });
export const sealed = (audience: Audience, small: readonly SmallRow[]): Published =>
  ({audience, table, rows: small.map((row) => valuesOf(audience, row))}) as unknown as Published;

export const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, content);
};
type Changed = {
  readonly arrow?: readonly SmallRow[];
  readonly csv?: readonly SmallRow[];
  readonly excelCsv?: readonly SmallRow[];
  readonly parquet?: readonly SmallRow[];
};

/** A folder of products with one table in all formats; each format can be made of other rows. */
export const writeProducts = async (folder: string, audience: Audience, small: readonly SmallRow[], changed: Changed = {}): Promise<void> => {
  const path = (ending: string) => join(folder, `${table}.${ending}`);
  write(path("arrow"), arrowFile(sealed(audience, changed.arrow ?? small), edition));
  write(path("csv"), researchCsv(sealed(audience, changed.csv ?? small), edition));
  write(path("excel.csv"), excelCsv(sealed(audience, changed.excelCsv ?? small), edition));
  const database = await openWarehouse();
  await writeParquet(database, sealed(audience, changed.parquet ?? small), edition, path("parquet"));
  database.close();
};
/** A data folder in which this is published. */
export const dataFolderWith = async (small: readonly SmallRow[] = rows, changed: Changed = {}): Promise<string> => {
  const root = mkdtempSync(join(tmpdir(), "kim-attack-"));
  await writeProducts(join(root, "products", "public"), "public", small, changed);
  return root;
};
