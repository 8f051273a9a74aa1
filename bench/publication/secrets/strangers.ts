import {createHash} from "node:crypto";
import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {watermarkOf} from "../../../schemas/disclosure/watermark.ts";
import {isPublicTable} from "../../../schemas/disclosure/plan.ts";
import type {Audience} from "../../../schemas/flow.ts";
import type {Leaked} from "./secret.ts";

/** Hashes nobody outside may see, and what lies in the folders of others: by its hash, where. */
export type House = {
  readonly submissions: ReadonlySet<string>;
  readonly ledger: ReadonlySet<string>;
  readonly head: string;
  readonly others: ReadonlyMap<string, string>;
};

export const filesIn = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, encoding: "utf8"})
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => statSync(join(folder, path)).isFile())
    .toSorted();
export const hashOf = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");

const marks = (["controlling", "research", "body"] satisfies Audience[]).map((audience) => Buffer.from(watermarkOf(audience)!).toString("latin1"));
const data = /^(?:data\/)?([a-z_]+)\.(?:parquet|arrow|csv|excel\.csv)$/;
const isForeign = (path: string) => {
  const [, table] = data.exec(path) ?? [];
  return (
    (table !== undefined && !isPublicTable(table)) ||
    /(^|\/)(controlling|research|body|desk|state|archive|payload)\//.test(path) ||
    /\.(duckdb|wal|ndjson|xlsx)$/.test(path)
  );
};

/** Files of others, what they say on them, hashes of returns and of the ledger, and maps to a source. */
export const strangersIn = (folder: string, house: House): Leaked[] =>
  filesIn(folder).flatMap((file): Leaked[] => {
    const bytes = readFileSync(join(folder, file));
    const text = bytes.toString("latin1");
    const hashes = [...text.matchAll(/[0-9a-f]{64}/g)].map(([hash]) => hash);
    const mark = marks.find((each) => text.includes(each));
    const origin = house.others.get(hashOf(bytes));
    const isHead = (hash: string) => hash === house.head && file === "manifest.json";
    const found: readonly (readonly [string, string | undefined])[] = [
      ["Datei eines anderen Kreises", isForeign(file) ? file : origin],
      ["Wasserzeichen eines anderen Kreises", mark === undefined ? undefined : Buffer.from(mark, "latin1").toString()],
      ["Prüfsumme einer Meldung", hashes.find((hash) => house.submissions.has(hash))],
      ["Prüfsumme des Ledgers", hashes.find((hash) => house.ledger.has(hash) && !isHead(hash))],
      ["Verweis auf Quelltext", file.endsWith(".map") || text.includes("sourceMappingURL") ? file : undefined],
    ];
    return found.flatMap(([by, what]) => (what === undefined ? [] : [{by, file, what}]));
  });
