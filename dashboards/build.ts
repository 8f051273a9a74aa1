import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Audience} from "../schemas/flow.ts";
import {type Manifest, type ProductFormat, productPath} from "../schemas/products.ts";
import {lightColours, solid} from "./charts/base/solid.ts";
import {productsOf} from "./data/view.ts";
import type {SiteFile} from "./parts/part.ts";
import {siteOf} from "./site.ts";

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

/** Builds the static site of one audience from product files alone. Same products, same bytes. */
export const buildSite = async ({products, out, audience}: SiteRequest): Promise<SiteSummary> => {
  const manifest = JSON.parse(readFileSync(join(products, audience, "manifest.json"), "utf8")) as Manifest;
  const colours = lightColours(readFileSync(join(style, "tokens.css"), "utf8"));
  const files = siteOf(productsOf(manifest, (table) => readFileSync(join(products, productPath(audience, table, "arrow")))));
  const finished = ({path, content}: SiteFile) => (path.endsWith(".svg") ? solid(content, colours) : content);
  const next = `${out}.next`;
  rmSync(next, {recursive: true, force: true});
  for (const file of files) write(next, file.path, finished(file));
  copyAssets(next);
  copyProducts(products, next, manifest);
  replace(out, next);
  const bytes = files.reduce((sum, {content}) => sum + content.length, 0);
  return {pages: files.filter(({path}) => path.endsWith(".html")).length, files: files.length, bytes, start: join(out, "index.html")};
};
