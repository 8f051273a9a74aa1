import {inboxPatience, noPatience} from "../../../schemas/inbox.ts";
import type {Desk} from "../intake/desk.ts";
import {importApprovals} from "../intake/approvals.ts";
import {ingest, type IngestSummary} from "../intake/ingest.ts";
import {ingestText} from "../intake/report-ingest.ts";
import {build, type BuildSummary} from "../warehouse/build.ts";
import {buildText} from "../warehouse/report-build.ts";
import {audiencesNow, refreshSite, type SiteBuilder, type SiteRefresh} from "./refresh-site.ts";
import {sitesText} from "./report-sites.ts";
import {takeInReleases} from "./sample-releases.ts";
import {prepareSample, type SampleMaker} from "./sample-state.ts";

export type RunOptions = {
  /** Invented returns with this seed first; left out: only what is in the inbox. */
  readonly sample?: {readonly seed: number; readonly make: SampleMaker};
  readonly asOf?: string | null;
  readonly commit: string | null;
  readonly buildSite: SiteBuilder;
  readonly progress: (done: number, of: number, what: string) => void;
};
export type RunSummary = {readonly made: number; readonly ingested: IngestSummary; readonly built: BuildSummary; readonly sites: readonly SiteRefresh[]};

/**
 * The main job: inbox → archive and ledger → warehouse → products → pages, for every audience. Ends by itself; faults of a body never make it fail.
 * @throws Breached if the attack gets a number back: then nothing is published
 */
export const runAll = async (desk: Desk, {sample, asOf = null, commit, buildSite, progress}: RunOptions): Promise<RunSummary> => {
  const {made} = sample === undefined ? {made: 0} : await prepareSample(desk, sample.seed, sample.make);
  const approvals = `${desk.folder.inbox}/approvals.csv`;
  if (sample !== undefined && (await desk.files.exists(approvals))) {
    await importApprovals(desk, approvals);
    await desk.files.remove(approvals);
  }
  if (sample !== undefined) await takeInReleases(desk);
  const ingested = await ingest(desk, [], {
    // What the run itself has written is complete.
    patience: sample === undefined ? inboxPatience : noPatience,
    progress: (done, of) => progress(done, of, "Dateien gelesen und geprüft"),
  });
  const built = await build(desk, {asOf, commit});
  const sites: SiteRefresh[] = [];
  const audiences = await audiencesNow(desk);
  for (const audience of audiences) {
    sites.push(await refreshSite(desk, audience, buildSite, {proved: true}));
    progress(sites.length, audiences.length, "Websites geschrieben");
  }
  return {made, ingested, built, sites};
};

/** What happened and where to look, in German. */
export const runText = ({made, ingested, built, sites}: RunSummary, root: string): string =>
  [
    ...(made > 0 ? [`${made} erfundene Meldungen geschrieben (Beispieldaten – frei erfunden).`] : []),
    ingestText(ingested),
    buildText(built),
    "",
    sitesText(sites),
    "",
    `Daten: ${root}/products (Parquet, Arrow, CSV; manifest.json nennt Herkunft und Prüfsummen). Veröffentlicht werden darf nur products/public.`,
    ...(built.manifest.synthetic ? ["Alle Zahlen sind frei erfunden."] : []),
  ].join("\n");
