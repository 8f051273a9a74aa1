import {join} from "node:path";
import {z} from "zod";
import type {Audience} from "../../../schemas/flow.ts";
import type {DataFolder} from "../../effects/data-folder.ts";
import type {Files} from "../../effects/files.ts";
import {openFolder} from "../../effects/folder.ts";
import {keptState} from "../../effects/kept-state.ts";
import type {Log} from "../../effects/log.ts";
import {noProducts} from "../../effects/refusal.ts";
import {sourceHash} from "../../effects/source/source-hash.ts";
import {sha256Of} from "../../effects/store.ts";
import {attackedPages} from "./attacked-pages.ts";
import {insistCertified} from "../warehouse/publish/insist-certified.ts";

/** Builds the pages of an audience from product files; given by the entry, since this room does not know the dashboards. */
export type SiteBuilder = (request: {products: string; out: string; audience: Audience}) => Promise<{pages: number; start: string}>;
export type SiteRefresh = {readonly audience: Audience; readonly rebuilt: boolean; readonly pages: number; readonly start: string};
type Place = {readonly files: Files; readonly folder: DataFolder; readonly log: Log};

/** Who gets pages unless asked otherwise; researchers work with the data. */
export const audiencesWithPages: readonly Audience[] = ["public", "controlling", "body"];
/** Pages of the public are the only ones a web server may serve; all others lie on the desk. */
const siteOf = ({site, desk}: DataFolder, audience: Audience) => (audience === "public" ? site : join(desk, audience));
/** Pages of a body show its own numbers beside the public ones. */
const shownOn: Readonly<Record<Audience, readonly Audience[]>> = {
  public: ["public"],
  controlling: ["controlling"],
  research: ["research"],
  body: ["body", "public"],
};

const sources = ["../../../dashboards/", "../../../schemas/"].map((folder) => new URL(folder, import.meta.url));
/** What the pages depend on: the products (their manifests name every file's hash) and the code that draws them. @throws Refusal without products */
const inputsOf = async ({files, folder}: Place, audience: Audience): Promise<string> => {
  const hashes = [await sourceHash(files, sources)];
  for (const each of shownOn[audience]) {
    const manifest = await files.read(join(folder.products, each, "manifest.json"));
    if (manifest === null) throw noProducts(each);
    hashes.push(sha256Of(manifest));
  }
  return sha256Of(hashes.join(" "));
};

/** What the public sees is attacked first: its products, if they are not those that were, and then its pages. */
const written = async (place: Place, audience: Audience, build: SiteBuilder) => {
  const to = (out: string) => build({products: place.folder.products, out, audience});
  if (audience !== "public") return to(siteOf(place.folder, audience));
  await insistCertified(place);
  return attackedPages(place, to);
};

const keptSite = z.object({audience: z.string(), inputs: z.string(), pages: z.number(), start: z.string()});
type Kept = z.infer<typeof keptSite>;
/**
 * Builds the pages of an audience if products or code changed since the last time, or the start page is gone. What the public sees was attacked before.
 * @throws Refusal without products; Breached if the public products are not those that were attacked, and the attack now gets a number back, or if a page tells more than they do
 */
export const refreshSite = async (place: Place, audience: Audience, build: SiteBuilder): Promise<SiteRefresh> => {
  const {files, folder, log} = place;
  const kept = `site-${audience}.json`;
  const last = await keptState({folder: openFolder(folder.root), say: log.say}, `state/${kept}`, keptSite);
  const inputs = await inputsOf(place, audience);
  if (last?.inputs === inputs && (await files.exists(last.start))) return {audience, rebuilt: false, pages: last.pages, start: last.start};
  const {pages, start} = await written(place, audience, build);
  await files.write(join(folder.state, kept), JSON.stringify({audience, inputs, pages, start} satisfies Kept), false);
  return {audience, rebuilt: true, pages, start};
};
