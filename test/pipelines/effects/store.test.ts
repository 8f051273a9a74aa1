import {mkdtemp, readdir, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {diskFiles} from "../../../pipelines/effects/files.ts";
import {sha256Of, store} from "../../../pipelines/effects/store.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "kim-store-"));
});
afterEach(() => rm(root, {recursive: true, force: true}));
const bytes = new TextEncoder().encode("Meldung");

test("bytes lie under their own hash, once, with nothing half written beside them", async () => {
  const sha256 = await store(root, diskFiles).put(bytes);
  expect(await store(root, diskFiles).put(bytes)).toBe(sha256);
  expect(await readdir(root)).toEqual([sha256Of("Meldung")]);
  expect(await store(root, diskFiles).get(sha256)).toEqual(bytes);
});
test("what is not there is null", async () => expect(await store(root, diskFiles).get("0")).toBeNull());
test("a file damaged on disk is mended by the same bytes", async () => {
  const sha256 = await store(root, diskFiles).put(bytes);
  await writeFile(join(root, sha256), "Mel");
  await store(root, diskFiles).put(bytes);
  expect(await store(root, diskFiles).get(sha256)).toEqual(bytes);
});
