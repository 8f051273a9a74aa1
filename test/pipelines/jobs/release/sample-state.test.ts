import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {type Desk, openDesk} from "../../../../pipelines/jobs/intake/desk.ts";
import {prepareSample, sampleMark} from "../../../../pipelines/jobs/release/sample-state.ts";

let folder: string;
let desk: Desk;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kim-sample-"));
  desk = await openDesk(folder, {parsers: 1});
});
afterEach(async () => {
  desk.examiner.close();
  await rm(folder, {recursive: true, force: true});
});
const make = async (into: string) => {
  await mkdir(into, {recursive: true});
  await writeFile(join(into, "eine.xlsx"), "x");
  return {files: 1};
};
const stopped = async (into: string): Promise<never> => {
  await make(into);
  throw new Error("killed");
};

test("an empty folder gets the sample and its mark", async () => {
  expect(await prepareSample(desk, 1, make)).toEqual({made: 1});
  expect((await sampleMark(desk))?.seed).toBe(1);
});
test("the same sample again is no work", async () => {
  await prepareSample(desk, 1, make);
  expect(await prepareSample(desk, 1, make)).toEqual({made: 0});
});
test("a run that was stopped while writing goes on", async () => {
  await expect(prepareSample(desk, 1, stopped)).rejects.toThrow("killed");
  expect(await prepareSample(desk, 1, make)).toEqual({made: 1});
});
test("a folder with an inbox of its own is left alone", async () => {
  await make(desk.folder.inbox);
  await expect(prepareSample(desk, 1, make)).rejects.toThrow("Beispieldaten kommen nur in einen leeren Ordner");
  expect(await sampleMark(desk)).toBeNull();
});
test("a folder in which a build of nothing noted the policy is still empty", async () => {
  await desk.ledger.append([{type: "policy", policy: "abc", version: 1}]);
  expect(await prepareSample(desk, 1, make)).toEqual({made: 1});
});
test("a sample of another seed is not mixed in", async () => {
  await prepareSample(desk, 1, make);
  await expect(prepareSample(desk, 2, make)).rejects.toThrow("Beispieldaten einer anderen Fassung");
});
