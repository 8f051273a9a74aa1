import {afterAll, beforeAll, expect, test} from "vitest";
import {oneReturn} from "../../../../../fixtures/sample/one-return.ts";
import {ingest} from "../../../../../pipelines/jobs/intake/ingest.ts";
import {type About, standingOf} from "../../../../../pipelines/jobs/intake/standing/standing.ts";
import {decisionTitle, standingText} from "../../../../../pipelines/jobs/intake/standing/report-standing.ts";
import {freshDesk} from "../desk.ts";

let fresh: Awaited<ReturnType<typeof freshDesk>>;
beforeAll(async () => {
  fresh = await freshDesk("2026-03-01T08:00:00Z");
  await fresh.drop("a.xlsx", await oneReturn({body: "05170", halfYear: "2025-H2", change: {"03_Fallzahlen!G7": 15}}), "2026-01-20T09:00:00+01:00");
  await ingest(fresh.desk, []);
});
afterAll(() => fresh.remove());

const broken: About = {body: "05170", halfYear: "2025-H2", rule: "SUM-001", field: null, row: "E01"};
test.each<[string, Partial<About>, string]>([
  ["of the rule, row and half-year is found", {}, "found"],
  ["of any row is found where no row was named", {row: null}, "found"],
  ["of another row is not there", {row: "E02"}, "none"],
  ["of another field is not there", {field: "vzae_besetzt"}, "none"],
  ["of another rule is not there", {rule: "SUM-006"}, "none"],
  ["of another half-year is not there", {halfYear: "2025-H1"}, "none"],
  ["of another body is not there", {body: "05334"}, "none"],
  ["that only the other bodies can show is not denied", {rule: "PLA-003", row: null}, "unknown"],
])("a finding %s", async (_, change, expected) => expect(await standingOf(fresh.desk, {...broken, ...change})).toBe(expected));

test("the answer names what was decided, and says that a decision about nothing waits", () =>
  expect([decisionTitle({...broken, field: "cm_neu"}), standingText("found"), standingText("none")]).toEqual([
    expect.stringContaining("SUM-001 (E01, cm_neu), "),
    "",
    expect.stringContaining("keinen Befund"),
  ]));
