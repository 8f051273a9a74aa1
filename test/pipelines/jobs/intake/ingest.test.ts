import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {oneReturn} from "../../../../fixtures/sample/one-return.ts";
import {foldLedger} from "../../../../pipelines/ledger/fold.ts";
import {ingest} from "../../../../pipelines/jobs/intake/ingest.ts";
import {ingestText} from "../../../../pipelines/jobs/intake/report-ingest.ts";
import {verifyLedger} from "../../../../pipelines/ledger/verify.ts";
import {examineArchived} from "../../../../pipelines/jobs/intake/desk.ts";
import {freshDesk} from "./desk.ts";

const good = await oneReturn();
const personal = await oneReturn({change: {"13_Erlaeuterungen!C9": "Bitte Herrn Müller anrufen, Tel. 0241 1234567"}});
const wrong = await oneReturn({change: {"03_Fallzahlen!G7": 99}});
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

let fresh: Awaited<ReturnType<typeof freshDesk>>;
beforeEach(async () => {
  fresh = await freshDesk();
});
afterEach(() => fresh.remove());
const listed = (folder: string) => readdir(join(fresh.root, folder)).catch(() => []);
const known = async () => foldLedger(await fresh.desk.ledger.read());
const run = () => ingest(fresh.desk, []);

test("a good return is archived under its hash, noted, and leaves the inbox with its sidecar", async () => {
  await fresh.drop("2025-H2/a.xlsx", good, "2025-07-22T09:14:00+02:00");
  const {
    files: [file],
  } = await run();
  expect(file).toMatchObject({outcome: "accepted", body: "05170", halfYear: "2025-H2", received: "2025-07-22T07:14:00.000Z"});
  expect(await listed("archive")).toEqual([file!.sha256]);
  expect(await listed("inbox/2025-H2")).toEqual([]);
  expect(await listed("quarantine")).toEqual([]);
  expect((await known()).submissions.get(file!.sha256)).toMatchObject({
    format: "xlsx",
    size: good.length,
    recorded: "2025-08-01T08:00:00.000Z",
    checked: {verdict: "accepted"},
  });
});
test("personal data stay in quarantine: not archived, no content written down", async () => {
  await fresh.drop("a.xlsx", personal);
  const {
    files: [file],
  } = await run();
  expect(file!.outcome).toBe("refused");
  expect(await listed("archive")).toEqual([]);
  expect(await listed("quarantine")).toEqual([file!.sha256]);
  expect((await known()).refusals.get(file!.sha256)).toMatchObject({rule: "DS-001", cells: ["T13!C9"], body: "05170"});
  expect((await fresh.desk.ledger.examine()).chain.whole).not.toContain("Müller");
  expect(await listed("payload")).toEqual([]);
});
test("a rejected return is kept too, a foreign file is not", async () => {
  await fresh.drop("a.xlsx", wrong);
  await fresh.drop("b.xlsx", png);
  const {files} = await run();
  expect(files.map(({outcome}) => outcome)).toEqual(["rejected", "rejected"]);
  const [kept, foreign] = files.map(({sha256}) => sha256);
  expect([await listed("archive"), await listed("quarantine")]).toEqual([[kept], [foreign]]);
});
test("the same bytes twice change nothing", async () => {
  await fresh.drop("a.xlsx", good, "2025-07-22T09:14:00Z");
  await fresh.drop("b.xlsx", good, "2025-07-22T09:14:00Z");
  expect((await run()).files.map(({outcome}) => outcome).sort()).toEqual(["accepted", "known"]);
  await fresh.drop("c.xlsx", good, "2025-07-25T09:14:00Z");
  const {whole: text} = (await fresh.desk.ledger.examine()).chain;
  expect((await run()).files.map(({outcome}) => outcome)).toEqual(["known"]);
  expect((await fresh.desk.ledger.examine()).chain.whole).toBe(text);
  expect(await listed("inbox")).toEqual([]);
});
test("bytes that turn out to have come earlier count from then on, whatever came first", async () => {
  await fresh.drop("a.xlsx", good, "2025-07-25T09:14:00Z");
  await run();
  await fresh.drop("b.xlsx", good, "2025-07-22T09:14:00Z");
  await run();
  expect([...(await known()).submissions.values()].map(({received}) => received)).toEqual(["2025-07-22T09:14:00.000Z"]);
});
test("refused bytes are refused once", async () => {
  await fresh.drop("a.xlsx", personal);
  await run();
  await fresh.drop("b.xlsx", personal);
  expect((await run()).files.map(({outcome}) => outcome)).toEqual(["known"]);
  expect(await fresh.desk.ledger.read()).toHaveLength(1);
});
test("a run that was ended before its events were written is simply done again", async () => {
  await fresh.drop("a.xlsx", good, "2025-07-22T09:14:00Z");
  await fresh.desk.quarantine.put(good);
  await fresh.desk.archive.put(good);
  expect((await run()).files.map(({outcome}) => outcome)).toEqual(["accepted"]);
  expect((await verifyLedger(fresh.desk)).faults).toEqual([]);
});
test("files elsewhere are taken in and left where they are", async () => {
  const path = await fresh.drop("../elsewhere/a.xlsx", good);
  expect((await ingest(fresh.desk, [path, join(fresh.root, "no-such")])).missing).toEqual([join(fresh.root, "no-such")]);
  expect(await listed("elsewhere")).toEqual(["a.xlsx"]);
});
test("a sidecar without a time leaves its file in the inbox", async () => {
  await fresh.drop("a.xlsx", good, "gestern");
  const summary = await run();
  expect(summary.unclear).toHaveLength(1);
  expect(await listed("inbox")).toHaveLength(2);
  expect(ingestText(summary)).toMatch(/Begleitdatei nennt keinen Zeitpunkt/);
});
test("what was read is kept beside the archive and can be made again", async () => {
  await fresh.drop("a.xlsx", good);
  const {
    files: [file],
  } = await run();
  const kept = await fresh.desk.readings.get(file!.sha256);
  const again = await examineArchived({...fresh.desk, readings: {get: async () => null, put: async () => undefined}}, file!.sha256);
  expect(kept).toEqual(again);
});
test("the report says in German what came of each", async () => {
  await fresh.drop("a.xlsx", good);
  await fresh.drop("b.xlsx", wrong);
  await fresh.drop("c.xlsx", personal);
  const text = ingestText(await run());
  expect(text).toMatch(/^3 Dateien eingegangen: 1 angenommen \(0 mit Warnungen\), 1 nicht angenommen, 1 zurückgewiesen\./);
  expect(text).toMatch(/– b\.xlsx · Kreis Wesel · 2\. Halbjahr 2025: nicht angenommen\. SUM-001/);
  expect(text).not.toContain("Müller");
  expect(ingestText(await run())).toBe("Keine neuen Dateien.");
});
