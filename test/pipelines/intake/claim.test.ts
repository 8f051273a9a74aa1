import {spawn} from "node:child_process";
import {mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {lookAt, mayBeAtWork} from "../../../pipelines/effects/entries.ts";
import {openClaims, type Candidate} from "../../../pipelines/intake/claim.ts";
import {surveyFolder} from "../../../pipelines/intake/inbox.ts";

const at = "2026-01-31T22:45:00.123Z";
const now = new Date(at);
const receiving = {at, stated: false, repairsAccepted: false};
let inbox: string;
beforeEach(async () => {
  inbox = await mkdtemp(join(tmpdir(), "kim-claim-"));
});
afterEach(() => rm(inbox, {recursive: true, force: true}));
const put = (name: string, text: string) => writeFile(join(inbox, name), text);
const text = (name: string) => readFile(join(inbox, name), "utf8");
const candidate = async (name: string, sidecar?: string): Promise<Candidate> => {
  const beside = sidecar === undefined ? null : {path: join(inbox, sidecar), name: sidecar, look: (await lookAt(join(inbox, sidecar)))!};
  return {path: join(inbox, name), name, look: (await lookAt(join(inbox, name)))!, sidecar: beside, ours: true, claimed: null};
};
/** What a run leaves behind that is killed after it has claimed; its process does not exist. */
const killedWith = async (name: string, sidecar?: string) => {
  await openClaims({...receiving, stated: true}).claim(await candidate(name, sidecar));
  const folder = (await readdir(inbox)).find((each) => each.startsWith(".kim-"))!;
  await rename(join(inbox, folder), join(inbox, folder.replace(/^\.kim-\d+/, ".kim-4194999")));
};

test("a second file under the name of a claimed one is not touched", async () => {
  await put("a.xlsx", "eins");
  const claims = openClaims(receiving);
  const first = await candidate("a.xlsx");
  const claimed = await claims.claim(first);
  await put("a.xlsx", "zwei");
  expect(await claims.remove(first, claimed!, first.look)).toBe("removed");
  await claims.tidy();
  expect([await readdir(inbox), await text("a.xlsx")]).toEqual([["a.xlsx"], "zwei"]);
});
test("of two runs one gets the file, with its sidecar", async () => {
  await put("a.xlsx", "eins");
  await put("a.xlsx.eingang.json", "{}");
  const file = await candidate("a.xlsx", "a.xlsx.eingang.json");
  const both = await Promise.all([openClaims(receiving).claim(file), openClaims(receiving).claim(file)]);
  expect(both.filter((each) => each !== null)).toHaveLength(1);
  expect(await readFile(both.find((each) => each !== null)!.sidecar!, "utf8")).toBe("{}");
});
test("what was written to after it was read is given back", async () => {
  await put("a.xlsx", "eins");
  const claims = openClaims(receiving);
  const first = await candidate("a.xlsx");
  const claimed = await claims.claim(first);
  await writeFile(claimed!.path, "eins und mehr");
  expect(await claims.remove(first, claimed!, first.look)).toBe("changed");
  expect(await text("a.xlsx")).toBe("eins und mehr");
});
test("giving back never overwrites, and the sidecar follows its file", async () => {
  await put("a.xlsx", "eins");
  await put("a.xlsx.eingang.json", "von eins");
  const claims = openClaims(receiving);
  const first = await candidate("a.xlsx", "a.xlsx.eingang.json");
  const claimed = await claims.claim(first);
  await put("a.xlsx", "zwei");
  await claims.giveBack(first, claimed!);
  await claims.tidy();
  expect((await readdir(inbox)).sort()).toEqual(["a (2).xlsx", "a (2).xlsx.eingang.json", "a.xlsx"]);
  expect([await text("a (2).xlsx"), await text("a (2).xlsx.eingang.json"), await text("a.xlsx")]).toEqual(["eins", "von eins", "zwei"]);
});
test("what a killed run had claimed is taken over with the time it came", async () => {
  await put("a.xlsx", "eins");
  await put("a.xlsx.eingang.json", "{}");
  await killedWith("a.xlsx", "a.xlsx.eingang.json");
  const {candidates} = await surveyFolder(inbox, openClaims({...receiving, at: "2026-02-02T08:00:00.000Z"}), now);
  expect(candidates).toMatchObject([
    {path: join(inbox, "a.xlsx"), name: "a.xlsx", claimed: {receiving: {at, stated: true}, sidecar: expect.stringMatching(/json$/)}},
  ]);
});
test("a sidecar claimed without its file goes back beside it", async () => {
  await put("a.xlsx", "eins");
  await put("a.xlsx.eingang.json", "{}");
  await killedWith("a.xlsx", "a.xlsx.eingang.json");
  const folder = (await readdir(inbox)).find((each) => each.startsWith(".kim-"))!;
  await rename(join(inbox, folder, "a.xlsx"), join(inbox, "a.xlsx"));
  expect((await surveyFolder(inbox, openClaims(receiving), now)).candidates).toMatchObject([{claimed: null, sidecar: {name: "a.xlsx.eingang.json"}}]);
});
test("what another run works at is left to it and named, unless it does nothing for long", async () => {
  const theirs = `.kim-${process.ppid}-abcdef-20260131T224500123Z-`;
  await mkdir(join(inbox, theirs));
  await put(join(theirs, "a.xlsx"), "eins");
  const found = await surveyFolder(inbox, openClaims(receiving), new Date());
  expect([found.candidates, found.left]).toMatchObject([[], [{path: join(inbox, "a.xlsx"), reason: expect.stringMatching(/anderen Vorgang/)}]]);
  await utimes(join(inbox, theirs), new Date(Date.now() - 3_600_000), new Date(Date.now() - 3_600_000));
  expect((await surveyFolder(inbox, openClaims(receiving), new Date())).candidates).toHaveLength(1);
});

test("a claim whose number belongs to a later process by now is taken over at once; the claim of a process at work is not", async () => {
  await put("a.xlsx", "eins");
  await openClaims(receiving).claim(await candidate("a.xlsx"));
  const [folder = ""] = (await readdir(inbox)).filter((each) => each.startsWith(".kim-"));
  // The process that started this one lives, and its start is another than ours.
  const reused = folder.replace(/^\.kim-\d+/, `.kim-${process.ppid}`);
  await rename(join(inbox, folder), join(inbox, reused));
  expect((await surveyFolder(inbox, openClaims(receiving), new Date())).candidates.map(({name}) => name)).toEqual(["a.xlsx"]);
});
test("the mark of a process at work counts until it ends, also one of an earlier version, which says nothing of its start", async () => {
  const other = spawn(process.execPath, [
    "-e",
    `import("${new URL("../../../pipelines/effects/entries.ts", import.meta.url)}").then((it) => { console.log(it.ownMark()); setInterval(() => 0, 1000); })`,
  ]);
  const mark = await new Promise<string>((resolve) => other.stdout.once("data", (chunk) => resolve(String(chunk).trim())));
  expect([mayBeAtWork(mark), mayBeAtWork(mark.slice(0, -12)), mayBeAtWork(mark.replace(/-.{12}/, "-0123456789ab"))]).toEqual([true, true, false]);
  const ended = new Promise((resolve) => other.once("exit", resolve));
  other.kill("SIGKILL");
  await ended;
  expect(mayBeAtWork(mark)).toBe(false);
});
test("a name as long as the file system allows is taken", async () => {
  const name = `${"a".repeat(250)}.xlsx`;
  await put(name, "eins");
  const found = await surveyFolder(inbox, openClaims(receiving), now);
  expect([found.troubles, found.candidates.map((each) => each.name)]).toEqual([[], [name]]);
  expect(await lookAt(join(inbox, `${name}.eingang.json`))).toBe(null);
});
