import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import type {Chance} from "../../fixtures/sample/chance.ts";
import {attackPages} from "../../pipelines/attack/pages/attack-pages.ts";
import type {Shelf} from "../../pipelines/attack/pages/placed-numbers.ts";
import {diskFiles} from "../../pipelines/effects/files.ts";
import {openWarehouse} from "../../pipelines/effects/warehouse.ts";
import {readProducts} from "../../pipelines/jobs/release/attack/read-products.ts";

/** Where public products and pages lie, and a way to look cells of products up. */
export type Published = {readonly products: string; readonly site: string; readonly shelf: Shelf};
/** One number written back: into which file, and whether the attack names that file; null where the folder has no place for it. */
export type PutBack = {readonly file: string; readonly found: boolean} | null;
type Put = (published: Published, chance: Chance) => Promise<PutBack>;

/** Replaces one of the places a pattern finds; null if there is none. */
const replacedOnce = (text: string, pattern: RegExp, by: string, chance: Chance): string | null => {
  const places = [...text.matchAll(pattern)];
  if (places.length === 0) return null;
  const place = chance.pick(places);
  return text.slice(0, place.index) + place[0].replace(new RegExp(pattern.source), by) + text.slice(place.index + place[0].length);
};
const small = (chance: Chance) => String(chance.between(1, 4));
const filesOf = (folder: string, ending: RegExp) =>
  readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter((path) => ending.test(path) && !path.startsWith("data"))
    .sort();
/** A file that has such a place, drawn by chance, and what it becomes. */
const changedFile = (folder: string, ending: RegExp, pattern: RegExp, by: string, chance: Chance) => {
  const having = filesOf(folder, ending).filter((path) => readFileSync(join(folder, path), "utf8").search(pattern) >= 0);
  if (having.length === 0) return null;
  const path = chance.pick(having);
  return {path, text: replacedOnce(readFileSync(join(folder, path), "utf8"), new RegExp(pattern.source, "g"), by, chance)!};
};

/** The formats of one table in a folder of their own, one of them changed there, read as the attack reads them. */
const readAlone = async (products: string, name: string, change: (folder: string) => Promise<void> | void): Promise<PutBack> => {
  const [folder, table] = [mkdtempSync(join(tmpdir(), "kim-put-back-")), name.split(".")[0]!];
  const database = await openWarehouse();
  try {
    for (const path of readdirSync(products).filter((each) => each.startsWith(`${table}.`))) cpSync(join(products, path), join(folder, path));
    await change(folder);
    const {leaks} = await readProducts({files: diskFiles, database, folder, called: "", body: null});
    return {file: name, found: leaks.some(({file}) => file === name)};
  } finally {
    database.close();
    rmSync(folder, {recursive: true});
  }
};
const intoText =
  (ending: RegExp, pattern: RegExp, by: (value: string) => string): Put =>
  async ({products}, chance) => {
    const changed = changedFile(products, ending, pattern, by(small(chance)), chance);
    return changed === null ? null : readAlone(products, changed.path, (folder) => writeFileSync(join(folder, changed.path), changed.text));
  };

/** Writes a number into one withheld cell of a Parquet file, and nothing else. */
const intoCell = async (path: string, value: string): Promise<void> => {
  const database = await openWarehouse();
  await database.run(`create table t as from read_parquet('${path}')`);
  const names = (await database.rows("select column_name as name from (describe t)")).map(({name}) => String(name));
  for (const name of names.filter((each) => names.includes(`${each}_status`))) {
    const [cell] = await database.rows(`select rowid as at from t where ${name}_status = 'withheld' limit 1`);
    if (cell === undefined) continue;
    await database.run(`update t set ${name} = ${value} where rowid = ${cell["at"]}`);
    break;
  }
  await database.run(`copy t to '${path}' (format parquet)`);
  database.close();
};
const intoParquet: Put = async ({products}, chance) => {
  const having = changedFile(products, /^[a-z_]+\.csv$/, /[^,],,withheld,/, "", chance);
  const name = having?.path.replace(/csv$/, "parquet");
  return name === undefined ? null : readAlone(products, name, (folder) => intoCell(join(folder, name), small(chance)));
};

/** A changed file of the site with the page it belongs to, or a page with its downloads left out. */
const readPages = ({site, shelf}: Published, path: string, text: string): PutBack => {
  const page = path.replace(/(csv|svg)\/[^/]+$/, "");
  const owners = path.endsWith(".html")
    ? []
    : filesOf(site, /\.html$/).filter((each) => each.startsWith(page) && basename(path).startsWith(`${basename(each, ".html")}-`));
  const files = new Map([...owners.map((each) => [each, readFileSync(join(site, each), "utf8")] as const), [path, text] as const]);
  return {file: path, found: attackPages(files, shelf, 5).leaks.some(({file}) => file === path)};
};
const intoSite =
  (ending: RegExp, pattern: RegExp, by: (value: string) => string): Put =>
  async (published, chance) => {
    const changed = changedFile(published.site, ending, pattern, by(small(chance)), chance);
    return changed === null ? null : readPages(published, changed.path, changed.text);
  };

/** Every way in which a withheld number can come back into what is published. */
export const putBack: Readonly<Record<string, Put>> = {
  "CSV für die Forschung": intoText(/^[a-z_]+\.csv$/, /,,withheld,/, (value) => `,${value},withheld,`),
  "CSV für Excel": intoText(/\.excel\.csv$/, /;geheim;geheim;/, (value) => `;${value};geheim;`),
  Parquet: intoParquet,
  Seite: intoSite(/\.html$/, /(data-place="[^"]*"[^>]*>)\s*<span class="gap"[^>]*>\.<\/span>/, (value) => `$1${value}`),
  "Daten eines Bildes": intoSite(/csv[/\\].*\.csv$/, /;geheim/, (value) => `;${value}`),
  "Bild als Datei": intoSite(/svg[/\\].*\.svg$/, /<\/svg>/, (value) => `<text>${value}77</text></svg>`),
};
