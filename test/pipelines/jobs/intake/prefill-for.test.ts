import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {oneReturn} from "../../../../fixtures/sample/one-return.ts";
import {checkReading} from "../../../../pipelines/check/check-reading.ts";
import {importApprovals} from "../../../../pipelines/jobs/intake/approvals.ts";
import {explain} from "../../../../pipelines/jobs/intake/decide.ts";
import {type Desk, openDesk} from "../../../../pipelines/jobs/intake/desk.ts";
import {ingest} from "../../../../pipelines/jobs/intake/ingest.ts";
import {prefillFor} from "../../../../pipelines/jobs/intake/prefill-for.ts";
import {readWorkbook} from "../../../../pipelines/read/read-workbook.ts";
import {fillTemplate} from "../../../../reports/template/fill-template.ts";
import type {Prefill} from "../../../../schemas/prefill.ts";

let folder: string;
let desk: Desk;
let prefill: Prefill;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kim-prefill-"));
  desk = await openDesk(join(folder, "data"), {parsers: 1});
  const approvals = join(folder, "bewilligungen.csv");
  await writeFile(
    approvals,
    "stelle;gueltig_ab;baustein;vzae;euro\n05170;2023-01-01;B2;1,00;55000,00\n05170;2025-01-01;B2;2,50;142500,00\n05170;2026-01-01;B2;9,00;1,00\n",
  );
  await importApprovals(desk, approvals);
  await writeFile(join(folder, "meldung.xlsx"), await oneReturn({body: "05170", halfYear: "2025-H1", change: {"03_Fallzahlen!K7": "k. A."}}));
  await ingest(desk, [join(folder, "meldung.xlsx")], {received: "2025-07-20"});
  await explain(desk, {body: "05170", halfYear: "2025-H1", rule: "TYP-006", field: null, row: "E01", text: "Wird ab 2026 gezählt."});
  prefill = await prefillFor(desk, "05170", "2025-H2");
}, 60_000);
afterAll(async () => {
  desk.examiner.close();
  await rm(folder, {recursive: true, force: true});
});
const rows = (table: string) => Object.fromEntries((prefill.rows[table] ?? []).map(({key, values}) => [key, values]));

test("closing stocks of the accepted return open the next half-year", () =>
  expect({e01: rows("T03")["E01"]?.["cm_bestand_anfang"], e02: rows("T03")["E02"]?.["cm_bestand_anfang"], sites: prefill.previous.sites}).toEqual({
    e01: "14",
    e02: "10",
    sites: {E01: "14", E02: "10"},
  }));

test("a solved gap is not carried over, an open one is", () => expect(Object.keys(rows("T09"))).toEqual(["L001"]));

test("the approval valid on the reference date counts, not a later one", () => expect(prefill.approvals).toEqual({B2: {vzae: "2.50", euro: "142500.00"}}));

test("the version, the half-year and the declarations are not carried over", () =>
  expect(
    Object.keys(rows("T01")["-"] ?? {}).filter((field) => ["melde_key", "periode", "version", "erkl_abgrenzung", "freigabe_datum"].includes(field)),
  ).toEqual([]));

test("a form filled with it lacks only answers that are new each half-year, the contract among them", async () => {
  const {findings} = checkReading(readWorkbook(await fillTemplate({body: "05170", halfYear: "2025-H2", version: 1, prefill, synthetic: true})));
  expect([...new Set(findings.map(({rule}) => rule))]).toEqual(["TYP-001", "XS-010"]);
});

test("without a previous return only approvals and municipalities are known", async () => {
  const first = await prefillFor(desk, "05170", "2024-H1");
  expect([Object.keys(first.rows), first.rows["T11"]?.length, first.previous.halfYear, first.approvals["B2"]?.vzae]).toEqual([["T11"], 13, null, "1.00"]);
});

test("an explanation is proposed again, by its sheet", async () => {
  expect(rows("T13")).toEqual({1: {regel_id: "TYP-006", fundstelle: "03_Fallzahlen", erlaeuterung: "Wird ab 2026 gezählt."}});
  const {cells} = readWorkbook(await fillTemplate({body: "05170", halfYear: "2025-H2", version: 1, prefill, synthetic: true}));
  expect(cells.find(({table, field, row}) => table === "T13" && field === "erlaeuterung" && row === "1")?.code).toBe("Wird ab 2026 gezählt.");
});
