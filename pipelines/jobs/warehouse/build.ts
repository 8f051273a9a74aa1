import {basename, join} from "node:path";
import type {LedgerLine} from "../../../schemas/events.ts";
import type {Manifest} from "../../../schemas/products.ts";
import {openFolder} from "../../effects/folder.ts";
import {genesis} from "../../effects/ledger.ts";
import {openWarehouse, type Warehouse} from "../../effects/warehouse.ts";
import {receivedOn} from "../../load/load-submission.ts";
import {policyHash} from "../../protect/policy-hash.ts";
import type {Desk} from "../intake/desk.ts";
import {assemble} from "./assemble.ts";
import {builderHash} from "./builder-hash.ts";
import {contentHash} from "./content-hash.ts";
import {openJudging} from "./submissions/judging.ts";
import {type KnownSubmissions, knownOn} from "./submissions/known-submissions.ts";
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

const headOf = (lines: readonly LedgerLine[]) => lines.at(-1)?.hash ?? genesis;
const newest = ({archived, refused}: KnownSubmissions) =>
  [...archived, ...refused]
    .map(({received}) => receivedOn(received))
    .toSorted()
    .at(-1);

/** One invented workbook is enough: what is made of it must say so. */
const syntheticSql = "select coalesce(bool_or(synthetic), false) as synthetic from raw.submission";

const nextName = "warehouse.next.duckdb";
/** Fills the warehouse and writes the products; hashing goes on while they are written. */
const filled = async (
  warehouse: Warehouse,
  desk: Desk,
  lines: readonly LedgerLine[],
  told: Pick<Manifest, "asOf" | "commit" | "engine" | "ledgerHead" | "ledgerSeq">,
): Promise<Manifest> => {
  const {folder, files, clock} = desk;
  const {submissions, findingsOf} = await openJudging(desk, lines, told.asOf);
  await assemble(warehouse, submissions, modelFiles(), findingsOf);
  const synthetic = (await warehouse.rows(syntheticSql))[0]!["synthetic"] === true;
  const edition = {synthetic, asOf: told.asOf, dataState: newest(knownOn(lines, told.asOf)) ?? told.asOf ?? receivedOn(clock.now().toISOString())};
  const [products, hash] = await Promise.all([
    publish(warehouse, "controlling", {folder: folder.products, files, edition}),
    contentHash(warehouse, files, join(folder.state, "content.csv")),
  ]);
  return manifestOf(warehouse, {...told, ...edition, audience: "controlling", contentHash: hash, policy: policyHash(), protection: null, products});
};

/** Built beside the old one; takes its name when it is whole. The manifest comes last: killed before, the next run builds again. */
const buildNow = async (desk: Desk, lines: readonly LedgerLine[], engine: string, {asOf = null, commit = null}: BuildOptions): Promise<BuildSummary> => {
  const disk = openFolder(desk.folder.root);
  const known = knownOn(lines, asOf);
  for (const left of [nextName, `${nextName}.wal`]) await disk.remove(left);
  const warehouse = await openWarehouse(join(desk.folder.root, nextName));
  const told = {asOf, commit, engine, ledgerHead: headOf(lines), ledgerSeq: lines.at(-1)?.seq ?? 0};
  const manifest = await filled(warehouse, desk, lines, told).finally(warehouse.close);
  await disk.move(nextName, basename(desk.folder.warehouse));
  await writeManifest(desk.files, desk.folder.products, manifest);
  return {skipped: false, manifest, submissions: known.archived.length, refused: known.refused.length};
};

/** What was published last, if it is still what this code makes of this ledger, and nobody touched it. */
const upToDate = async ({files, folder}: Desk, lines: readonly LedgerLine[], engine: string, asOf: string | null): Promise<Manifest | null> => {
  const before = await readManifest(files, folder.products, "controlling");
  const isSame = before !== null && before.ledgerHead === headOf(lines) && before.engine === engine && before.asOf === asOf;
  return isSame && (await files.exists(folder.warehouse)) && (await isIntact(files, folder.products, before)) ? before : null;
};

/** Archive and ledger → warehouse → products; twice the same input changes nothing. @throws Error in German if another process is building */
export const build = async (desk: Desk, options: BuildOptions = {}): Promise<BuildSummary> => {
  const release = await openFolder(desk.folder.root).hold("state/build.lock");
  if (release === null)
    throw new Error("Ein anderer Vorgang baut gerade den Datenbestand. Bitte warten Sie, bis er fertig ist, und versuchen Sie es noch einmal.");
  try {
    const lines = await desk.ledger.read();
    const engine = await builderHash(desk.files, desk.engine);
    const manifest = await upToDate(desk, lines, engine, options.asOf ?? null);
    if (manifest === null) return await buildNow(desk, lines, engine, options);
    const {archived, refused} = knownOn(lines, options.asOf ?? null);
    return {skipped: true, manifest, submissions: archived.length, refused: refused.length};
  } finally {
    await release();
  }
};
