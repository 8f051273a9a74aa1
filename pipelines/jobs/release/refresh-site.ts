import {join, relative, resolve} from "node:path";
import {z} from "zod";
import type {Audience} from "../../../schemas/flow.ts";
import type {DataFolder} from "../../effects/data-folder.ts";
import type {Files} from "../../effects/files.ts";
import {openFolder} from "../../effects/folder.ts";
import {keptState} from "../../effects/kept-state.ts";
import type {Log} from "../../effects/log.ts";
import {noProducts, Refusal} from "../../effects/refusal.ts";
import {sealed} from "../../effects/sealed.ts";
import {sourceHash} from "../../effects/source/source-hash.ts";
import {sha256Of} from "../../effects/store.ts";
import {findManifest, soundProducts} from "../warehouse/manifest.ts";
import {attackedPages} from "./attacked-pages.ts";

/** Builds the pages of an audience from product files; given by the entry, since this room does not know the dashboards. */
export type SiteBuilder = (request: {products: string; out: string; audience: Audience}) => Promise<{pages: number; start: string}>;
/** `mended`: files below the folder of the site that were missing, changed or strange, though products and code were the same. */
export type SiteRefresh = {
  readonly audience: Audience;
  readonly rebuilt: boolean;
  readonly mended: readonly string[];
  readonly pages: number;
  readonly start: string;
};
type Place = {readonly files: Files; readonly folder: DataFolder; readonly log: Log};

/** Who gets pages unless asked otherwise; researchers work with the data. */
const audiencesWithPages: readonly Audience[] = ["public", "controlling", "body"];
/** While a return is set aside and nobody has accepted that, only the controlling gets new pages: all others show public products, which stay as they were. */
export const audiencesNow = async ({files, folder}: Place): Promise<readonly Audience[]> => {
  const headOf = async (audience: Audience) => {
    const found = await findManifest(files, folder.products, audience);
    return found.state === "sound" ? found.manifest.ledgerHead : null;
  };
  const [exact, published] = [await headOf("controlling"), await headOf("public")];
  return exact !== null && published !== exact ? ["controlling"] : audiencesWithPages;
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

const keptSite = z.strictObject({inputs: z.string(), pages: z.number(), start: z.string(), files: z.array(z.tuple([z.string(), z.string(), z.string()]))});
/**
 * What was written last: `start` relative to the data folder, `files` relative to the folder of the site, with their hash and with the stamp the disk gave them.
 * Nothing in it knows where the data folder lies.
 */
type Kept = z.infer<typeof keptSite>;
const keptName = (audience: Audience) => `state/site-${audience}.json`;
const sealOf = (audience: Audience) => `site ${audience}`;
const readKept = ({folder, log}: Place, audience: Audience): Promise<Kept | null> =>
  keptState({folder: openFolder(folder.root), say: log.say}, keptName(audience), keptSite, sealOf(audience));

const atOnce = 64;
/** Every file of a site with its hash. A file of which the disk says that nobody wrote it since is not read again. */
const filesOf = async (files: Files, site: string, kept: Kept["files"]): Promise<Kept["files"]> => {
  const before = new Map(kept.map(([path, hash, stamp]) => [`${path} ${stamp}`, hash]));
  const look = async (path: string): Promise<Kept["files"][number]> => {
    const name = relative(site, path).replaceAll("\\", "/");
    const stamp = (await files.stamp(path))?.stamp ?? "";
    return [name, before.get(`${name} ${stamp}`) ?? sha256Of((await files.read(path)) ?? ""), stamp];
  };
  const paths = (await files.list(site)) ?? [];
  const found: Kept["files"] = [];
  for (let from = 0; from < paths.length; from += atOnce) found.push(...(await Promise.all(paths.slice(from, from + atOnce).map(look))));
  return found;
};
const differing = (kept: Kept["files"], found: Kept["files"]): string[] => {
  const hashes = (all: Kept["files"]) => new Map(all.map(([path, hash]) => [path, hash]));
  const [before, now] = [hashes(kept), hashes(found)];
  return [...new Set([...before.keys(), ...now.keys()])].filter((path) => before.get(path) !== now.get(path)).sort();
};

/** What is shown is byte for byte what the build made and, for the public, attacked. @throws Refusal if it is not */
const insistShowable = async (place: Place, audience: Audience): Promise<void> => {
  for (const each of shownOn[audience]) {
    const {protection} = await soundProducts(place, each);
    if (each === "public" && protection === null)
      throw new Refusal("Die öffentlichen Datenprodukte sind nicht angegriffen worden. Bitte „./kim build“ ausführen.", 1);
  }
};
/** Pages that the public sees are attacked before they take the place of the old ones. */
const written = (place: Place, audience: Audience, build: SiteBuilder) => {
  const to = (out: string) => build({products: place.folder.products, out, audience});
  return audience === "public" ? attackedPages(place, to) : to(siteOf(place.folder, audience));
};

/**
 * Builds the pages of an audience if products or code changed since the last time, or if any of its files is missing, changed or strange.
 * `proved`: the caller has just built or proved the products.
 * @throws Refusal without products, or if they are not as they were built; Breached if a page tells more than they do
 */
export const refreshSite = async (place: Place, audience: Audience, build: SiteBuilder, {proved = false} = {}): Promise<SiteRefresh> => {
  const {files, folder} = place;
  const site = resolve(siteOf(folder, audience));
  const inputs = await inputsOf(place, audience);
  if (!proved) await insistShowable(place, audience);
  const last = await readKept(place, audience);
  const isSame = last !== null && last.inputs === inputs;
  const mended = isSame ? differing(last.files, await filesOf(files, site, last.files)) : [];
  if (isSame && mended.length === 0) return {audience, rebuilt: false, mended, pages: last.pages, start: join(folder.root, last.start)};
  const {pages, start} = await written(place, audience, build);
  const kept: Kept = {inputs, pages, start: relative(folder.root, start).replaceAll("\\", "/"), files: await filesOf(files, site, [])};
  await files.write(join(folder.root, keptName(audience)), sealed(sealOf(audience), JSON.stringify(kept)), false);
  return {audience, rebuilt: true, mended, pages, start};
};
