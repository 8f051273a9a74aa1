import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {oneReturn} from "../../../../fixtures/sample/one-return.ts";
import {Refusal} from "../../../../pipelines/effects/refusal.ts";
import {type Desk, loadArchived} from "../../../../pipelines/jobs/intake/desk.ts";
import {type Examiner, Unread} from "../../../../pipelines/jobs/intake/examine/examiner.ts";
import {ingest} from "../../../../pipelines/jobs/intake/ingest.ts";
import {emptyQuarantine} from "../../../../pipelines/jobs/intake/quarantine/empty-quarantine.ts";
import {waitingText} from "../../../../pipelines/jobs/intake/quarantine/report-quarantine.ts";
import {discardUnread, retryByHand} from "../../../../pipelines/jobs/intake/quarantine/unread.ts";
import {ingestText} from "../../../../pipelines/jobs/intake/report-ingest.ts";
import {foldLedger} from "../../../../pipelines/ledger/fold.ts";
import {sha256Of} from "../../../../pipelines/effects/store.ts";
import {freshDesk, here} from "./desk.ts";

const good = await oneReturn();
const sha256 = sha256Of(good);
const tired = (ended: "time" | "memory" | "crash" = "time"): Examiner => ({...here, examine: () => Promise.reject(new Unread(ended))});

let fresh: Awaited<ReturnType<typeof freshDesk>>;
let busy: Desk;
beforeEach(async () => {
  fresh = await freshDesk();
  busy = {...fresh.desk, examiner: tired()};
});
afterEach(() => fresh.remove());
const listed = (folder: string) => readdir(join(fresh.root, folder)).catch(() => []);
const unread = async () => [...foldLedger(await fresh.desk.ledger.read()).unread.values()];
const arrive = (desk: Desk, received = "2025-07-22T09:14:00Z") => fresh.drop("wesel.xlsx", good, received).then(() => ingest(desk, []));

test("what could not be read is no verdict: noted, kept in quarantine, neither archived nor lost", async () => {
  const summary = await arrive(busy);
  expect(summary.files).toMatchObject([{outcome: "unread", body: null, findings: []}]);
  expect(await unread()).toMatchObject([{sha256, cause: "time", tries: 1, received: "2025-07-22T09:14:00.000Z"}]);
  expect([await listed("quarantine"), await listed("archive"), await listed("inbox")]).toEqual([[sha256], [], []]);
  expect(ingestText(summary)).toBe(
    "1 Datei eingegangen, noch nicht gelesen.\n– wesel.xlsx: eingegangen, noch nicht gelesen (mehr als 10 s Rechenzeit). Die Datei wartet in der Quarantäne; die nächste Annahme versucht es noch einmal.",
  );
});
test("the next intake reads it, with its name and the time it came", async () => {
  await arrive(busy);
  const {files} = await ingest(fresh.desk, []);
  expect(files).toMatchObject([{path: "wesel.xlsx", outcome: "accepted", body: "05170", received: "2025-07-22T09:14:00.000Z"}]);
  expect([await unread(), await listed("archive"), await listed("quarantine")]).toEqual([[], [sha256], []]);
});
test.each([
  ["time", "mehr als 10 s Rechenzeit"],
  ["memory", "mehr als 512 MB Arbeitsspeicher"],
  ["crash", "Abbruch des Leseprogramms"],
] as const)("after three tries the true cause (%s) is said, and nothing is tried unasked", async (ended, cause) => {
  const never = {...fresh.desk, examiner: tired(ended)};
  await arrive(never);
  for (let i = 0; i < 4; i++) await ingest(never, []);
  const files = await unread();
  expect(files).toMatchObject([{tries: 3, cause: ended}]);
  expect(waitingText([], files)).toContain(`konnte dreimal nicht gelesen werden: ${cause}. Noch einmal versuchen: ./kim quarantine retry`);
  expect(waitingText([], files)).not.toContain("so aufgebaut");
});
test("after three tries it is read when the same bytes come again, or by hand", async () => {
  await arrive(busy);
  for (let i = 0; i < 3; i++) await ingest(busy, []);
  expect((await ingest(fresh.desk, [])).files).toEqual([]);
  expect(await retryByHand(fresh.desk, sha256.slice(0, 8))).toMatchObject([{outcome: "accepted"}]);
  await expect(retryByHand(fresh.desk, sha256.slice(0, 8))).rejects.toThrow(Refusal);
});
test("the same bytes again: read, and received when they first came", async () => {
  await arrive(busy);
  await arrive(fresh.desk, "2025-07-29T09:14:00Z");
  const {submissions} = foldLedger(await fresh.desk.ledger.read());
  expect(submissions.get(sha256)).toMatchObject({received: "2025-07-22T09:14:00.000Z", checked: {verdict: "accepted"}});
});
test("emptying the quarantine never takes what was not read, only a hand does", async () => {
  await arrive(busy);
  await emptyQuarantine({...fresh.desk, clock: {now: () => new Date("2026-08-01T08:00:00Z")}});
  expect(await listed("quarantine")).toEqual([sha256]);
  await discardUnread(fresh.desk, sha256.slice(0, 8));
  expect([await listed("quarantine"), await unread()]).toEqual([[], []]);
});
test("one that cannot be read keeps none of the others out", async () => {
  const other = await oneReturn({body: "05111"});
  const picky: Examiner = {...here, examine: async (bytes) => (sha256Of(bytes) === sha256 ? Promise.reject(new Unread("crash")) : here.examine(bytes))};
  await fresh.drop("a.xlsx", good);
  await fresh.drop("b.xlsx", other);
  const {files} = await ingest({...fresh.desk, examiner: picky}, []);
  expect(files.map(({outcome}) => outcome)).toEqual(["unread", "accepted"]);
});

/** As it stands in a ledger of before: received as of unknown format, rejected, archived. */
const asBefore = async (engine = "an earlier engine") => {
  await fresh.desk.ledger.begin();
  await fresh.desk.archive.put(good);
  const name = await fresh.desk.payload.put(new Uint8Array());
  await fresh.desk.ledger.append([
    {type: "received", sha256, size: good.length, format: "unknown", received: "2025-07-22T09:14:00.000Z", name},
    {type: "checked", sha256, engine, verdict: "rejected", body: null, halfYear: null, counts: {error: 1, warning: 0, note: 0}},
  ]);
};
test("a file that was refused for its time in an old ledger is read when the same bytes come again, once an engine", async () => {
  await asBefore();
  expect((await arrive(fresh.desk, "2025-07-29T09:14:00Z")).files).toMatchObject([{outcome: "accepted", received: "2025-07-22T09:14:00.000Z"}]);
  expect((await arrive(fresh.desk)).files).toMatchObject([{outcome: "known"}]);
});
test("one that no engine can read stops no build, but a return that was read once does", async () => {
  await asBefore();
  const old = foldLedger(await fresh.desk.ledger.read()).submissions.get(sha256);
  if (old === undefined) throw new Error("missing submission");
  expect((await loadArchived(busy, old)).checked).toMatchObject({verdict: "rejected"});
  await expect(loadArchived(busy, {...old, format: "xlsx"})).rejects.toThrow(Unread);
});
