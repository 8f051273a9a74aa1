import {fileURLToPath} from "node:url";
import type {DataFolder} from "../../effects/data-folder.ts";
import type {Files} from "../../effects/files.ts";
import {sha256Of} from "../../effects/store.ts";
import type {Audience} from "../../../schemas/flow.ts";

/** Builds the pages of an audience from product files; given by the entry, since this room does not know the dashboards. */
export type SiteBuilder = (request: {products: string; out: string; audience: Audience}) => Promise<{pages: number; start: string}>;
export type SiteRefresh = {readonly rebuilt: boolean; readonly pages: number; readonly start: string};

const sources = ["../../../dashboards/", "../../../schemas/"].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));
const hashOf = async (files: Files, paths: readonly string[]) =>
  sha256Of((await Promise.all(paths.map(async (path) => sha256Of((await files.read(path))!)))).join("\n"));
/** What the pages depend on: the products (their manifest names every file's hash) and the code that draws them. */
const inputs = async (files: Files, manifest: Uint8Array) => {
  const code = (await Promise.all(sources.map((folder) => files.list(folder)))).flatMap((found) => found ?? []);
  return sha256Of(`${sha256Of(manifest)} ${await hashOf(files, code)}`);
};

/** Builds the site if products or pages changed since the last time, or the start page is gone. @throws Error `missing products: AUDIENCE` */
export const refreshSite = async (folder: DataFolder, files: Files, audience: Audience, build: SiteBuilder): Promise<SiteRefresh> => {
  const manifest = await files.read(`${folder.products}/${audience}/manifest.json`);
  if (manifest === null) throw new Error(`missing products: ${audience}`);
  const kept = `${folder.state}/site.json`;
  const known = await files.read(kept);
  const now = await inputs(files, manifest);
  const last = known === null ? null : (JSON.parse(new TextDecoder().decode(known)) as SiteRefresh & {inputs: string});
  if (last?.inputs === now && (await files.exists(last.start))) return {rebuilt: false, pages: last.pages, start: last.start};
  const {pages, start} = await build({products: folder.products, out: folder.site, audience});
  await files.write(kept, JSON.stringify({inputs: now, pages, start}), false);
  return {rebuilt: true, pages, start};
};
