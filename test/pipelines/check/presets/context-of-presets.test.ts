import {expect, test} from "vitest";
import {contextOfPresets} from "../../../../pipelines/check/presets/context-of-presets.ts";
import {readWorkbook} from "../../../../pipelines/read/read-workbook.ts";
import {signedReturn} from "./signed.ts";

const context = contextOfPresets(readWorkbook(await signedReturn()).presets!.text, "2025-H2");
const now = (table: string, field: string) =>
  context.previous!.now!.filter((cell) => cell.table === table && cell.field === field).map(({row, value, code}) => [row, value ?? code]);

test("the half-year before is known by its printed figures only", () => expect(context.previous).toMatchObject({halfYear: "2025-H1", whole: false}));
test("closing stocks stand at their places", () => {
  expect(now("T03", "cm_bestand_ende")).toEqual([
    ["E01", 12n],
    ["E02", 8n],
  ]);
  expect(now("T10E", "eb_ende")).toEqual([["EBH:05170000", 120n]]);
  expect(now("T08K", "koop_ende")).toEqual([["-", 6n]]);
  expect(now("T09", "status")).toEqual([["L001", "7"]]);
});
test("sums stand in a row of their own", () => {
  expect(now("T03", "cm_neu")).toEqual([["*", 11n]]);
  expect(now("T02", "vzae_monate")).toEqual([
    ["*CM", 1000n],
    ["*B3", 900n],
  ]);
});
test("approvals are those of the notice, the coordination with its assistance", () =>
  expect(context.approvals).toEqual({B1: {vzae: 150n, euro: 7_950_000n}, B2: {vzae: 200n, euro: 11_400_000n}, B3: {vzae: 150n, euro: 7_500_000n}}));
test("a first return has no half-year before, and that is known", () =>
  expect(contextOfPresets("KIM-Vorgaben\tKIM-MB-1.0\t05170\t2025-H2\nV_ERSTE\t1.00", "2025-H2")).toMatchObject({
    previous: {now: null, atArrival: null},
    approvals: null,
  }));
