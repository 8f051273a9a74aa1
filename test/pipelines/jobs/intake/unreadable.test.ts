import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {hostileFiles} from "../../../../fixtures/hostile/hostile-files.ts";
import {oneReturn} from "../../../../fixtures/sample/one-return.ts";
import {loadArchived} from "../../../../pipelines/jobs/intake/desk.ts";
import {ingest} from "../../../../pipelines/jobs/intake/ingest.ts";
import {answerNotPersonal} from "../../../../pipelines/jobs/intake/quarantine/answer.ts";
import {emptyQuarantine} from "../../../../pipelines/jobs/intake/quarantine/empty-quarantine.ts";
import {foldLedger} from "../../../../pipelines/ledger/fold.ts";
import {sha256Of} from "../../../../pipelines/effects/store.ts";
import {verifyLedger} from "../../../../pipelines/ledger/verify.ts";
import {freshDesk} from "./desk.ts";

const utf8 = new TextEncoder();
const form = await oneReturn();
const secret = "Frau Ayse Yilmaz;12.03.1987";
const list = utf8.encode(`Name;Geburtsdatum\n${secret}\n`);
/** What people send by mistake: each names somebody where no check looks. */
const strangers: Readonly<Record<string, Uint8Array>> = {
  "kunden.csv": list,
  "brief.eml": utf8.encode(`From: a@example.org\nSubject: Fall\n\n${secret}`),
  "seite.html": utf8.encode(`<html><body>${secret}</body></html>`),
  "brief.pdf": utf8.encode(`%PDF-1.7\n${secret}`),
  "bild.jpg": Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), utf8.encode(secret)]),
  "brief.rtf": utf8.encode(`{\\rtf1 ${secret}}`),
  "vorspann.xlsx": Buffer.concat([utf8.encode(secret), form]),
  "halb.xlsx": Buffer.concat([form.subarray(0, form.length / 2), utf8.encode(secret)]),
};

let fresh: Awaited<ReturnType<typeof freshDesk>>;
beforeEach(async () => {
  fresh = await freshDesk();
});
afterEach(() => fresh.remove());
const listed = (folder: string) => readdir(join(fresh.root, folder)).catch(() => []);
const known = async () => foldLedger(await fresh.desk.ledger.read());
/** Everything that goes into a backup, as one text. */
const lasting = async () => {
  const entries = await readdir(fresh.root, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile() && !/quarantine$/.test(entry.parentPath)).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((path) => readFile(path, "latin1")))).join("\n");
};
const laterDesk = (now: string) => ({...fresh.desk, clock: {now: () => new Date(now)}});

for (const [name, bytes] of Object.entries(strangers))
  test(`${name} is rejected, and nothing of its content lasts`, async () => {
    await fresh.drop(name, bytes);
    const {files} = await ingest(fresh.desk, []);
    expect(files).toMatchObject([{outcome: "rejected", findings: [{rule: "STR-010"}]}]);
    expect([await listed("archive"), await listed("quarantine")]).toEqual([[], [sha256Of(bytes)]]);
    expect(await lasting()).not.toContain("Yilmaz");
  });
test("every hostile file that cannot be read says the same again from the ledger alone", async () => {
  const files = (await hostileFiles()).filter((file) => "refused" in file && file.bytes.length > 0);
  for (const {name, bytes} of files) await fresh.drop(name, bytes);
  const found = new Map((await ingest(fresh.desk, [])).files.map(({sha256, findings}) => [sha256, findings]));
  expect(await listed("archive")).toEqual([]);
  for (const sha256 of await listed("quarantine")) await fresh.desk.quarantine.remove(sha256);
  for (const submission of (await known()).submissions.values())
    expect((await loadArchived(fresh.desk, submission)).checked.findings).toEqual(found.get(submission.sha256));
  expect([found.size, (await verifyLedger(fresh.desk)).faults]).toEqual([files.length, []]);
});
test("its bytes wait fourteen days and are deleted; when they come again they are known", async () => {
  await fresh.drop("kunden.csv", list);
  await ingest(fresh.desk, []);
  await emptyQuarantine(laterDesk("2025-08-14T00:00:00Z"));
  expect(await listed("quarantine")).toEqual([sha256Of(list)]);
  await emptyQuarantine(laterDesk("2025-08-16T00:00:00Z"));
  expect(await listed("quarantine")).toEqual([]);
  await fresh.drop("kunden.csv", list);
  expect((await ingest(laterDesk("2025-08-17T00:00:00Z"), [])).files).toMatchObject([{outcome: "known"}]);
  expect([await listed("inbox"), await listed("quarantine"), (await verifyLedger(fresh.desk)).faults]).toEqual([[], [], []]);
});
test("what an earlier engine could not read is read when it comes again, as of when it first came", async () => {
  const broken = {examine: async () => fresh.desk.examiner.examine(strangers["halb.xlsx"]!), close: () => undefined};
  await fresh.drop("a.xlsx", form, "2025-07-22T09:14:00Z");
  expect((await ingest({...fresh.desk, engine: "before", examiner: broken}, [])).files).toMatchObject([{outcome: "rejected"}]);
  await fresh.drop("a.xlsx", form, "2025-07-30T09:14:00Z");
  expect((await ingest(fresh.desk, [])).files).toMatchObject([{outcome: "accepted", received: "2025-07-22T09:14:00.000Z"}]);
  const [submission] = [...(await known()).submissions.values()];
  expect([submission?.kept, submission?.format, await listed("archive"), await listed("quarantine")]).toEqual([undefined, "xlsx", [sha256Of(form)], []]);
});
test("one that was archived before, or of which the head was kept, still stands in the ledger as it was", async () => {
  const sha256 = sha256Of(list);
  const received = {type: "received", sha256, size: list.length, format: "csv", received: "2025-07-22T09:14:00.000Z", name: sha256} as const;
  await fresh.desk.ledger.append([received, {...received, sha256: "b".repeat(64), kept: "head"}]);
  await fresh.desk.archive.put(list);
  const [archived, large] = await Promise.all([...(await known()).submissions.values()].map((each) => loadArchived(fresh.desk, each)));
  expect(archived!.checked.findings).toMatchObject([{rule: "STR-010", found: "eine Textdatei (z. B. CSV), keine Excel-Datei,"}]);
  expect(large!.checked.findings).toMatchObject([{rule: "STR-010", found: "zu groß (höchstens 20 MB)"}]);
});

test("a return with an embedded object waits until its sender says that nobody is in it", async () => {
  const {bytes} = (await hostileFiles()).find(({name}) => name === "objekt.xlsx")!;
  await fresh.drop("a.xlsx", bytes);
  const {files} = await ingest(fresh.desk, []);
  expect(files).toMatchObject([{outcome: "refused", findings: [{rule: "DS-001", at: {file: true}, found: "OLE-Objekt", expected: "nur Zellen"}]}]);
  expect([await listed("archive"), (await known()).refusals.get(sha256Of(bytes))]).toMatchObject([[], {cells: ["Datei"]}]);
  expect(await answerNotPersonal(fresh.desk, {hash: sha256Of(bytes)}, "all")).toMatchObject({state: "accepted"});
  expect(await listed("archive")).toEqual([sha256Of(bytes)]);
});
