import {join} from "node:path";
import {productPath} from "../../../schemas/products.ts";
import {tables} from "../../../schemas/tables/registry.ts";
import type {DataFolder} from "../../effects/data-folder.ts";
import type {Files} from "../../effects/files.ts";
import {openPool} from "../../effects/parse-pool.ts";
import {findManifest, soundProducts} from "./manifest.ts";
import type {Answer} from "../../effects/warehouse.ts";
import type {Question, Reply} from "./query-child.ts";

const limits = {size: 1, milliseconds: 60_000, memoryBytes: 1024 * 1024 * 1024};
const ended = {
  time: "Die Abfrage dauerte länger als eine Minute und wurde abgebrochen.",
  memory: "Die Abfrage brauchte zu viel Speicher und wurde abgebrochen.",
  crash: "Die Abfrage ist abgebrochen.",
} as const;

/** Products that have been written, by the name a query calls them. */
const written = async ({products}: DataFolder, files: Files): Promise<(readonly [string, string])[]> => {
  const all = tables.map(({name}) => [name, join(products, productPath("controlling", name, "parquet"))] as const);
  const there = await Promise.all(all.map(([, path]) => files.exists(path)));
  return all.filter((_, index) => there[index]);
};

/** Asks the products in a locked process of its own. @throws Refusal if they are not as they were built; Error in German with what is wrong about the query */
export const query = async ({folder, files}: {folder: DataFolder; files: Files}, sql: string): Promise<Answer> => {
  const products = await written(folder, files);
  if (products.length === 0) throw new Error("Es gibt noch keine Datenprodukte. Bitte zuerst „./kim build“ ausführen.");
  if ((await findManifest(files, folder.products, "controlling")).state !== "missing") await soundProducts({files, folder}, "controlling");
  const pool = openPool<Reply>(new URL("./query-child.ts", import.meta.url), limits);
  try {
    const result = await pool.run(new TextEncoder().encode(JSON.stringify({products, sql} satisfies Question)));
    if ("ended" in result) throw new Error(ended[result.ended]);
    if ("fault" in result.done) throw new Error(`Die Abfrage ist nicht ausführbar: ${result.done.fault}`);
    return result.done.answer;
  } finally {
    pool.close();
  }
};

const width = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length));
/** A table for a terminal. */
export const answerText = ({columns, rows}: Answer): string => {
  const texts = [columns, ...rows.map((row) => row.map((value) => value ?? ""))];
  const widths = columns.map((_, index) => width(texts.map((row) => row[index]!)));
  const line = (row: readonly string[]) =>
    row
      .map((text, index) => text.padEnd(widths[index]!))
      .join("  ")
      .trimEnd();
  return [
    line(columns),
    widths.map((each) => "─".repeat(each)).join("  "),
    ...rows.map((row) => line(row.map((value) => value ?? ""))),
    `${rows.length} ${rows.length === 1 ? "Zeile" : "Zeilen"}`,
  ].join("\n");
};
