import {appendFile, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {strToU8, zipSync} from "fflate";
import {afterEach, beforeEach, expect, test} from "vitest";
import {diskFiles} from "../../../pipelines/effects/files.ts";
import {surveyFolder} from "../../../pipelines/intake/inbox.ts";
import {openWatch} from "../../../pipelines/intake/watch.ts";
import {inboxPatience} from "../../../schemas/inbox.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "kim-watch-"));
});
afterEach(() => rm(root, {recursive: true, force: true}));
const start = Date.parse("2026-01-30T08:00:00Z");
const zip = zipSync({a: strToU8("b".repeat(500))});
const path = (name: string) => join(root, "inbox", name);
const put = (name: string, bytes: Uint8Array | string) => diskFiles.write(path(name), bytes, false);

/** One run, so many minutes later: looks, whatever happens between, and looks again. */
const run = async (minutes: number, between: () => Promise<unknown> = async () => undefined) => {
  const watch = await openWatch(diskFiles, join(root, "waiting.json"), join(root, "inbox"), new Date(start + minutes * 60_000), inboxPatience);
  const {candidates} = await surveyFolder(join(root, "inbox"), null, new Date());
  await between();
  const judged = [];
  for (const each of candidates) judged.push({pause: watch.needsPause(each), ...(await watch.judge(each))});
  await watch.save();
  return judged;
};

test("what was the same at two looks is ready; the first time, time must pass between them", async () => {
  await put("a.csv", "a;b");
  expect(await run(0)).toMatchObject([{pause: true, state: "ready"}]);
});
const changes: Record<string, () => Promise<unknown>> = {
  "has grown": () => appendFile(path("a.csv"), "c"),
  "was replaced by another of equal length": async () => {
    await rm(path("a.csv"));
    await writeFile(path("a.csv"), "x;y");
  },
  "was overwritten in place": () => writeFile(path("a.csv"), "x;y"),
  "got a sidecar": () => writeFile(path("a.csv.eingang.json"), "{}"),
};
for (const [what, change] of Object.entries(changes))
  test(`a file that ${what} between two looks waits`, async () => {
    await put("a.csv", "a;b");
    expect(await run(0, change)).toMatchObject([{state: "waiting", waiting: {because: "changing", since: "2026-01-30T08:00:00.000Z", long: false}}]);
  });
test("what was seen by the run before needs no second wait", async () => {
  await put("a.csv", "a;b");
  await run(0, () => appendFile(path("a.csv"), "c"));
  expect(await run(5)).toMatchObject([{pause: false, state: "ready"}]);
});
test("a copy that never ends is said to take long", async () => {
  await put("a.csv", "a");
  await run(0, () => appendFile(path("a.csv"), "b"));
  await run(20, () => appendFile(path("a.csv"), "c"));
  expect(await run(40, () => appendFile(path("a.csv"), "d"))).toMatchObject([{waiting: {because: "changing", since: "2026-01-30T08:00:00.000Z", long: true}}]);
});
test("a torn container waits, and after the stated time is taken for what it is", async () => {
  await put("a.xlsx", zip.subarray(0, 60));
  expect(await run(0)).toMatchObject([{waiting: {because: "torn", until: "2026-01-30T08:30:00.000Z"}}]);
  expect(await run(29)).toMatchObject([{waiting: {because: "torn", until: "2026-01-30T08:30:00.000Z"}}]);
  expect(await run(30)).toMatchObject([{state: "ready"}]);
});
test("the time begins anew when a torn container goes on", async () => {
  await put("a.xlsx", zip.subarray(0, 60));
  await run(0);
  await appendFile(path("a.xlsx"), zip.subarray(60, 80));
  await run(29);
  expect(await run(31)).toMatchObject([{waiting: {because: "torn", since: "2026-01-30T08:00:00.000Z", until: "2026-01-30T08:59:00.000Z"}}]);
});
test("an empty file waits for ever and is named", async () => {
  await put("a.xlsx", "");
  await run(0);
  expect(await run(10_000)).toMatchObject([{waiting: {because: "empty", long: true}}]);
});
test("a remembered state that cannot be read is made anew", async () => {
  await put("a.csv", "a;b");
  for (const text of ["", "{", "null", '{"x": 1}', "[]"]) {
    await writeFile(join(root, "waiting.json"), text);
    expect(await run(0)).toMatchObject([{state: "ready"}]);
  }
});
