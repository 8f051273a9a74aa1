import type {Desk} from "../intake/desk.ts";
import {importApprovals} from "../intake/approvals.ts";
import {ingest, type IngestSummary} from "../intake/ingest.ts";
import {ingestText} from "../intake/report-ingest.ts";
import {build, type BuildSummary} from "../warehouse/build.ts";
import {buildText} from "../warehouse/report-build.ts";
import {refreshSite, type SiteBuilder, type SiteRefresh} from "./refresh-site.ts";
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
export type RunSummary = {readonly made: number; readonly ingested: IngestSummary; readonly built: BuildSummary; readonly site: SiteRefresh};

/** The main job: inbox → archive and ledger → warehouse → products → pages. Ends by itself; faults of a body never make it fail. */
export const runAll = async (desk: Desk, {sample, asOf = null, commit, buildSite, progress}: RunOptions): Promise<RunSummary> => {
  const {made} = sample === undefined ? {made: 0} : await prepareSample(desk, sample.seed, sample.make);
  const approvals = `${desk.folder.inbox}/approvals.csv`;
  if (sample !== undefined && (await desk.files.exists(approvals))) {
    await importApprovals(desk, approvals);
    await desk.files.remove(approvals);
  }
  if (sample !== undefined) await takeInReleases(desk);
  const ingested = await ingest(desk, [], {progress: (done, of) => progress(done, of, "Dateien gelesen und geprüft")});
  const built = await build(desk, {asOf, commit});
  const site = await refreshSite(desk.folder, desk.files, "controlling", buildSite);
  return {made, ingested, built, site};
};

/** What happened and where to look, in German. */
export const runText = ({made, ingested, built, site}: RunSummary, root: string): string =>
  [
    ...(made > 0 ? [`${made} erfundene Meldungen geschrieben (Beispieldaten – frei erfunden).`] : []),
    ingestText(ingested),
    buildText(built),
    site.rebuilt ? `${site.pages} Seiten geschrieben.` : `${site.pages} Seiten sind auf dem Stand.`,
    "",
    `Ansehen:  ${site.start}`,
    `Daten:    ${root}/products/controlling (Parquet, Arrow, CSV; manifest.json nennt Herkunft und Prüfsummen)`,
    ...(built.manifest.synthetic ? ["Alle Zahlen sind frei erfunden."] : []),
  ].join("\n");
