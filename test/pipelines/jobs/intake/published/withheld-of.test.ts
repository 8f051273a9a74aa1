import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {tableFromArrays, tableToIPC} from "apache-arrow";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {oneReturn} from "../../../../../fixtures/sample/one-return.ts";
import {ingest} from "../../../../../pipelines/jobs/intake/ingest.ts";
import {examineBeside} from "../../../../../pipelines/jobs/intake/judging/examine-beside.ts";
import {judgedBody} from "../../../../../pipelines/jobs/intake/judging/judged-body.ts";
import {withheldOf} from "../../../../../pipelines/jobs/intake/published/withheld-of.ts";
import {readWorkbook} from "../../../../../pipelines/read/read-workbook.ts";
import type {HalfYear} from "../../../../../schemas/half-year.ts";
import {freshDesk} from "../desk.ts";

const body = "05170";
let fresh: Awaited<ReturnType<typeof freshDesk>>;
let bytes: Uint8Array;
/** As a release holds them: a small number of ours and its partner withheld, a number of another body too. */
const release = async (root: string) => {
  const folder = join(root, "products", "public");
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, "manifest.json"), JSON.stringify({halfYears: [{halfYear: "2025-H2"}]}));
  const keys = {half_year: ["2025-H2", "2025-H1", "2025-H2"], level: ["body", "body", "body"], area: [body, body, "05334"]};
  const [ours, theirs, nobodys] = [
    ["withheld", "known", "known"],
    ["known", "known", "withheld"],
    ["known", "known", "known"],
  ];
  const authorities = {
    ...keys,
    p25a_antrag_status: ours,
    p25a_erteilt_status: ours,
    p25b_antrag_status: theirs,
    b3_beratungen_status: ours,
    erteilt_count_status: ours,
  };
  await writeFile(join(folder, "residence_authorities.arrow"), tableToIPC(tableFromArrays(authorities), "file"));
  await writeFile(join(folder, "caseload.arrow"), tableToIPC(tableFromArrays({...keys, cm_neu_status: nobodys}), "file"));
};
beforeAll(async () => {
  fresh = await freshDesk("2026-03-01T08:00:00Z");
  bytes = await oneReturn({body, halfYear: "2025-H2", change: {"10_Baustein3!E7": 3, "10_Baustein3!F7": 0}});
  await fresh.drop("a.xlsx", bytes, "2026-01-20T09:00:00+01:00");
  await ingest(fresh.desk, []);
});
afterAll(() => fresh.remove());

const told = async () => {
  const {checked} = await examineBeside(fresh.desk, bytes);
  const of = (rule: string) => checked.findings.filter((finding) => finding.rule === rule).map(({at}) => ("cell" in at ? at.cell : null));
  return {small: of("DS-003"), partners: of("DS-004"), open: checked.notCheckable.map(({rule}) => rule).filter((rule) => /^DS-00[34]/.test(rule))};
};
const halfYearOf = (halfYear: HalfYear) => ({...readWorkbook(bytes), halfYear});

test("before there is a release, a body hears nothing of it", async () => expect(await told()).toEqual({small: [], partners: [], open: ["DS-003", "DS-004"]}));

describe("what a body hears of the last release", () => {
  beforeAll(() => release(fresh.root));
  test("its own small numbers, and the numbers beside them that are kept back for their sake", async () =>
    expect(await told()).toEqual({small: ["E6"], partners: ["F6", "M6"], open: []}));
  test("nothing of a half-year that was not released", async () => {
    const of = await withheldOf(fresh.desk, body);
    expect([of(halfYearOf("2025-H1")), of(halfYearOf("2024-H2"))]).toEqual([null, null]);
  });
  test("a build knows nothing of it", async () => {
    const {judged} = await judgedBody(fresh.desk, body);
    expect(judged[0]!.checked.findings.filter(({rule}) => /^DS-00[34]/.test(rule))).toEqual([]);
  });
});
