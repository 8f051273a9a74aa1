import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {type DataFolder, dataFolder} from "../../../../pipelines/effects/data-folder.ts";
import {diskFiles} from "../../../../pipelines/effects/files.ts";
import {refreshSite} from "../../../../pipelines/jobs/release/refresh-site.ts";

let folder: DataFolder;
let built: number;
const builder = async ({out}: {out: string}) => {
  built++;
  await mkdir(out, {recursive: true});
  await writeFile(join(out, "index.html"), "");
  return {pages: 7, start: join(out, "index.html")};
};
const manifest = async (text: string) => {
  await mkdir(join(folder.products, "controlling"), {recursive: true});
  await writeFile(join(folder.products, "controlling/manifest.json"), text);
};
const refresh = () => refreshSite(folder, diskFiles, "controlling", builder);
beforeEach(async () => {
  folder = dataFolder(await mkdtemp(join(tmpdir(), "kim-site-")));
  built = 0;
});
afterEach(() => rm(folder.root, {recursive: true, force: true}));

test("without products there are no pages", () => expect(refresh()).rejects.toThrow("missing products: controlling"));
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
