import {mkdir, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {type DataFolder, dataFolder} from "../../../../pipelines/effects/data-folder.ts";
import {diskFiles} from "../../../../pipelines/effects/files.ts";
import {silentLog} from "../../../../pipelines/effects/log.ts";
import {refreshSite} from "../../../../pipelines/jobs/release/refresh-site.ts";
import type {Audience} from "../../../../schemas/flow.ts";

let folder: DataFolder;
let built: number;
const builder = async ({out}: {out: string}) => {
  built++;
  await mkdir(out, {recursive: true});
  await writeFile(join(out, "index.html"), "");
  return {pages: 7, start: join(out, "index.html")};
};
const manifest = async (text: string, audience: Audience = "controlling") => {
  await mkdir(join(folder.products, audience), {recursive: true});
  await writeFile(join(folder.products, audience, "manifest.json"), text);
};
const refresh = (audience: Audience = "controlling") => refreshSite({folder, files: diskFiles, log: silentLog}, audience, builder);
const attacked = (products: readonly object[] = []) => JSON.stringify({protection: {methods: {}, shares: [], attack: {}}, products});
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
  for (const audience of ["public", "controlling", "research", "body"] as const) await manifest(attacked(), audience);
  expect((await refresh("public")).start).toBe(join(folder.root, "site/index.html"));
  for (const audience of ["controlling", "research", "body"] as const)
    expect((await refresh(audience)).start).toBe(join(folder.root, "desk", audience, "index.html"));
});
test("a body's pages are drawn again when the public products changed, those of the controlling are not", async () => {
  for (const audience of ["public", "controlling", "body"] as const) await manifest(attacked(), audience);
  for (const audience of ["controlling", "body"] as const) await refresh(audience);
  await manifest(`${attacked()} `, "public");
  expect([(await refresh("body")).rebuilt, (await refresh("controlling")).rebuilt]).toEqual([true, false]);
});
test("public products that are not those that were attacked are attacked before anybody sees a page of them", async () => {
  await manifest(attacked([{table: "caseload", rows: 1, files: [{path: "public/caseload.csv", sha256: "0", bytes: 1}]}]), "public");
  await writeFile(join(folder.products, "public/caseload.csv"), "half_year,level,area,area_name,bodies_due,geheim\n2025-H1,state,NRW,NRW,54,3\n");
  await expect(refresh("public")).rejects.toThrow(/^Der Angriff auf die Veröffentlichung war erfolgreich.*\n– .*caseload/);
  expect(built).toBe(0);
});
test("a public page that tells more than the products does not take the place of the old one", async () => {
  await manifest(attacked(), "public");
  await refresh("public");
  await manifest(`${attacked()} `, "public");
  const telling = async ({out}: {out: string}) => {
    await mkdir(out, {recursive: true});
    await writeFile(join(out, "index.html"), '<!doctype html><html lang="de"><body><script>let hidden = 3;</script></body></html>');
    return {pages: 1, start: join(out, "index.html")};
  };
  await expect(refreshSite({folder, files: diskFiles, log: silentLog}, "public", telling)).rejects.toThrow("Es wurde nichts veröffentlicht");
  expect(await readFile(join(folder.site, "index.html"), "utf8")).toBe("");
});
