import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Warehouse} from "../../../pipelines/effects/warehouse.ts";
import {type Handmade, handmade, oneCase, rejecting, stateOf} from "./handmade.ts";

const one = (name: string, received: string, cases: bigint, more: Partial<Handmade> = {}) =>
  handmade({body: "05111", name, received, lists: {T03: {E01: {...oneCase, cm_bestand_ende: cases}}}, ...more});

/** Düsseldorf corrects itself, then sends a wrong one; Duisburg is late; Essen's only file is wrong; Krefeld twice at the same instant; Köln a half-year later. */
const files = [
  one("b-first", "2025-07-10T10:00:00+02:00", 10n),
  one("a-corrected", "2025-07-20T10:00:00+02:00", 20n),
  one("c-late-wrong", "2025-07-25T10:00:00+02:00", 30n, {findings: [rejecting]}),
  one("late", "2025-07-31T22:00:00Z", 5n, {body: "05112"}),
  one("wrong", "2025-07-11T10:00:00Z", 5n, {body: "05113", findings: [rejecting]}),
  one("twin-1", "2025-07-11T10:00:00Z", 1n, {body: "05114"}),
  one("twin-2", "2025-07-11T12:00:00+02:00", 2n, {body: "05114"}),
  one("next", "2026-01-15T10:00:00Z", 5n, {body: "05315", halfYear: "2025-H2"}),
];

let state: Warehouse;
beforeAll(async () => {
  state = await stateOf(files);
});
afterAll(() => state.close());
const register = async (body: string, halfYear = "2025-H1") =>
  (
    await state.rows(
      `select state, submission, version, versions, first_received, in_time from mart.return_register where area = '${body}' and half_year = '${halfYear}'`,
    )
  )[0];
const cases = async (body: string) =>
  (await state.rows(`select cm_bestand_ende as n from mart.caseload where area = '${body}' and half_year = '2025-H1'`))[0]!["n"];

describe("of the files of a body and half-year", () => {
  test("the accepted one received last counts; a later wrong one never wins", async () => {
    expect(await register("05111")).toEqual({
      state: "counted",
      submission: "a-corrected",
      version: 2,
      versions: 3,
      first_received: "2025-07-10",
      in_time: true,
    });
    expect(await cases("05111")).toBe(20n);
  });
  test("with equal times the greater hash counts", async () => expect(await cases("05114")).toBe(2n));
  test("a wrong one alone does not count", async () =>
    expect(await register("05113")).toEqual({state: "rejected", submission: null, version: null, versions: 1, first_received: null, in_time: null}));
  test("none is missing, and said to be", async () => expect((await register("05116"))?.["state"]).toBe("missing"));
});
test("the deadline ends at midnight in Germany, not in UTC", async () =>
  expect(await register("05112")).toMatchObject({state: "counted", first_received: "2025-08-01", in_time: false}));
test("all 54 bodies are due for every half-year from the first to the last one reported", async () =>
  expect(await state.rows("select half_year, count(*) as due, count(submission) as counted from staging.due group by all order by all")).toEqual([
    {half_year: "2025-H1", due: 54n, counted: 3n},
    {half_year: "2025-H2", due: 54n, counted: 1n},
  ]));
test("superseded and wrong files stay in the register of files", async () =>
  expect(await state.rows("select submission, version, counts, fehler_count from mart.submission_register where area = '05111' order by version")).toEqual([
    {submission: "b-first", version: 1, counts: false, fehler_count: 0n},
    {submission: "a-corrected", version: 2, counts: true, fehler_count: 0n},
    {submission: "c-late-wrong", version: 3, counts: false, fehler_count: 1n},
  ]));
