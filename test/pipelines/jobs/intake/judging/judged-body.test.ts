import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {oneReturn} from "../../../../../fixtures/sample/one-return.ts";
import {explain, waive} from "../../../../../pipelines/jobs/intake/decide.ts";
import {ingest} from "../../../../../pipelines/jobs/intake/ingest.ts";
import {examineBeside} from "../../../../../pipelines/jobs/intake/judging/examine-beside.ts";
import {judgedBody} from "../../../../../pipelines/jobs/intake/judging/judged-body.ts";
import type {TypedCells} from "../../../../../reports/template/fill-template.ts";
import type {HalfYear} from "../../../../../schemas/half-year.ts";
import {freshDesk} from "../desk.ts";

let fresh: Awaited<ReturnType<typeof freshDesk>>;
beforeEach(async () => {
  fresh = await freshDesk("2026-03-01T08:00:00Z");
});
afterEach(() => fresh.remove());

const body = "05170";
/** Takes in a return of the body with something typed over, on that day. */
const take = async (halfYear: HalfYear, received: string, change: TypedCells) => {
  await fresh.drop(`${halfYear}-${received}.xlsx`, await oneReturn({body, halfYear, change}), `${received}T09:00:00+01:00`);
  await ingest(fresh.desk, []);
};
const judged = async () =>
  (await judgedBody(fresh.desk, body)).judged.map(({reading, received, checked}) => ({
    halfYear: reading.halfYear,
    received: received.slice(0, 10),
    ...checked,
  }));
const broken = {"03_Fallzahlen!G7": 15};
const unknown = {"03_Fallzahlen!K7": "k. A."};
const ofRule = (findings: Awaited<ReturnType<typeof judged>>[number]["findings"], rule: string) => findings.filter((finding) => finding.rule === rule);

describe("a release by the KfI", () => {
  test("lets a truthful return through, stays visible, and can be taken back", async () => {
    await take("2025-H2", "2026-01-20", broken);
    expect((await judged())[0]!.verdict).toBe("rejected");
    const about = {body, halfYear: "2025-H2" as const, rule: "SUM-001"};
    await expect(waive(fresh.desk, {...about, rule: "SUM-006", key: null, text: "x"})).rejects.toThrow("kann nicht freigegeben werden");
    await waive(fresh.desk, {...about, key: "E99", text: "gilt einer anderen Zeile"});
    expect(ofRule((await judged())[0]!.findings, "SUM-001")[0]!.released).toBeUndefined();
    await waive(fresh.desk, {...about, key: "E01", text: "Register wurde im Oktober bereinigt"});
    expect(ofRule((await judged())[0]!.findings, "SUM-001")).toMatchObject([{severity: "error", released: "Register wurde im Oktober bereinigt"}]);
    await waive(fresh.desk, {...about, key: "E01", text: "Irrtum", withdrawn: true});
    expect(ofRule((await judged())[0]!.findings, "SUM-001")[0]!.released).toBeUndefined();
  });
  test("of an unknown rule, or with personal data in its reason, is refused", async () => {
    const about = {body, halfYear: "2025-H2" as const, key: null};
    await expect(waive(fresh.desk, {...about, rule: "SUM-999", text: "x"})).rejects.toThrow("gibt es nicht");
    await expect(waive(fresh.desk, {...about, rule: "SUM-001", text: "wegen Herrn Yilmaz, geb. 03.04.1980"})).rejects.toThrow("ohne Personenbezug");
    expect(await fresh.desk.ledger.read()).toEqual([]);
  });
});

describe("an explanation hangs on the meaning of a cell", () => {
  const explanations = async () =>
    (await judged()).map(({halfYear, findings}) => [halfYear, ...ofRule(findings, "TYP-006").map(({explanation}) => explanation ?? null)]);
  test("given by an event, it survives a corrected return and unchanged data of the next half-year", async () => {
    await take("2025-H1", "2025-07-20", unknown);
    expect(await explanations()).toEqual([["2025-H1", null]]);
    await explain(fresh.desk, {body, halfYear: "2025-H1", rule: "TYP-006", field: null, row: "E01", text: "Wird erst ab 2026 gezählt."});
    await take("2025-H1", "2025-08-20", {...unknown, "03_Fallzahlen!I7": 61});
    await take("2025-H2", "2026-01-20", unknown);
    await take("2025-H2", "2026-02-20", {"03_Fallzahlen!K7": "unbekannt"});
    const text = "Wird erst ab 2026 gezählt.";
    expect(await explanations()).toEqual([
      ["2025-H1", {text, from: "event"}],
      ["2025-H1", {text, from: "event"}],
      ["2025-H2", {text, from: "carried"}],
      ["2025-H2", {text, from: "carried"}],
    ]);
  });
  test("given on sheet 13, it survives a corrected return that does not repeat it", async () => {
    await take("2025-H2", "2026-01-20", {
      ...unknown,
      "13_Erlaeuterungen!A7": "TYP-006",
      "13_Erlaeuterungen!B7": "03_Fallzahlen!K7",
      "13_Erlaeuterungen!C7": "Software zählt das nicht.",
    });
    await take("2025-H2", "2026-02-20", {...unknown, "03_Fallzahlen!I7": 61});
    expect(await explanations()).toEqual([
      ["2025-H2", {text: "Software zählt das nicht.", from: "sheet"}],
      ["2025-H2", {text: "Software zählt das nicht.", from: "carried"}],
    ]);
  });
  test("of a mere note is shown like any other", async () => {
    await take("2025-H2", "2026-01-20", {"03_Fallzahlen!N7": 1});
    await explain(fresh.desk, {body, halfYear: "2025-H2", rule: "SUM-003", field: null, row: "E01", text: "Vorlage der Fachsoftware."});
    expect(ofRule((await judged())[0]!.findings, "SUM-003")).toMatchObject([
      {severity: "note", explanation: {text: "Vorlage der Fachsoftware.", from: "event"}},
    ]);
  });
  test("is not carried over to another cell", async () => {
    await take("2025-H1", "2025-07-20", unknown);
    await explain(fresh.desk, {body, halfYear: "2025-H1", rule: "TYP-006", field: "folgeberatungen_ohne_cm", row: "E01", text: "Wird noch nicht gezählt."});
    await take("2025-H2", "2026-01-20", {"03_Fallzahlen!L7": "k. A."});
    expect((await explanations())[1]).toEqual(["2025-H2", null]);
  });
});

test("a file that was not handed in is judged beside what is known; nothing is written", async () => {
  await take("2025-H1", "2025-07-20", unknown);
  await explain(fresh.desk, {body, halfYear: "2025-H1", rule: "TYP-006", field: null, row: null, text: "Wird noch nicht gezählt."});
  const before = (await fresh.desk.ledger.read()).length;
  const {checked} = await examineBeside(fresh.desk, await oneReturn({body, halfYear: "2025-H2", change: unknown}));
  expect(ofRule(checked.findings, "TYP-006")[0]!.explanation).toMatchObject({from: "carried"});
  expect(checked.notCheckable.map(({rule}) => rule)).toContain("STR-007");
  expect(await fresh.desk.ledger.read()).toHaveLength(before);
});
