import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {LedgerLine} from "../../../schemas/events.ts";
import type {Manifest} from "../../../schemas/products.ts";
import type {DataFolder} from "../../effects/data-folder.ts";
import type {Files} from "../../effects/files.ts";
import {openFolder} from "../../effects/folder.ts";
import {genesis} from "../../effects/ledger.ts";
import {sha256Of} from "../../effects/store.ts";
import {openWarehouse} from "../../effects/warehouse.ts";
import {receivedOn} from "../../load/load-submission.ts";
import type {Desk} from "../intake/desk.ts";
import {assemble} from "./assemble.ts";
import {contentHash} from "./content-hash.ts";
import {examined, type KnownSubmissions, knownOn} from "./known-submissions.ts";
import {isIntact, manifestOf, readManifest, writeManifest} from "./manifest.ts";
import {modelFiles} from "./model-files.ts";
import {publish} from "./publish.ts";

export type BuildOptions = {
  /** Only what had been received by the end of this day (ISO date); null or left out: everything. */
  readonly asOf?: string | null;
  /** Commit of the house, as the manifest names it. */
  readonly commit?: string | null;
};
/** `skipped`: nothing had changed since the products were written. */
export type BuildSummary = {readonly skipped: boolean; readonly manifest: Manifest; readonly submissions: number; readonly refused: number};

const stages = ["load", "model", "protect", "export", "jobs/warehouse"].map((name) => fileURLToPath(new URL(`../../${name}/`, import.meta.url)));
/** Hash of everything between readings and products: a product made by other code is made again. What only proves a product makes none. */
const builderHash = async (files: Files, engine: string): Promise<string> => {
  const paths = (await Promise.all(stages.map((folder) => files.list(folder))))
    .flatMap((found) => found ?? [])
    .filter((path) => !/warehouse.(?:lineage|proof)./.test(path));
  const contents = await Promise.all(paths.map((path) => files.read(path)));
  return sha256Of([engine, ...contents.map((content) => sha256Of(content!))].join("\n")).slice(0, 16);
};

const headOf = (lines: readonly LedgerLine[]) => lines.at(-1)?.hash ?? genesis;
const newest = ({archived, refused}: KnownSubmissions) =>
  [...archived, ...refused]
    .map(({received}) => receivedOn(received))
    .toSorted()
    .at(-1);

/** One invented workbook is enough: what is made of it must say so. */
const syntheticSql = "select coalesce(bool_or(synthetic), false) as synthetic from raw.submission";

const nextPath = ({warehouse}: DataFolder) => warehouse.replace(/\.duckdb$/, ".next.duckdb");
const buildNow = async (desk: Desk, lines: readonly LedgerLine[], engine: string, {asOf = null, commit = null}: BuildOptions): Promise<BuildSummary> => {
  const {folder, files} = desk;
  const known = knownOn(lines, asOf);
  const next = nextPath(folder);
  await files.remove(next);
  await files.remove(`${next}.wal`);
  const warehouse = await openWarehouse(next);
  try {
    await assemble(warehouse, examined(desk, known), modelFiles());
    const synthetic = (await warehouse.rows(syntheticSql))[0]!["synthetic"] === true;
    const edition = {synthetic, asOf, dataState: newest(known) ?? asOf ?? receivedOn(desk.clock.now().toISOString())};
    const products = await publish(warehouse, "controlling", {folder: folder.products, files, edition});
    const manifest = await manifestOf(warehouse, {
      ...edition,
      audience: "controlling",
      contentHash: await contentHash(warehouse, files, join(folder.state, "content.csv")),
      ledgerHead: headOf(lines),
      ledgerSeq: lines.at(-1)?.seq ?? 0,
      engine,
      commit,
      products,
    });
    await writeManifest(files, folder.products, manifest);
    return {skipped: false, manifest, submissions: known.archived.length, refused: known.refused.length};
  } finally {
    warehouse.close();
  }
};

/** Archive and ledger → warehouse → products. The warehouse is built beside the old one and takes its name when it is whole; twice the same input changes nothing. */
export const build = async (desk: Desk, options: BuildOptions = {}): Promise<BuildSummary> => {
  const {folder, files, ledger} = desk;
  const release = await openFolder(folder.root).hold("state/build.lock");
  if (release === null)
    throw new Error("Ein anderer Vorgang baut gerade den Datenbestand. Bitte warten Sie, bis er fertig ist, und versuchen Sie es noch einmal.");
  try {
    const lines = await ledger.read();
    const engine = await builderHash(files, desk.engine);
    const before = await readManifest(files, folder.products, "controlling");
    const {asOf = null} = options;
    const unchanged = before !== null && before.ledgerHead === headOf(lines) && before.engine === engine && before.asOf === asOf;
    if (unchanged && (await isIntact(files, folder.products, before))) {
      const known = knownOn(lines, asOf);
      return {skipped: true, manifest: before, submissions: known.archived.length, refused: known.refused.length};
    }
    const summary = await buildNow(desk, lines, engine, options);
    await openFolder(folder.root).move(nextPath(folder).slice(folder.root.length + 1), folder.warehouse.slice(folder.root.length + 1));
    return summary;
  } finally {
    await release();
  }
};
