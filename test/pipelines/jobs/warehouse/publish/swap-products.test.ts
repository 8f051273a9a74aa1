import {mkdir, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {dataFolder} from "../../../../../pipelines/effects/data-folder.ts";
import {type Folder, openFolder} from "../../../../../pipelines/effects/folder.ts";
import {clearNext, swapProducts} from "../../../../../pipelines/jobs/warehouse/publish/swap-products.ts";

let root: string;
let disk: Folder;
const put = async (path: string, text: string) => {
  await mkdir(join(root, path), {recursive: true});
  await writeFile(join(root, path, "manifest.json"), text);
};
const now = () => readFile(join(root, "products/manifest.json"), "utf8");
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "kim-swap-"));
  disk = openFolder(root);
});
afterEach(() => rm(root, {recursive: true, force: true}));

test("what is whole takes the place of what was there, and nothing else stays", async () => {
  await put("products", "old");
  await put("products.next", "new");
  await swapProducts(disk, dataFolder(root));
  expect([await now(), await disk.folders(".")]).toEqual(["new", ["products"]]);
});
test("the first products need no old ones", async () => {
  await put("products.next", "new");
  await swapProducts(disk, dataFolder(root));
  expect(await now()).toBe("new");
});
test("killed before the new ones had their place, the old ones come back", async () => {
  await put("products.old", "old");
  await put("products.next", "new");
  await clearNext(disk, dataFolder(root));
  expect([await now(), await disk.folders(".")]).toEqual(["old", ["products"]]);
});
test("killed while they were written, the old ones stay", async () => {
  await put("products", "old");
  await put("products.next", "half");
  await clearNext(disk, dataFolder(root));
  expect([await now(), await disk.folders(".")]).toEqual(["old", ["products"]]);
});
