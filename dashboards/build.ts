import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {bodies, type Body} from "../schemas/codes/bodies.ts";
import type {Audience} from "../schemas/flow.ts";
import {type Manifest, type ProductFormat, productPath} from "../schemas/products.ts";
import {lightColours, solid} from "./charts/base/solid.ts";
import {bodyProducts} from "./data/products/of-body.ts";
import {type Products, productsOf} from "./data/view.ts";
import type {SiteFile} from "./parts/part.ts";
import {bodySiteOf, siteOf} from "./site.ts";

/** Folder of all products (with one folder for each audience) and the folder of the site, which is replaced as a whole. */
export type SiteRequest = {readonly products: string; readonly out: string; readonly audience: Audience};
export type SiteSummary = {readonly pages: number; readonly files: number; readonly bytes: number; readonly start: string};

const style = join(import.meta.dirname, "style");
const kern = (path: string) => fileURLToPath(import.meta.resolve(`@kern-ux/native/dist/${path}`));
const cuts = ["Regular", "Medium", "SemiBold"];
/** KERN without its 32 font files: the three cuts in use are declared in tokens.css. */
const withoutFonts = (css: string) => css.replace(/@font-face\s*\{[^}]*\}/g, "");

const write = (out: string, path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(out, path)), {recursive: true});
  writeFileSync(join(out, path), content);
};
const copyAssets = (out: string) => {
  for (const name of readdirSync(style)) write(out, `assets/${name}`, readFileSync(join(style, name)));
  write(out, "assets/kern.css", withoutFonts(readFileSync(kern("kern.min.css"), "utf8")));
  // The licences of KERN and Fira ask to travel with them.
  cpSync(join(import.meta.dirname, "../NOTICE"), join(out, "assets/NOTICE.txt"));
  for (const cut of cuts) cpSync(kern(`fonts/fira-sans/FiraSans-${cut}.woff2`), join(out, `assets/fonts/FiraSans-${cut}.woff2`));
};
const given: readonly ProductFormat[] = ["excelCsv", "csv", "parquet"];
/** Copies, so that the links work wherever the site is carried. */
const copyProducts = (products: string, out: string, {audience, products: listed}: Manifest) => {
  mkdirSync(join(out, "data"), {recursive: true});
  for (const {table} of listed)
    for (const format of given)
      cpSync(join(products, productPath(audience, table, format)), join(out, "data", productPath(audience, table, format).split("/")[1]!));
};

/** Whoever reads the old site while the new one is written sees one or the other, never a mixture. */
const replace = (out: string, next: string) => {
  const old = `${out}.old`;
  rmSync(old, {recursive: true, force: true});
  if (existsSync(out)) renameSync(out, old);
  renameSync(next, out);
  rmSync(old, {recursive: true, force: true});
};

const manifestIn = (products: string, audience: Audience) => JSON.parse(readFileSync(join(products, audience, "manifest.json"), "utf8")) as Manifest;
const productsIn = (products: string, audience: Audience): Products =>
  productsOf(manifestIn(products, audience), (table) => readFileSync(join(products, productPath(audience, table, "arrow"))));

/** Pictures get solid colours when they are written. */
const writeFiles = (out: string, files: readonly SiteFile[]) => {
  const colours = lightColours(readFileSync(join(style, "tokens.css"), "utf8"));
  for (const {path, content} of files) write(out, path, path.endsWith(".svg") ? solid(content, colours) : content);
  copyAssets(out);
};
const summaryOf = (files: readonly SiteFile[], start: string): SiteSummary => ({
  pages: files.filter(({path}) => path.endsWith(".html")).length,
  files: files.length,
  bytes: files.reduce((sum, {content}) => sum + content.length, 0),
  start,
});

/** Builds the static site of one audience from product files alone. Same products, same bytes. @throws Error `invalid audience: body` (each body has a site of its own) */
export const buildSite = async ({products, out, audience}: SiteRequest): Promise<SiteSummary> => {
  if (audience === "body") throw new Error(`invalid audience: ${audience}`);
  const read = productsIn(products, audience);
  const files = siteOf(read);
  const next = `${out}.next`;
  rmSync(next, {recursive: true, force: true});
  writeFiles(next, files);
  copyProducts(products, next, read.manifest);
  replace(out, next);
  return summaryOf(files, join(out, "index.html"));
};

/**
 * Builds one small site for each body that has products of its own, in `out`/<key>/: its own rows exact, all others as the public sees them.
 * Each stands alone, so that a folder can be handed to its body.
 */
export const buildBodySites = async ({products, out}: Pick<SiteRequest, "products" | "out">): Promise<SiteSummary> => {
  const shared = productsIn(products, "public");
  const own = manifestIn(products, "body");
  const bytesOf = (path: string) => readFileSync(join(products, path));
  const siteFor = (owner: Body) => bodySiteOf(bodyProducts(shared, own, owner, bytesOf));
  const next = `${out}.next`;
  rmSync(next, {recursive: true, force: true});
  mkdirSync(next, {recursive: true});
  const files = bodies
    .filter(({key}) => own.products.some(({body}) => body === key))
    .flatMap((owner) => {
      const site = siteFor(owner);
      writeFiles(join(next, owner.key), site);
      return site;
    });
  replace(out, next);
  return summaryOf(files, out);
};
