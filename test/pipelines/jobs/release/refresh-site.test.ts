import {mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {type DataFolder, dataFolder} from "../../../../pipelines/effects/data-folder.ts";
import {diskFiles} from "../../../../pipelines/effects/files.ts";
import {silentLog} from "../../../../pipelines/effects/log.ts";
import {attackedPages} from "../../../../pipelines/jobs/release/attacked-pages.ts";
import {refreshSite} from "../../../../pipelines/jobs/release/refresh-site.ts";
import {sitesText} from "../../../../pipelines/jobs/release/report-sites.ts";
import {writeManifest} from "../../../../pipelines/jobs/warehouse/manifest.ts";
import type {Audience} from "../../../../schemas/flow.ts";
import type {Manifest} from "../../../../schemas/products.ts";

let folder: DataFolder;
let built: number;
const builder = async ({out}: {out: string}) => {
  built++;
  await rm(out, {recursive: true, force: true});
  await mkdir(out, {recursive: true});
  await writeFile(join(out, "index.html"), "");
  if (!out.startsWith(folder.site)) await writeFile(join(out, "zahlen.html"), "34");
  return {pages: 7, start: join(out, "index.html")};
};
/** Products that say something of themselves; the public ones have been attacked. */
const manifest = async (commit: string, audience: Audience = "controlling", products: Manifest["products"] = []) => {
  const protection = {methods: {}, shares: [], attack: {attackers: [], cells: 0, breaches: 0, certificate: ""}} as const;
  await writeManifest(diskFiles, folder.products, {...blank, audience, commit, protection, products});
};
const refresh = (audience: Audience = "controlling") => refreshSite({folder, files: diskFiles, log: silentLog}, audience, builder);
const blank: Omit<Manifest, "audience" | "commit" | "protection" | "products"> = {
  schema: 1,
  synthetic: true,
  asOf: null,
  dataState: "2025-07-20",
  halfYears: [],
  contentHash: "",
  ledgerHead: "",
  ledgerSeq: 0,
  engine: "",
  inputs: [],
  rules: [],
  policy: "",
};
beforeEach(async () => {
  folder = dataFolder(await mkdtemp(join(tmpdir(), "kim-site-")));
  built = 0;
});
afterEach(() => rm(folder.root, {recursive: true, force: true}));

test("without products there are no pages", () => expect(refresh()).rejects.toThrow("Es gibt noch keine Datenprodukte (controlling)"));
test("unchanged products are not drawn twice", async () => {
  await manifest("a");
  expect([(await refresh()).rebuilt, (await refresh()).rebuilt, built]).toEqual([true, false, 1]);
});
test("changed products are drawn again", async () => {
  await manifest("a");
  await refresh();
  await manifest("b");
  expect((await refresh()).rebuilt).toBe(true);
});
test("a site that is gone is drawn again", async () => {
  await manifest("a");
  const {start} = await refresh();
  await rm(start);
  expect((await refresh()).rebuilt).toBe(true);
});

test("only the pages of the public lie where a web server may serve them", async () => {
  for (const audience of ["public", "controlling", "research", "body"] as const) await manifest("a", audience);
  expect((await refresh("public")).start).toBe(join(folder.root, "site/index.html"));
  for (const audience of ["controlling", "research", "body"] as const)
    expect((await refresh(audience)).start).toBe(join(folder.root, "desk", audience, "index.html"));
});
test("a body's pages are drawn again when the public products changed, those of the controlling are not", async () => {
  for (const audience of ["public", "controlling", "body"] as const) await manifest("a", audience);
  for (const audience of ["controlling", "body"] as const) await refresh(audience);
  await manifest("b", "public");
  expect([(await refresh("body")).rebuilt, (await refresh("controlling")).rebuilt]).toEqual([true, false]);
});
test("products that are not those that were built and attacked are shown to nobody", async () => {
  await manifest("a", "public", [{table: "caseload", rows: 1, files: [{path: "public/caseload.csv", sha256: "0", bytes: 1}]}]);
  await expect(refresh("public")).rejects.toThrow(/nicht mehr die, die aufgebaut wurden: products\/public\/caseload\.csv/);
  await manifest("b", "public");
  await writeFile(join(folder.products, "public/manifest.json"), (await readFile(join(folder.products, "public/manifest.json"), "utf8")).replace('"b"', '"c"'));
  await expect(refresh("public")).rejects.toThrow(/products\/public\/manifest\.json/);
  expect(built).toBe(0);
});
test.each([
  ["missing", (path: string) => rm(path)],
  ["changed", (path: string) => writeFile(path, "von Hand")],
  [
    "emptied, with its old time",
    async (path: string) => {
      const {atime, mtime} = await stat(path);
      await writeFile(path, "");
      await utimes(path, atime, mtime);
    },
  ],
] as const)("a page that is %s is drawn again, and named", async (_, damage) => {
  await manifest("a");
  await refresh();
  await damage(join(folder.desk, "controlling/zahlen.html"));
  expect(await refresh()).toMatchObject({rebuilt: true, mended: ["zahlen.html"]});
  expect(await readFile(join(folder.desk, "controlling/zahlen.html"), "utf8")).toBe("34");
  expect((await refresh()).rebuilt).toBe(false);
});
test("a page that nobody drew does not stay beside the others", async () => {
  await manifest("a", "public");
  await refresh("public");
  await writeFile(join(folder.site, "fremd.html"), "x");
  const again = await refresh("public");
  expect(again).toMatchObject({rebuilt: true, mended: ["fremd.html"]});
  expect(sitesText([again])).toMatch(/7 Seiten geschrieben; Dateien fehlten, waren verändert oder fremd: fremd\.html/);
});
test("a state that is torn or was edited is not believed", async () => {
  await manifest("a");
  await refresh();
  const kept = join(folder.state, "site-controlling.json");
  await writeFile(kept, (await readFile(kept, "utf8")).replace('"pages":7', '"pages":8'));
  expect(await refresh()).toMatchObject({rebuilt: true, pages: 7});
  await writeFile(kept, "");
  expect((await refresh()).rebuilt).toBe(true);
});
test("no state knows where the data folder lies: moved, its pages are still up to date; moved without them, they are drawn", async () => {
  await manifest("a");
  await refresh();
  const before = folder;
  folder = dataFolder(`${before.root}-moved`);
  await rename(before.root, folder.root);
  expect(await readFile(join(folder.state, "site-controlling.json"), "utf8")).not.toContain(before.root);
  expect(await refresh()).toMatchObject({rebuilt: false, start: join(folder.desk, "controlling/index.html")});
  await rm(folder.desk, {recursive: true});
  expect((await refresh()).rebuilt).toBe(true);
});
test("a public page that tells more than the products does not take the place of the old one", async () => {
  await manifest("a", "public");
  await refresh("public");
  await manifest("b", "public");
  const telling = async ({out}: {out: string}) => {
    await mkdir(out, {recursive: true});
    await writeFile(join(out, "index.html"), '<!doctype html><html lang="de"><body><script>let hidden = 3;</script></body></html>');
    return {pages: 1, start: join(out, "index.html")};
  };
  await expect(refreshSite({folder, files: diskFiles, log: silentLog}, "public", telling)).rejects.toThrow("Es wurde nichts veröffentlicht");
  expect(await readFile(join(folder.site, "index.html"), "utf8")).toBe("");
});

test("pages that could not be written to their end are removed, and the old ones stay", async () => {
  await mkdir(folder.site, {recursive: true});
  await writeFile(join(folder.site, "index.html"), "alt");
  const full = async (out: string) => {
    await mkdir(out, {recursive: true});
    await writeFile(join(out, "index.html"), "neu");
    throw new Error("ENOSPC");
  };
  await expect(attackedPages({files: diskFiles, folder}, full)).rejects.toThrow("ENOSPC");
  expect(await readdir(folder.root)).toEqual(["site"]);
  expect(await readFile(join(folder.site, "index.html"), "utf8")).toBe("alt");
});
