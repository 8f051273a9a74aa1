import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterEach, beforeEach, expect, test} from "vitest";
import {diskFiles} from "../../../../pipelines/effects/files.ts";
import {sourceHash} from "../../../../pipelines/effects/source/source-hash.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kim-source-"));
  await writeFile(join(folder, "a.ts"), "one");
});
afterEach(() => rm(folder, {recursive: true, force: true}));
const hash = (counts?: (path: string) => boolean) => sourceHash(diskFiles, [pathToFileURL(`${folder}/`), pathToFileURL(join(folder, "none/"))], counts);

test("the same files have the same hash, a folder that is missing adds nothing", async () => expect(await hash()).toBe(await hash()));
test("another content is another hash", async () => {
  const before = await hash();
  await writeFile(join(folder, "a.ts"), "two");
  expect(await hash()).not.toBe(before);
});
test("a file that does not count changes nothing, one that does changes it", async () => {
  const [before, beforeAll] = [await hash((path) => path.endsWith(".ts")), await hash()];
  await writeFile(join(folder, "notes.md"), "x");
  expect([(await hash((path) => path.endsWith(".ts"))) === before, (await hash()) === beforeAll]).toEqual([true, false]);
});
