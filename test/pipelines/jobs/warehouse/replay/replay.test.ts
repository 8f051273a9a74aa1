import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {oneReturn} from "../../../../../fixtures/sample/one-return.ts";
import {ingest} from "../../../../../pipelines/jobs/intake/ingest.ts";
import {replay} from "../../../../../pipelines/jobs/warehouse/replay/replay.ts";
import {replayText} from "../../../../../pipelines/jobs/warehouse/replay/report-replay.ts";
import {type Candidate, candidateOf} from "../../../../../schemas/rules/book/candidate.ts";
import {smallState} from "../small-state.ts";

let state: Awaited<ReturnType<typeof smallState>>;
/** Beside the small state, a return that opens with other stocks than those with which the half-year before closed. */
beforeAll(async () => {
  state = await smallState();
  await state.drop("duesseldorf-h2.xlsx", await oneReturn({body: "05111", halfYear: "2025-H2"}), "2026-01-21T09:00:00+01:00");
  await ingest(state.desk, []);
});
afterAll(() => state.remove());

type Understood = Extract<Candidate, {book: object}>;
const replayed = async (candidate: object) => {
  const {book, changes} = candidateOf(JSON.stringify(candidate)) as Understood;
  const result = await replay(state.desk, book);
  return {...result, text: replayText(result, changes)};
};
const wesel = {body: "05170", halfYear: "2025-H1"};

describe("a candidate on all past returns", () => {
  test("the book that holds changes nothing, on four returns of two bodies", async () => {
    const {returns, rules, refused, accepted, text} = await replayed({});
    expect({returns, rules, refused, accepted}).toEqual({returns: 4, rules: [], refused: [], accepted: []});
    expect(text).toContain("Keine Meldung würde anders beurteilt.");
  });
  test("a rule switched off no longer speaks of any return", async () => {
    const {rules, text} = await replayed({off: ["SUM-001", "SUM-014"]});
    expect(rules.find(({rule}) => rule === "SUM-001")).toMatchObject({now: 1, next: 0, newly: [], noLonger: [wesel], severityNext: null});
    expect(text).toContain("nicht mehr: Kreis Wesel (1. Hj. 2025)");
  });
  test("a lower limit speaks of returns it did not speak of before", async () => {
    const {rules} = await replayed({parameters: {anteil_mindestbasis: 0, sonstige_grenze: 0, ka_grenze: 0}});
    expect(rules.flatMap(({newly}) => newly).length).toBeGreaterThan(0);
    expect(rules.flatMap(({noLonger}) => noLonger)).toEqual([]);
  });
  test("an error made a warning lets a return count", async () => {
    const {rules, refused, accepted, text} = await replayed({severity: {"XP-001": "Warnung"}});
    expect(rules).toMatchObject([{rule: "XP-001", newly: [], noLonger: [], severity: "error", severityNext: "warning"}]);
    expect([refused, accepted]).toEqual([[], [{body: "05111", halfYear: "2025-H2"}]]);
    expect(text).toMatch(/künftig Warnung statt Fehler[\s\S]*Künftig angenommen: Düsseldorf \(2\. Hj\. 2025\)/);
  });
  test("a warning made an error keeps it out, though what it waited for is forgiven", async () => {
    const {accepted, refused} = await replayed({severity: {"XP-001": "Warnung", "XP-002": "Fehler"}});
    expect([accepted, refused]).toEqual([[], [{...wesel, halfYear: "2025-H2"}]]);
  });
});
