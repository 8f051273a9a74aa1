import {mkdir, readdir, rename} from "node:fs/promises";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {oneReturn} from "../../../../fixtures/sample/one-return.ts";
import {type Desk, examineArchived, openDesk} from "../../../../pipelines/jobs/intake/desk.ts";
import {foldLedger} from "../../../../pipelines/ledger/fold.ts";
import {ingest} from "../../../../pipelines/jobs/intake/ingest.ts";
import {answerNotPersonal} from "../../../../pipelines/jobs/intake/quarantine/answer.ts";
import {emptyQuarantine} from "../../../../pipelines/jobs/intake/quarantine/empty-quarantine.ts";
import {releaseAnswered} from "../../../../pipelines/jobs/intake/quarantine/release-answered.ts";
import {answeredText, emptiedText, waitingText} from "../../../../pipelines/jobs/intake/quarantine/report-quarantine.ts";
import {underway, waiting} from "../../../../pipelines/jobs/intake/quarantine/waiting.ts";
import {verifyLedger} from "../../../../pipelines/ledger/verify.ts";
import {freshDesk, here} from "./desk.ts";

/** Both look like persons and are none. */
const falseAlarm = await oneReturn({
  change: {"09_Systemluecken!B7": "Puppenspiel mit Emma Wunderlich", "13_Erlaeuterungen!C9": "Fall Kaya ist ein Rollenspiel der Schulung"},
});

let fresh: Awaited<ReturnType<typeof freshDesk>>;
beforeEach(async () => {
  fresh = await freshDesk("2025-08-01T08:00:00Z");
});
afterEach(() => fresh.remove());
const listed = (folder: string) => readdir(join(fresh.root, folder)).catch(() => []);
const known = async (desk: Desk = fresh.desk) => foldLedger(await desk.ledger.read());
const on = (day: string) => openDesk(fresh.root, {clock: {now: () => new Date(day)}, examiner: here});
const refuse = async () => {
  await fresh.drop("a.xlsx", falseAlarm, "2025-07-22T09:14:00Z");
  const {
    files: [file],
  } = await ingest(fresh.desk, []);
  expect(file!.outcome).toBe("refused");
  return file!.sha256;
};

describe("kein Personenbezug", () => {
  test("a file that waits is shown with its cells and the day of its deletion, never with content", async () => {
    const sha256 = await refuse();
    const text = waitingText(waiting(await known()), []);
    expect(text).toMatch(
      new RegExp(
        `^${sha256.slice(0, 12)}  Kreis Wesel · 2\\. Halbjahr 2025, eingegangen 22\\.07\\.2025, wird am 15\\.08\\.2025 gelöscht\\. Offen: T09!B7, T13!C9`,
      ),
    );
    expect(text).not.toMatch(/Emma|Kaya/);
  });
  test("a file of an intake that was ended is named, until the next one takes it up again and says so", async () => {
    const path = await fresh.drop("a.xlsx", falseAlarm);
    await fresh.desk.ledger.begin();
    const folder = join(fresh.root, "inbox", ".kim-4194999-0123456789ab-20250801T080000000Z-");
    await mkdir(folder);
    await rename(path, join(folder, "a.xlsx"));
    await fresh.desk.quarantine.put(falseAlarm);
    const unfinished = async () => underway(await fresh.desk.quarantine.names(), await known());
    expect(await unfinished()).toBe(1);
    expect(waitingText([], [], 1)).toMatch(/^Eine Datei liegt ungeprüft hier, weil eine Annahme gerade läuft oder unterbrochen wurde\./);
    const {notes} = await ingest(fresh.desk, []);
    expect(notes).toEqual(["Eine frühere Annahme war unterbrochen worden. Ihre Datei wurde jetzt wieder aufgenommen."]);
    expect([await unfinished(), (await ingest(fresh.desk, [])).notes]).toEqual([0, []]);
  });
  test("answered for every cell, the file is taken in with the time it came, and its hits are settled", async () => {
    const sha256 = await refuse();
    const half = await answerNotPersonal(fresh.desk, {hash: sha256.slice(0, 8)}, ["T09!B7"]);
    expect(half).toMatchObject({state: "open", open: ["T13!C9"]});
    expect(await listed("archive")).toEqual([]);
    const whole = await answerNotPersonal(fresh.desk, {body: "05170", halfYear: "2025-H2"}, "all");
    expect(whole).toMatchObject({state: "accepted", open: []});
    expect([await listed("archive"), await listed("quarantine")]).toEqual([[sha256], []]);
    const {submissions, refusals} = await known();
    expect(refusals.size).toBe(0);
    expect(submissions.get(sha256)).toMatchObject({received: "2025-07-22T09:14:00.000Z", checked: {verdict: "accepted", body: "05170"}});
    expect((await verifyLedger(fresh.desk)).faults).toEqual([]);
  });
  test("the answer counts again when everything is made anew from archive and ledger", async () => {
    const sha256 = await refuse();
    await answerNotPersonal(fresh.desk, {hash: sha256}, "all");
    const {answered} = (await known()).submissions.get(sha256)!;
    const nothingKept = {...fresh.desk, readings: {get: async () => null, put: async () => undefined}};
    const [kept, anew] = [await examineArchived(fresh.desk, sha256, {answered: answered!}), await examineArchived(nothingKept, sha256, {answered: answered!})];
    expect([kept.checked.verdict, anew.checked.verdict]).toEqual(["accepted", "accepted"]);
    expect((await examineArchived(nothingKept, sha256)).checked.verdict).toBe("rejected");
  });
  test("a run that ended between the answer and the archive is done by the next", async () => {
    const sha256 = await refuse();
    await fresh.desk.ledger.append([{type: "not-personal", sha256, cells: ["T09!B7", "T13!C9"]}]);
    expect((await ingest(fresh.desk, [])).released).toEqual([sha256]);
    expect(await releaseAnswered(fresh.desk)).toEqual([]);
    expect(await listed("archive")).toEqual([sha256]);
  });
  test("cells that were not objected to, files that do not wait and unclear names are named in German", async () => {
    const sha256 = await refuse();
    await expect(answerNotPersonal(fresh.desk, {hash: sha256}, ["T09!B8"])).rejects.toThrow(
      "T09!B8 ist keine der beanstandeten Zellen. Es sind: T09!B7, T13!C9.",
    );
    await expect(answerNotPersonal(fresh.desk, {hash: "abc"}, "all")).rejects.toThrow(/keine Prüfsumme/);
    await expect(answerNotPersonal(fresh.desk, {hash: "abcdef123456"}, "all")).rejects.toThrow(/wartet keine zurückgewiesene Datei/);
    expect(await fresh.desk.ledger.read()).toHaveLength(1);
  });
});

describe("after fourteen days", () => {
  test("the bytes are gone, the refusal stays, and doing it again changes nothing", async () => {
    const sha256 = await refuse();
    expect(await emptyQuarantine(await on("2025-08-15T07:59:00Z"))).toEqual([]);
    expect(await listed("quarantine")).toEqual([sha256]);
    const later = await on("2025-08-15T08:00:00Z");
    expect(emptiedText(await emptyQuarantine(later))).toMatch(/^Eine zurückgewiesene Datei nach 14 Tagen gelöscht/);
    expect([await emptyQuarantine(later), await listed("quarantine")]).toEqual([[], []]);
    expect((await known()).refusals.get(sha256)).toMatchObject({emptied: true, cells: ["T09!B7", "T13!C9"]});
  });
  test("a run that ended after the deletion writes down what it had done", async () => {
    const sha256 = await refuse();
    await fresh.desk.quarantine.remove(sha256);
    expect((await ingest(await on("2025-08-16T00:00:00Z"), [])).emptied).toEqual([sha256]);
  });
  test("an answer says that the file must be sent again; the same bytes are then accepted as of when they first came", async () => {
    const sha256 = await refuse();
    const later = await on("2025-08-20T08:00:00Z");
    await emptyQuarantine(later);
    const answer = await answerNotPersonal(later, {hash: sha256}, "all");
    expect(answer.state).toBe("gone");
    expect(answeredText(answer)).toMatch(/Bitte dieselbe Datei noch einmal senden; sie wird dann angenommen\.$/);
    await fresh.drop("b.xlsx", falseAlarm);
    expect((await ingest(later, [])).files).toMatchObject([{outcome: "accepted", received: "2025-07-22T09:14:00.000Z"}]);
    expect(await listed("archive")).toEqual([sha256]);
  });
  test("the same bytes sent again without an answer wait for fourteen more days", async () => {
    const sha256 = await refuse();
    const later = await on("2025-08-20T08:00:00Z");
    await emptyQuarantine(later);
    await fresh.drop("b.xlsx", falseAlarm, "2025-08-19T10:00:00Z");
    expect((await ingest(later, [])).files).toMatchObject([{outcome: "refused"}]);
    expect(await listed("quarantine")).toEqual([sha256]);
    expect((await known()).refusals.get(sha256)).toMatchObject({emptied: false, recorded: "2025-08-20T08:00:00.000Z", received: "2025-07-22T09:14:00.000Z"});
  });
});
