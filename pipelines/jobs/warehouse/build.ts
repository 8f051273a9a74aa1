import {basename, join} from "node:path";
import type {LedgerLine} from "../../../schemas/events.ts";
import type {Audience} from "../../../schemas/flow.ts";
import type {AttackOutcome, ProtectionReport} from "../../../schemas/disclosure/protection.ts";
import type {Manifest} from "../../../schemas/products.ts";
import {allEnded} from "../../effects/all-ended.ts";
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
import {filesBelow} from "../release/attack/find-published.ts";
import {type SetAside, setAsideCulprits, setAsideIn} from "./submissions/set-aside.ts";
import type {Attack} from "../release/attack/attack-folder.ts";
import {certify, insistReadable} from "./publish/certify.ts";
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
  /** Returns nothing could be built with; while one of them is not accepted by a person, the public products stay as they were. */
  readonly setAside: readonly SetAside[];
  readonly publicKept: boolean;
};
type Manifests = Readonly<Record<Exclude<Audience, "public">, Manifest>> & {readonly public: Manifest | null};
/** The public products as they lie there take part in the new state; without any there are none. */
const keepPublic = async ({files, folder}: Desk, next: string): Promise<void> => {
  const now = join(folder.products, "public");
  for (const path of await filesBelow(files, now)) await files.write(join(next, "public", path), (await files.read(join(now, path)))!, false);
};
const isOpen = ({accepted}: SetAside) => !accepted;

const headOf = (lines: readonly LedgerLine[]) => lines.at(-1)?.hash ?? genesis;
const newest = ({archived, refused}: KnownSubmissions) =>
  [...archived, ...refused]
    .map(({received}) => receivedOn(received))
    .toSorted()
    .at(-1);

/** One invented workbook is enough: what is made of it must say so. */
const syntheticSql = "select coalesce(bool_or(synthetic), false) as synthetic from raw.submission";

const nextName = "warehouse.next.duckdb";
/** What is done about the public: products that are attacked, or those that were. */
type Publishing = {readonly inspect: (products: string, methods: ProtectionReport["methods"]) => Promise<AttackOutcome>} | "kept";
type Told = Pick<Manifest, "asOf" | "commit" | "engine" | "ledgerHead" | "ledgerSeq" | "policy">;
/** Fills the warehouse, writes the products beside the old ones and attacks them; hashing goes on while they are written. @throws Breached */
const filled = async (warehouse: Warehouse, desk: Desk, lines: readonly LedgerLine[], told: Told, publishing: Publishing): Promise<Manifests> => {
  const {folder, files, clock} = desk;
  const {submissions, findingsOf} = await openJudging(desk, lines, told.asOf);
  await assemble(warehouse, submissions, modelFiles(), findingsOf);
  const synthetic = (await warehouse.rows(syntheticSql))[0]!["synthetic"] === true;
  const edition = {synthetic, asOf: told.asOf, dataState: newest(knownOn(lines, told.asOf)) ?? told.asOf ?? receivedOn(clock.now().toISOString())};
  const marts = await readMarts(warehouse);
  const facts = await manifestOf(warehouse, {...told, ...edition});
  const next = nextProducts(folder);
  const target = {folder: next, files, edition: {...edition, policy: told.policy}};
  const [exact, hash] = await allEnded([
    publishExact(marts, new Set(facts.inputs.map(({body}) => body)), target),
    contentHash(warehouse, files, join(folder.state, "content.csv")),
  ]);
  const common = {...facts, contentHash: hash};
  const write = async (manifest: Manifest) => {
    await writeManifest(files, next, manifest);
    return manifest;
  };
  const exactOf = (audience: Exclude<Audience, "public">) => write(manifestFor(audience, common, exact[audience], null));
  const published = async () => {
    if (publishing === "kept") {
      await keepPublic(desk, next);
      const found = await findManifest(files, next, "public");
      return found.state === "sound" ? found.manifest : null;
    }
    const {products, protection, outcome} = await publishSafely(
      (fallen) => publishPublic(marts, seedOf(lines, told.policy), fallen, target),
      (made) => publishing.inspect(next, made.protection.methods),
    );
    return write(manifestFor("public", common, products, {...protection, attack: outcome}));
  };
  const shown = await published();
  return {controlling: await exactOf("controlling"), research: await exactOf("research"), body: await exactOf("body"), public: shown};
};

type Found = Omit<BuildSummary, "policyNoted" | "mended">;
/** A state nobody sees: built in memory and beside the products, read back, and thrown away. */
const attemptedWith =
  (desk: Desk, asOf: string | null, clear: () => Promise<void>) =>
  async (lines: readonly LedgerLine[]): Promise<void> => {
    const warehouse = await openWarehouse();
    const told = {asOf, commit: null, engine: "", ledgerHead: headOf(lines), ledgerSeq: 0, policy: policyHash()};
    try {
      await filled(warehouse, desk, lines, told, {inspect: (next) => insistReadable(desk, next)});
    } finally {
      await warehouse.close();
      await clear();
    }
  };
/** Built beside the old ones; products and warehouse take their names when both are whole and the attack found nothing. */
const buildNow = async (
  desk: Desk,
  lines: readonly LedgerLine[],
  engine: string,
  {asOf = null, commit = null, attack = attackBeside()}: BuildOptions,
): Promise<Found> => {
  const disk = openFolder(desk.folder.root);
  const known = knownOn(lines, asOf);
  const setAside = setAsideIn(lines, asOf);
  const publicKept = setAside.some(isOpen);
  const clear = async () => {
    for (const left of [nextName, `${nextName}.wal`]) await disk.remove(left);
    await clearNext(disk, desk.folder);
  };
  await clear();
  const warehouse = await openWarehouse(join(desk.folder.root, nextName));
  const told = {asOf, commit, engine, ledgerHead: headOf(lines), ledgerSeq: lines.at(-1)?.seq ?? 0, policy: policyHash()};
  try {
    const publishing: Publishing = publicKept ? "kept" : {inspect: (next, methods) => certify(desk, next, methods, attack)};
    const manifests = await filled(warehouse, desk, lines, told, publishing)
      .then(async (made) => {
        await warehouse.finish();
        return made;
      })
      .finally(warehouse.close);
    await disk.move(nextName, basename(desk.folder.warehouse));
    await swapProducts(disk, desk.folder);
    const {controlling: manifest, public: published} = manifests;
    const counts = {submissions: known.archived.length, refused: known.refused.length};
    return {skipped: false, manifest, protection: published?.protection ?? null, ...counts, setAside, publicKept};
  } catch (error) {
    await clear();
    await setAsideCulprits(desk, lines, asOf, error, attemptedWith(desk, asOf, clear));
    return buildNow(desk, await desk.ledger.read(), engine, {asOf, commit, attack});
  }
};

/** What was published last: still what this code makes of this ledger, or of something else, or damaged since (`changed`: paths below products/). */
type Before =
  | {readonly state: "same"; readonly manifests: readonly Manifest[]}
  | {readonly state: "other"}
  | {readonly state: "damaged"; readonly changed: readonly string[]};
const published = async ({files, folder}: Desk, lines: readonly LedgerLine[], engine: string, asOf: string | null): Promise<Before> => {
  // While a person's word is missing, what is public stays as it was.
  const kept = setAsideIn(lines, asOf).some(isOpen);
  const audiences = madeFor.filter((audience) => !kept || audience !== "public");
  const found = await Promise.all(audiences.map((audience) => findManifest(files, folder.products, audience)));
  const manifests = found.flatMap((each) => (each.state === "sound" ? [each.manifest] : []));
  const isSame = manifests.every((each) => each.ledgerHead === headOf(lines) && each.engine === engine && each.asOf === asOf);
  if (manifests.length === 0 || !isSame || !(await files.exists(folder.warehouse))) return {state: "other"};
  const changed = found.flatMap(({state}, i) => (state === "sound" ? [] : [`${audiences[i]}/manifest.json`]));
  for (const manifest of manifests) changed.push(...(await changedFiles(files, folder.products, manifest)));
  return changed.length === 0 ? {state: "same", manifests} : {state: "damaged", changed};
};
const skippedFor = (manifests: readonly Manifest[], lines: readonly LedgerLine[], asOf: string | null): Found => {
  const {archived, refused} = knownOn(lines, asOf);
  const of = (audience: Audience) => manifests.find((manifest) => manifest.audience === audience);
  const setAside = setAsideIn(lines, asOf);
  const counts = {submissions: archived.length, refused: refused.length};
  const protection = of("public")?.protection ?? null;
  return {skipped: true, manifest: of("controlling")!, protection, ...counts, setAside, publicKept: setAside.some(isOpen)};
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
    const found = isSame ? skippedFor(before.manifests, lines, options.asOf ?? null) : await buildNow(desk, lines, engine, options);
    return {...found, policyNoted, mended: before.state === "damaged" ? before.changed : []};
  } finally {
    await release();
  }
};
