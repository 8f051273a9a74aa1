import {join} from "node:path";
import {productPath} from "../../../../schemas/products.ts";
import {tables} from "../../../../schemas/tables/registry.ts";
import type {DataFolder} from "../../../effects/data-folder.ts";
import type {Files} from "../../../effects/files.ts";
import {openPool} from "../../../effects/children/pool.ts";
import {Refusal} from "../../../effects/refusal.ts";
import {openSpill} from "../../../effects/spill.ts";
import {findManifest, soundProducts} from "../manifest.ts";
import type {Answer} from "../../../effects/warehouse.ts";
import {notAsked, queryFault} from "./query-fault.ts";
import type {Question, Reply} from "./query-child.ts";

const gigabyte = 1024 * 1024 * 1024;
/** DuckDB computes on several processors at once, so here the clock counts. */
const limits = {size: 1, cpuMilliseconds: Number.POSITIVE_INFINITY, wallMilliseconds: 60_000, memoryBytes: gigabyte, heapBytes: gigabyte / 2, native: true};
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

const isReply = (value: unknown): value is Reply =>
  typeof value === "object" && value !== null && ("answer" in value || "notAsked" in value || "fault" in value);
/** Asks the products in a locked process of its own. @throws Refusal if they are not as they were built, or with what is wrong about the query */
export const query = async ({folder, files}: {folder: DataFolder; files: Files}, sql: string): Promise<Answer> => {
  const products = await written(folder, files);
  if (products.length === 0) throw new Refusal("Es gibt noch keine Datenprodukte. Bitte zuerst „./kim build“ ausführen.");
  if ((await findManifest(files, folder.products, "controlling")).state !== "missing") await soundProducts({files, folder}, "controlling");
  const spill = openSpill();
  const readable = products.map(([, path]) => path);
  const pool = openPool<Question, Reply>(new URL("./query-child.ts", import.meta.url), {...limits, readable}, isReply);
  try {
    const result = await pool.run({products, sql, spill: spill.folder});
    if ("ended" in result) throw new Refusal(ended[result.ended]);
    if ("notAsked" in result.done) throw new Refusal(notAsked[result.done.notAsked]);
    if ("fault" in result.done) {
      const names = products.map(([name]) => name);
      throw new Refusal(`Die Abfrage ist nicht ausführbar: ${queryFault(result.done.fault, names)}`);
    }
    return result.done.answer;
  } finally {
    pool.close();
    spill.close();
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
