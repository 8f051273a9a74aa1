import {readFile, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {oneReturn} from "../../../fixtures/sample/one-return.ts";
import {ingest} from "../../../pipelines/jobs/intake/ingest.ts";
import {ledgerReportText, verifyLedger} from "../../../pipelines/ledger/verify.ts";
import {freshDesk} from "../jobs/intake/desk.ts";

const good = await oneReturn();
const later = await oneReturn({halfYear: "2025-H1"});
let fresh: Awaited<ReturnType<typeof freshDesk>>;
beforeEach(async () => {
  fresh = await freshDesk();
  await fresh.drop("a.xlsx", good);
  await fresh.drop("b.xlsx", later);
  await ingest(fresh.desk, []);
});
afterEach(() => fresh.remove());

const path = () => join(fresh.root, "ledger.ndjson");
const rewritten = async (change: (lines: string[]) => string[]) => {
  const lines = (await readFile(path(), "utf8")).split("\n").slice(0, -1);
  await writeFile(
    path(),
    change(lines)
      .map((line) => `${line}\n`)
      .join(""),
  );
  return (await verifyLedger(fresh.desk)).faults.join(" ");
};

test("an untouched ledger verifies, and the archive with it", async () => {
  const report = await verifyLedger(fresh.desk);
  expect(report).toMatchObject({lines: 4, files: 2, faults: [], torn: false});
  expect(ledgerReportText(report)).toBe("Das Journal ist unverändert: 4 Zeilen, 2 archivierte Dateien geprüft.");
});
test("an altered line is found", async () =>
  expect(await rewritten(([first, ...rest]) => [first!.replace('"size":', '"size":1'), ...rest])).toMatch(/Zeile 1 wurde nachträglich verändert/));
test("a missing line is found", async () => expect(await rewritten((lines) => lines.toSpliced(1, 1))).toMatch(/laufende Nummer 3/));
test("exchanged lines are found", async () => expect(await rewritten(([a, b, ...rest]) => [b!, a!, ...rest])).toMatch(/Reihenfolge/));
test("a cut end is found", async () =>
  expect(await rewritten((lines) => lines.slice(0, 3))).toMatch(/Am Ende fehlen Zeilen: Festgehalten waren 4, vorhanden sind 3/));
test("an emptied ledger is found", async () => expect(await rewritten(() => [])).toMatch(/Am Ende fehlen Zeilen/));
test("a blank that changes nothing is found all the same", async () =>
  expect(await rewritten(([first, ...rest]) => [first!.replace(",", ", "), ...rest])).toMatch(/Zeile 1/));
test("a chain that was rewritten as a whole does not fit the head kept elsewhere", async () => {
  await rm(join(fresh.root, "ledger.ndjson"));
  const head = await readFile(join(fresh.root, "state/ledger-head.json"));
  await rm(join(fresh.root, "state/ledger-head.json"));
  await fresh.desk.ledger.append([1, 2, 3, 4].map((rows) => ({type: "approvals", payload: "p", rows}) as const));
  await writeFile(join(fresh.root, "state/ledger-head.json"), head);
  expect((await verifyLedger(fresh.desk)).faults).toEqual(["Zeile 4 ist nicht mehr die, die dort festgehalten wurde."]);
});
test("a changed or lost file of the archive is found", async () => {
  const {files} = await verifyLedger(fresh.desk);
  expect(files).toBe(2);
  const [first, second] = [...(await fresh.desk.ledger.read())].flatMap((line) => (line.type === "received" ? [line.sha256] : []));
  await writeFile(join(fresh.root, "archive", first!), "x");
  await rm(join(fresh.root, "archive", second!));
  expect((await verifyLedger(fresh.desk)).faults.toSorted()).toEqual([`Im Archiv fehlt die Datei ${second}.`, `Im Archiv wurde die Datei ${first} verändert.`]);
});
test("a manifest's head is checked too", async () =>
  expect((await verifyLedger(fresh.desk, [{seq: 2, hash: "ff"}])).faults).toEqual(["Zeile 2 ist nicht mehr die, die dort festgehalten wurde."]));
