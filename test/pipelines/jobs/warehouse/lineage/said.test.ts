import {expect, test} from "vitest";
import {oneReturn} from "../../../../../fixtures/sample/one-return.ts";
import {explain} from "../../../../../pipelines/jobs/intake/decide.ts";
import {ingest} from "../../../../../pipelines/jobs/intake/ingest.ts";
import {build} from "../../../../../pipelines/jobs/warehouse/build.ts";
import {lineage} from "../../../../../pipelines/jobs/warehouse/lineage/lineage.ts";
import {lineageText} from "../../../../../pipelines/jobs/warehouse/lineage/report-lineage.ts";
import {freshDesk} from "../../intake/desk.ts";

test("an explanation stands beside the number it explains, in the register and on the way back", async () => {
  const {desk, drop, remove} = await freshDesk("2026-02-01T08:00:00Z");
  try {
    await drop("wesel.xlsx", await oneReturn({body: "05170", halfYear: "2025-H2", change: {"03_Fallzahlen!K7": "k. A."}}), "2026-01-20T09:00:00+01:00");
    await ingest(desk, []);
    await explain(desk, {body: "05170", halfYear: "2025-H2", rule: "TYP-006", field: null, row: "E01", text: "Wird ab 2026 gezählt."});
    await build(desk);
    const explained = await lineage(desk, "returns", ["half_year=2025-H2", "body=05170", "figure=erlaeutert_count"]);
    expect([explained.published.value, explained.same]).toEqual([1n, true]);
    const gap = lineageText(await lineage(desk, "caseload", ["half_year=2025-H2", "body=05170", "figure=folgeberatungen_ohne_cm"]));
    expect(gap).toMatch(/03_Fallzahlen!K7[^\n]*k\. A\.[\s\S]*Erläuterung zu TYP-006 E01 Folgeberatungen ohne CM-Fall: Wird ab 2026 gezählt\./);
  } finally {
    await remove();
  }
}, 120_000);
