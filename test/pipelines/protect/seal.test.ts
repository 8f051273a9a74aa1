import {expect, test} from "vitest";
import {sealFor, sealForBody} from "../../../pipelines/protect/seal.ts";
import {tableFor} from "../../../schemas/disclosure/audience-tables.ts";
import {columnsOf} from "../../../schemas/tables/columns.ts";
import {tableOf} from "../../../schemas/tables/registry.ts";

const row = (level: string, area: string) =>
  columnsOf(tableOf("caseload")).map(({name, role}) => {
    if (role === "status") return "known";
    if (role === "key") return {half_year: "2025-H1", level, area}[name]!;
    return role === "bodies" ? 1 : 17n;
  });
const marts = new Map([["caseload", [row("body", "05111"), row("body", "05112"), row("state", "NRW")]]]);
const shown = (audience: "controlling" | "research" | "public", table: string) => sealFor(audience, marts, 1).published.find((each) => each.table === table);

test("controlling and research see rows as they are", () => {
  expect(shown("controlling", "caseload")!.rows).toEqual(marts.get("caseload"));
  expect(shown("research", "caseload")!.rows).toEqual(marts.get("caseload"));
});
test("registers are for the controlling alone", () => {
  expect(shown("controlling", "post_register")).toBeDefined();
  expect(shown("research", "post_register")).toBeUndefined();
  expect(shown("public", "post_register")).toBeUndefined();
});
test("the public gets rounded numbers only", () => {
  const at = columnsOf(tableFor("public", "caseload")).findIndex(({name}) => name === "cm_neu");
  expect(shown("public", "caseload")!.rows.map((each) => each[at])).toEqual([15n, 15n, 15n]);
});
test("a body gets its own rows, and no other's", () => {
  const sealed = sealForBody("05111", marts);
  expect(sealed.find(({table}) => table === "caseload")!.rows).toEqual([marts.get("caseload")![0]]);
});
test("only the public needs protection", () => {
  expect(sealFor("controlling", marts, 1).protection).toBeNull();
  expect(sealFor("public", marts, 1).protection!.methods["cm_neu"]).toBe("round");
});
