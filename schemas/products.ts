import type {ProtectionReport} from "./disclosure/protection.ts";
import type {Audience} from "./flow.ts";

/** How a product file is written. Research: UTF-8, comma, dot, ISO dates. Excel: UTF-8 with BOM, semicolon, decimal comma, dd.mm.yyyy, words for gaps. */
export const productFormats = {
  parquet: {extension: "parquet", label: "Parquet"},
  arrow: {extension: "arrow", label: "Arrow IPC"},
  csv: {extension: "csv", label: "CSV für die Forschung"},
  excelCsv: {extension: "excel.csv", label: "CSV für Excel"},
} as const;
export type ProductFormat = keyof typeof productFormats;

/** A product lies at products/<audience>/<table>.<extension>, what only one body may see at products/body/<key>/<table>.<extension>. */
export const productPath = (audience: Audience, table: string, format: ProductFormat, body?: string) =>
  `${audience}/${body === undefined ? "" : `${body}/`}${table}.${productFormats[format].extension}`;

/** A product of a manifest: its table, how many rows it has, its files below products/; `body`: the one body it is for. */
export type ListedProduct = {
  readonly table: string;
  readonly body?: string;
  readonly rows: number;
  readonly files: readonly {readonly path: string; readonly sha256: string; readonly bytes: number}[];
};

/** Written beside the products as products/<audience>/manifest.json, there with a `checksum` over the rest, so that an edited one shows. */
export type Manifest = {
  readonly schema: 1;
  readonly audience: Audience;
  /** True for invented sample data; every page and product then says so. */
  readonly synthetic: boolean;
  /** Only what had been received by then is in (ISO date), or null for everything known. */
  readonly asOf: string | null;
  /** Newest receipt in it: the state of the data (ISO date). */
  readonly dataState: string;
  readonly halfYears: readonly {readonly halfYear: string; readonly provisional: boolean; readonly due: number; readonly counted: number}[];
  readonly contentHash: string;
  /** Hash of the last line of the ledger that is in it, and its number: a cut end of the ledger shows here. */
  readonly ledgerHead: string;
  readonly ledgerSeq: number;
  readonly engine: string;
  readonly commit: string | null;
  /** The returns in it; none are listed for the public and the bodies, since a hash lets others test what a file says. */
  readonly inputs: readonly {readonly sha256: string; readonly body: string; readonly halfYear: string}[];
  readonly rules: readonly string[];
  /** Hash of the disclosure policy it was made under. */
  readonly policy: string;
  /** How the public products were kept safe; null for those who see exact numbers. */
  readonly protection: ProtectionReport | null;
  readonly products: readonly ListedProduct[];
  /** What is written beside them (codebook, schemas), by path below products/; filled in when the manifest is written. */
  readonly documents?: readonly {readonly path: string; readonly sha256: string}[];
};
