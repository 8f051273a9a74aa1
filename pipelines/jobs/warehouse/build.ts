import {basename, join} from "node:path";
import type {LedgerLine} from "../../../schemas/events.ts";
import type {Audience} from "../../../schemas/flow.ts";
import type {Manifest} from "../../../schemas/products.ts";
import {openFolder} from "../../effects/folder.ts";
import {holderSentence} from "../../effects/holder.ts";
import {genesis} from "../../ledger/chain.ts";
import {insistSound} from "../../ledger/verify.ts";
import {openWarehouse, type Warehouse} from "../../effects/warehouse.ts";
import {receivedOn} from "../../load/load-submission.ts";
import {policyHash} from "../../protect/policy-hash.ts";
import type {Desk} from "../intake/desk.ts";
import {assemble} from "./assemble.ts";
import {builderHash} from "./builder-hash.ts";
import {contentHash} from "./content-hash.ts";
import {openJudging} from "./submissions/judging.ts";
import {type KnownSubmissions, knownOn} from "./submissions/known-submissions.ts";
import {changedFiles, findManifest, madeFor, manifestFor, manifestOf, writeManifest} from "./manifest.ts";
import {modelFiles} from "./model-files.ts";
import {notePolicy} from "./note-policy.ts";
import {attackBeside} from "../release/attack/beside/attack-beside.ts";
import type {Attack} from "../release/attack/attack-folder.ts";
import {certify} from "./publish/certify.ts";
import {publishExact, publishPublic} from "./publish/publish-all.ts";
import {publishSafely} from "./publish/publish-safely.ts";
import {readMarts} from "./publish/read-marts.ts";
import {seedOf} from "./publish/seed-of.ts";
import {clearNext, nextProducts, swapProducts} from "./publish/swap-products.ts";
import {Refusal} from "../../effects/refusal.ts";

export type BuildOptions = {
  /** Only what had been received by the end of this day (ISO date); null or left out: everything. */
  readonly asOf?: string | null;
  /** Commit of the house, as the manifest names it. */
  readonly commit?: string | null;
  /** Who attacks what was made before it is published; a test may send one that finds something. */
  readonly attack?: Attack;
};
/**
 * `skipped`: nothing had changed since the products were written. `manifest` is that of the controlling, `protection` says how the public products were
 * made safe; `policyNoted`: the policy was new and now stands in the ledger; `mended`: files below products/ that were missing or changed and are written anew.
 */
export type BuildSummary = {
  readonly skipped: boolean;
  readonly manifest: Manifest;
  readonly protection: Manifest["protection"];
  readonly policyNoted: boolean;
  readonly mended: readonly string[];
  readonly submissions: number;
  readonly refused: number;
};
type Manifests = Readonly<Record<Audience, Manifest>>;

const headOf = (lines: readonly LedgerLine[]) => lines.at(-1)?.hash ?? genesis;
const newest = ({archived, refused}: KnownSubmissions) =>
  [...archived, ...refused]
    .map(({received}) => receivedOn(received))
    .toSorted()
    .at(-1);

/** One invented workbook is enough: what is made of it must say so. */
const syntheticSql = "select coalesce(bool_or(synthetic), false) as synthetic from raw.submission";

const nextName = "warehouse.next.duckdb";
type Told = Pick<Manifest, "asOf" | "commit" | "engine" | "ledgerHead" | "ledgerSeq" | "policy">;
/** Fills the warehouse, writes the products beside the old ones and attacks them; hashing goes on while they are written. @throws Breached */
const filled = async (warehouse: Warehouse, desk: Desk, lines: readonly LedgerLine[], told: Told, attack: Attack): Promise<Manifests> => {
  const {folder, files, clock} = desk;
  const {submissions, findingsOf} = await openJudging(desk, lines, told.asOf);
  await assemble(warehouse, submissions, modelFiles(), findingsOf);
  const synthetic = (await warehouse.rows(syntheticSql))[0]!["synthetic"] === true;
  const edition = {synthetic, asOf: told.asOf, dataState: newest(knownOn(lines, told.asOf)) ?? told.asOf ?? receivedOn(clock.now().toISOString())};
  const marts = await readMarts(warehouse);
  const facts = await manifestOf(warehouse, {...told, ...edition});
  const next = nextProducts(folder);
  const target = {folder: next, files, edition: {...edition, policy: told.policy}};
  const [exact, hash] = await Promise.all([
    publishExact(marts, new Set(facts.inputs.map(({body}) => body)), target),
    contentHash(warehouse, files, join(folder.state, "content.csv")),
  ]);
  const shown = await publishSafely(
    (fallen) => publishPublic(marts, seedOf(lines, told.policy), fallen, target),
    ({protection}) => certify(desk, next, protection.methods, attack),
  );
  const products = {...exact, public: shown.products};
  const report = (audience: Audience) => (audience === "public" ? {...shown.protection, attack: shown.outcome} : null);
  const made = madeFor.map((audience) => manifestFor(audience, {...facts, contentHash: hash}, products[audience], report(audience)));
  for (const manifest of made) await writeManifest(files, next, manifest);
  return Object.fromEntries(made.map((manifest) => [manifest.audience, manifest])) as Manifests;
};

type Found = Omit<BuildSummary, "policyNoted" | "mended">;
/** Built beside the old ones; products and warehouse take their names when both are whole and the attack found nothing. */
const buildNow = async (
  desk: Desk,
  lines: readonly LedgerLine[],
  engine: string,
  {asOf = null, commit = null, attack = attackBeside()}: BuildOptions,
): Promise<Found> => {
  const disk = openFolder(desk.folder.root);
  const known = knownOn(lines, asOf);
  const clear = async () => {
    for (const left of [nextName, `${nextName}.wal`]) await disk.remove(left);
    await clearNext(disk, desk.folder);
  };
  await clear();
  const warehouse = await openWarehouse(join(desk.folder.root, nextName));
  const told = {asOf, commit, engine, ledgerHead: headOf(lines), ledgerSeq: lines.at(-1)?.seq ?? 0, policy: policyHash()};
  try {
    const manifests = await filled(warehouse, desk, lines, told, attack).finally(warehouse.close);
    await disk.move(nextName, basename(desk.folder.warehouse));
    await swapProducts(disk, desk.folder);
    const {controlling: manifest, public: published} = manifests;
    return {skipped: false, manifest, protection: published.protection, submissions: known.archived.length, refused: known.refused.length};
  } catch (error) {
    await clear();
    throw error;
  }
};

/** What was published last: still what this code makes of this ledger, or of something else, or damaged since (`changed`: paths below products/). */
type Before =
  | {readonly state: "same"; readonly manifests: readonly Manifest[]}
  | {readonly state: "other"}
  | {readonly state: "damaged"; readonly changed: readonly string[]};
const published = async ({files, folder}: Desk, lines: readonly LedgerLine[], engine: string, asOf: string | null): Promise<Before> => {
  const found = await Promise.all(madeFor.map((audience) => findManifest(files, folder.products, audience)));
  const manifests = found.flatMap((each) => (each.state === "sound" ? [each.manifest] : []));
  const isSame = manifests.every((each) => each.ledgerHead === headOf(lines) && each.engine === engine && each.asOf === asOf);
  if (manifests.length === 0 || !isSame || !(await files.exists(folder.warehouse))) return {state: "other"};
  const changed = found.flatMap(({state}, i) => (state === "sound" ? [] : [`${madeFor[i]}/manifest.json`]));
  for (const manifest of manifests) changed.push(...(await changedFiles(files, folder.products, manifest)));
  return changed.length === 0 ? {state: "same", manifests} : {state: "damaged", changed};
};
const skippedFor = (manifests: readonly Manifest[], {archived, refused}: KnownSubmissions): Found => {
  const of = (audience: Audience) => manifests.find((manifest) => manifest.audience === audience)!;
  return {skipped: true, manifest: of("controlling"), protection: of("public").protection, submissions: archived.length, refused: refused.length};
};

/**
 * Archive and ledger → warehouse → products of every audience, attacked before they are shown; twice the same input changes nothing.
 * @throws Breached if the attack gets a number back; Refusal if ledger or archive are damaged; Error in German if another process is building
 */
export const build = async (desk: Desk, options: BuildOptions = {}): Promise<BuildSummary> => {
  const disk = openFolder(desk.folder.root);
  const release = await disk.hold("state/build.lock");
  if (release === null) {
    const holder = await disk.holder("state/build.lock");
    throw new Refusal(
      `Ein anderer Vorgang baut gerade den Datenbestand${holder === null ? "" : ` (${holderSentence(holder)})`}. Bitte warten Sie, bis er fertig ist, und versuchen Sie es noch einmal.`,
    );
  }
  try {
    await insistSound(desk);
    const policyNoted = await notePolicy(desk.ledger);
    const lines = await desk.ledger.read();
    const engine = await builderHash(desk.files, desk.engine);
    const before = await published(desk, lines, engine, options.asOf ?? null);
    const isSame = before.state === "same";
    const found = isSame ? skippedFor(before.manifests, knownOn(lines, options.asOf ?? null)) : await buildNow(desk, lines, engine, options);
    return {...found, policyNoted, mended: before.state === "damaged" ? before.changed : []};
  } finally {
    await release();
  }
};
