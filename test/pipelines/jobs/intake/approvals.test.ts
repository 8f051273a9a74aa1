import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {approvalsOf, approvalsText, importApprovals, readApprovals} from "../../../../pipelines/jobs/intake/approvals.ts";
import {foldLedger} from "../../../../pipelines/ledger/fold.ts";
import {freshDesk} from "./desk.ts";

const header = "stelle;gueltig_ab;baustein;vzae;euro";
const read = (...lines: string[]) => readApprovals([header, ...lines].join("\r\n"));

test("German decimals become hundredths and cents", () =>
  expect(read("05334;01.01.2025;B2;6,00;342.000,00", "05334;2025-H2;B3;0,75;37500").rows).toEqual([
    {body: "05334", from: "2025-01-01", baustein: "B2", vzae: "600", euro: "34200000"},
    {body: "05334", from: "2025-07-01", baustein: "B3", vzae: "75", euro: "3750000"},
  ]));
test("a byte order mark and empty lines do no harm", () => expect(readApprovals(`\ufeff${header}\n\n05334;2025-01-01;B1;4,0;228000\n`).faults).toEqual([]));

const faulty: Record<string, [string, RegExp]> = {
  "an unknown body": ["05999;2025-01-01;B1;1;1", /Zeile 2: „05999“ gefunden, erwartet der Schlüssel/],
  "a day that does not exist": ["05334;31.02.2025;B1;1;1", /„31\.02\.2025“ gefunden, erwartet ein Datum/],
  "an unknown Baustein": ["05334;2025-01-01;B4;1;1", /„B4“ gefunden/],
  "English decimals": ["05334;2025-01-01;B1;3.5;1", /„3\.5“ gefunden, erwartet VZÄ/],
  "a negative amount": ["05334;2025-01-01;B1;3,5;-1", /„-1“ gefunden, erwartet ein Betrag/],
  "a sixth column": ["05334;2025-01-01;B1;3,5;1;x", /fünf Spalten/],
};
for (const [name, [line, fault]] of Object.entries(faulty)) test(`${name} is named with its line`, () => expect(read(line).faults[0]).toMatch(fault));
test("other headings are no approvals", () =>
  expect(readApprovals("a;b\n").faults).toEqual([`Zeile 1: „a;b“ gefunden, erwartet die Überschriften ${header}.`]));
test("the same body, day and Baustein twice is a fault", () =>
  expect(read("05334;2025-01-01;B1;1;1", "05334;01.01.2025;B1;2;2").faults[0]).toMatch(/steht zweimal/));

let fresh: Awaited<ReturnType<typeof freshDesk>>;
beforeEach(async () => {
  fresh = await freshDesk();
});
afterEach(() => fresh.remove());
const file = async (...lines: string[]) => {
  const path = join(fresh.root, "approvals.csv");
  await writeFile(path, [header, ...lines].join("\n"));
  return path;
};

test("an import is one event; the same rows again are none; a later import counts", async () => {
  const first = await importApprovals(fresh.desk, await file("05334;2025-01-01;B1;4,0;228000"));
  expect(approvalsText(first)).toBe("1 Bewilligungen übernommen.");
  expect(approvalsText(await importApprovals(fresh.desk, await file("05334;2025-01-01;B1;4,0;228000")))).toBe("Diese Bewilligungen waren schon übernommen.");
  await importApprovals(fresh.desk, await file("05334;2025-01-01;B1;4,5;250000"));
  expect(await fresh.desk.ledger.read()).toHaveLength(2);
  expect(await approvalsOf(fresh.desk, foldLedger(await fresh.desk.ledger.read()))).toEqual([
    {body: "05334", from: "2025-01-01", baustein: "B1", vzae: "450", euro: "25000000"},
  ]);
});
test("a file with one fault is not imported at all", async () => {
  const result = await importApprovals(fresh.desk, await file("05334;2025-01-01;B1;4,0;228000", "05999;2025-01-01;B1;1;1"));
  expect(approvalsText(result)).toMatch(/^Es wurde nichts übernommen, 1 Zeile ist zu berichtigen:\n– Zeile 3/);
  expect(await fresh.desk.ledger.read()).toEqual([]);
});
