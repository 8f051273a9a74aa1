import {join} from "node:path";
import type {Audience} from "../../../schemas/flow.ts";
import type {DataFolder} from "../../effects/data-folder.ts";
import type {Files} from "../../effects/files.ts";
import {sourceHash} from "../../effects/source/source-hash.ts";
import {sha256Of} from "../../effects/store.ts";
import {attackedPages} from "./attacked-pages.ts";
import {readManifest} from "../warehouse/manifest.ts";
import {insistCertified} from "../warehouse/publish/insist-certified.ts";

/** Builds the pages of an audience from product files; given by the entry, since this room does not know the dashboards. */
export type SiteBuilder = (request: {products: string; out: string; audience: Audience}) => Promise<{pages: number; start: string}>;
export type SiteRefresh = {readonly audience: Audience; readonly rebuilt: boolean; readonly pages: number; readonly start: string};
type Place = {readonly files: Files; readonly folder: DataFolder};

/** Who gets pages unless asked otherwise; researchers work with the data. */
export const audiencesWithPages: readonly Audience[] = ["public", "controlling", "body"];
/** While a return is set aside and nobody has accepted that, only the controlling gets new pages: all others show public products, which stay as they were. */
export const audiencesNow = async ({files, folder}: Place): Promise<readonly Audience[]> => {
  const [exact, published] = await Promise.all([readManifest(files, folder.products, "controlling"), readManifest(files, folder.products, "public")]);
  return exact !== null && published?.ledgerHead !== exact.ledgerHead ? ["controlling"] : audiencesWithPages;
};
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
/** What the pages depend on: the products (their manifests name every file's hash) and the code that draws them. @throws Error `missing products: AUDIENCE` */
const inputsOf = async ({files, folder}: Place, audience: Audience): Promise<string> => {
  const hashes = [await sourceHash(files, sources)];
  for (const each of shownOn[audience]) {
    const manifest = await files.read(join(folder.products, each, "manifest.json"));
    if (manifest === null) throw new Error(`missing products: ${each}`);
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

type Kept = Omit<SiteRefresh, "rebuilt"> & {readonly inputs: string};
/**
 * Builds the pages of an audience if products or code changed since the last time, or the start page is gone. What the public sees was attacked before.
 * @throws Error `missing products: AUDIENCE`; Breached if the public products are not those that were attacked, and the attack now gets a number back, or if a page tells more than they do
 */
export const refreshSite = async (place: Place, audience: Audience, build: SiteBuilder): Promise<SiteRefresh> => {
  const {files, folder} = place;
  const kept = join(folder.state, `site-${audience}.json`);
  const known = await files.read(kept);
  const inputs = await inputsOf(place, audience);
  const last = known === null ? null : (JSON.parse(new TextDecoder().decode(known)) as Kept);
  if (last?.inputs === inputs && (await files.exists(last.start))) return {audience, rebuilt: false, pages: last.pages, start: last.start};
  const {pages, start} = await written(place, audience, build);
  await files.write(kept, JSON.stringify({audience, inputs, pages, start} satisfies Kept), false);
  return {audience, rebuilt: true, pages, start};
};
