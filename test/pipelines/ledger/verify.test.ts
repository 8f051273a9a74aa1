import {mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {oneReturn} from "../../../fixtures/sample/one-return.ts";
import {ingest} from "../../../pipelines/jobs/intake/ingest.ts";
import {openDesk} from "../../../pipelines/jobs/intake/desk.ts";
import {judgedBody} from "../../../pipelines/jobs/intake/judging/judged-body.ts";
import {build} from "../../../pipelines/jobs/warehouse/build.ts";
import {insistSound, ledgerReportText, verifyLedger} from "../../../pipelines/ledger/verify.ts";
import {freshDesk, here} from "../jobs/intake/desk.ts";

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
test("a last line that is cut off is one fault, and is not called harmless too", async () => {
  const text = await readFile(path(), "utf8");
  await writeFile(path(), text.slice(0, -40));
  const said = ledgerReportText(await verifyLedger(fresh.desk));
  expect(said).toMatch(/Festgehalten waren 4, vorhanden sind 3 und der Anfang einer weiteren\./);
  expect(said).not.toMatch(/beiseitegelegt/);
});
test("an emptied ledger is found", async () => expect(await rewritten(() => [])).toMatch(/fehlt oder ist leer: Festgehalten waren 4 Zeilen/));
test("a blank that changes nothing is found all the same", async () =>
  expect(await rewritten(([first, ...rest]) => [first!.replace(",", ", "), ...rest])).toMatch(/Zeile 1/));
test("a chain that was rewritten as a whole does not fit the head kept elsewhere", async () => {
  await rm(join(fresh.root, "ledger.ndjson"));
  const head = await readFile(join(fresh.root, "state/ledger-head.json"));
  const other = await freshDesk();
  await other.desk.ledger.append([1, 2, 3, 4].map((rows) => ({type: "approvals", payload: "p", rows}) as const));
  await writeFile(path(), await readFile(join(other.root, "ledger.ndjson")));
  await writeFile(join(fresh.root, "state/ledger-head.json"), head);
  expect((await fresh.desk.ledger.examine()).faults).toEqual(["Zeile 4 ist nicht mehr die, die dort festgehalten wurde."]);
  await other.remove();
});
test("a changed or lost file of the archive is found", async () => {
  const {files} = await verifyLedger(fresh.desk);
  expect(files).toBe(2);
  const [first, second] = [...(await fresh.desk.ledger.read())].flatMap((line) => (line.type === "received" ? [line.sha256] : []));
  await writeFile(join(fresh.root, "archive", first!), "x");
  await rm(join(fresh.root, "archive", second!));
  expect((await verifyLedger(fresh.desk)).faults.toSorted()).toEqual([`Im Archiv fehlt die Datei ${second}.`, `Im Archiv wurde die Datei ${first} verändert.`]);
});
const published = async (seq: number, hash: string) => {
  await mkdir(join(fresh.root, "products/public"), {recursive: true});
  await writeFile(join(fresh.root, "products/public/manifest.json"), JSON.stringify({ledgerSeq: seq, ledgerHead: hash}));
};
const hashOfLine = async (seq: number) => (await fresh.desk.ledger.read()).find((line) => line.seq === seq)?.hash ?? "";
const headPath = () => join(fresh.root, "state/ledger-head.json");

test("a manifest's head is checked too, that of a release as well", async () => {
  await published(2, "ff");
  expect((await verifyLedger(fresh.desk)).faults).toEqual(["Zeile 2 ist nicht mehr die, die dort festgehalten wurde."]);
  await published(2, await hashOfLine(2).catch(() => ""));
  await rm(join(fresh.root, "products"), {recursive: true});
  await mkdir(join(fresh.root, "releases/2025-H1/products/public"), {recursive: true});
  await writeFile(join(fresh.root, "releases/2025-H1/products/public/manifest.json"), JSON.stringify({ledgerSeq: 9, ledgerHead: "ff"}));
  expect((await verifyLedger(fresh.desk)).faults).toEqual(["Am Ende fehlen Zeilen: Festgehalten waren 9, vorhanden sind 4."]);
});
test("a lost or changed payload is found", async () => {
  const [name] = (await fresh.desk.ledger.read()).flatMap((line) => (line.type === "received" ? [line.name] : []));
  await writeFile(join(fresh.root, "payload", name ?? ""), "x");
  expect((await verifyLedger(fresh.desk)).faults).toEqual([`In payload wurde die Datei ${name} verändert.`]);
  await rm(join(fresh.root, "payload", name ?? ""));
  expect((await verifyLedger(fresh.desk)).faults).toEqual([`In payload fehlt die Datei ${name}.`]);
});

test.each([
  ["missing", null],
  ["empty", ""],
  ["torn", '{"seq":4,"ha'],
  ["another file", "[]"],
  ["a cut hash", '{"seq":4,"hash":"ab"}'],
])("a head that is %s stops everything, unless what was published proves that no line is missing", async (_, text) => {
  const hash = await hashOfLine(4);
  await (text === null ? rm(headPath()) : writeFile(headPath(), text));
  const reader = await openDesk(fresh.root, {examiner: here});
  await expect(reader.ledger.read()).rejects.toThrow(/ledger-head\.json\) fehlt oder ist nicht lesbar/);
  await expect(reader.ledger.append([{type: "approvals", payload: "p", rows: 1}])).rejects.toThrow(/es wurde nichts geändert/);
  await published(4, hash);
  await insistSound(reader);
  expect(JSON.parse(await readFile(headPath(), "utf8"))).toEqual({seq: 4, hash});
});
test("a lost head is not made anew beside an archived file that no line names", async () => {
  await published(4, await hashOfLine(4));
  await rm(headPath());
  await fresh.desk.archive.put(new TextEncoder().encode("später angenommen"));
  await expect((await openDesk(fresh.root, {examiner: here})).ledger.read()).rejects.toThrow(/nicht zu beweisen/);
});
test("a missing ledger is no empty one where an archive, a head or products are", async () => {
  await rm(path());
  await expect((await openDesk(fresh.root, {examiner: here})).ledger.read()).rejects.toThrow(
    "Das Journal (ledger.ndjson) fehlt oder ist leer: Festgehalten waren 4 Zeilen.",
  );
  await rm(headPath());
  await expect((await openDesk(fresh.root, {examiner: here})).ledger.append([])).resolves.toBeUndefined();
  await expect((await openDesk(fresh.root, {examiner: here})).ledger.read()).rejects.toThrow("fehlt oder ist leer, im Archiv liegen aber 2 Dateien.");
});
test("a garbled line in the middle is never passed over", async () => {
  const lines = (await readFile(path(), "utf8")).split("\n");
  await writeFile(path(), lines.with(1, "{kaputt").join("\n"));
  await expect(fresh.desk.ledger.read()).rejects.toThrow("Zeile 2 ist nicht lesbar oder wurde verändert.");
  await expect(build(fresh.desk)).rejects.toThrow("Zeile 2 ist nicht lesbar oder wurde verändert.");
});
test("two thousand lines are proved in a time nobody notices", async () => {
  await fresh.desk.ledger.append(Array.from({length: 2000}, (_, rows) => ({type: "approvals", payload: "p", rows}) as const));
  const reader = await openDesk(fresh.root, {examiner: here});
  const begun = performance.now();
  expect(await reader.ledger.read()).toHaveLength(2004);
  expect(performance.now() - begun).toBeLessThan(500);
});
test.each(["changed", "missing"] as const)("a %s file of the archive stops a build, also where its reading is kept", async (how) => {
  const [sha256] = (await fresh.desk.ledger.read()).flatMap((line) => (line.type === "received" ? [line.sha256] : []));
  const archived = join(fresh.root, "archive", sha256 ?? "");
  await (how === "missing" ? rm(archived) : writeFile(archived, good.subarray(0, 1000)));
  await expect(build(fresh.desk)).rejects.toThrow(`Im Archiv ${how === "missing" ? "fehlt" : "wurde"} die Datei ${sha256}`);
  await expect(judgedBody(fresh.desk, "05170")).rejects.toThrow(`archive/${sha256}`);
});
test("a kept reading that was changed by hand is made again", async () => {
  const [sha256] = (await fresh.desk.ledger.read()).flatMap((line) => (line.type === "received" ? [line.sha256] : []));
  const kept = join(fresh.root, "state/readings", fresh.desk.engine, `${sha256}.json`);
  const text = await readFile(kept, "utf8");
  await writeFile(kept, text.replace(/"(\d)"/, '"9"'));
  expect(await fresh.desk.readings.get(sha256 ?? "")).toBeNull();
  await writeFile(kept, text);
  expect(await fresh.desk.readings.get(sha256 ?? "")).not.toBeNull();
});
