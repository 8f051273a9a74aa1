import {describe, expect, test} from "vitest";
import {oneReturn} from "../../../../fixtures/sample/one-return.ts";
import {keyFiguresOf} from "../../../../pipelines/check/plausibility/key-figures-of.ts";
import {changed, unusual, vanished} from "../../../../pipelines/check/plausibility/questions.ts";
import {unlikePeers} from "../../../../pipelines/check/plausibility/unlike-peers.ts";
import {viewOf} from "../../../../pipelines/check/return-view.ts";
import {readWorkbook} from "../../../../pipelines/read/read-workbook.ts";
import {type Context, nothingKnown} from "../../../../schemas/context.ts";
import {mostChanges} from "../../../../schemas/rules/pla/levels.ts";

const reading = readWorkbook(await oneReturn({}));
const before = readWorkbook(await oneReturn({halfYear: "2025-H1"})).cells;
const previous: Context["previous"] = {halfYear: "2025-H1", whole: true, now: before, atArrival: before};
const {figures} = keyFiguresOf(reading);
const times = (factor: bigint) => Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, name === "vzae_monate" ? value : value * factor]));
const past = (factor: bigint) => (["2023-H2", "2024-H1", "2024-H2", "2025-H1"] as const).map((halfYear) => ({halfYear, figures: times(factor)}));
const viewIn = (context: Partial<Context>) => viewOf(reading, {...nothingKnown, ...context});

describe("questions about a return", () => {
  test("none where nothing has changed", () => {
    const view = viewIn({previous, history: past(1n)});
    expect([changed(view), vanished(view), unusual(view)]).toEqual([1, 2, 3].map(() => ({faults: [], gaps: []})));
  });
  test("at most five changes, the least expected of them", () => {
    const view = viewIn({previous, history: past(9n)});
    const {faults} = changed(view);
    expect(faults.length).toBe(mostChanges);
    expect(faults.map(({field}) => field)).toContain("beratungen_gesamt");
    expect(faults.map(({field}) => field)).not.toContain("cm_beendet");
  });
  test("they say what was, what is and what was to be expected", () => {
    const fault = changed(viewIn({previous, history: past(9n)})).faults.find(({field}) => field === "beratungen_gesamt")!;
    expect(fault.fill).toMatchObject({alt: "1.152", neu: "128", delta: "−89 %"});
    expect(fault.expected).toMatch(/^[\d.]+ bis 1\.\d{3}$/);
  });
  test("no return before: nothing to compare", () => expect(changed(viewIn({previous: {...previous!, now: null}}))).toEqual({faults: [], gaps: []}));
  test("a short history is named as such", () =>
    expect(unusual(viewIn({history: past(1n).slice(1)})).gaps).toEqual(["braucht 4 frühere Halbjahre mit Zahlen; bekannt sind 3"]));
  test("without neighbours the comparison could not be made", () => expect(unlikePeers(viewIn({peers: []})).gaps.length).toBe(1));
});
