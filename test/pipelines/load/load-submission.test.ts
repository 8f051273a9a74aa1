import {afterEach, beforeEach, expect, test} from "vitest";
import {openWarehouse, type Warehouse} from "../../../pipelines/effects/warehouse.ts";
import {createRaw, loadFindings, loadSubmission, receivedOn} from "../../../pipelines/load/load-submission.ts";
import {referenceTables, returnTables, sqlType} from "../../../pipelines/load/raw-tables.ts";
import {loadReference} from "../../../pipelines/load/reference.ts";
import {handmade, rejecting} from "../model/handmade.ts";

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse();
  await warehouse.run("create schema raw");
});
afterEach(() => warehouse.close());

const given = handmade({
  body: "05111",
  name: "a1",
  findings: [rejecting],
  lists: {T03: {E01: {cm_neu: 17n, ort_name: "Rathaus"}}, T02: {"CM-01": {vzae_besetzt: 75n, funktion: "CM"}}},
  cells: {"T05 thema_faelle 01": "k. A."},
});

test("a cell keeps its place, its text, and its exact value", async () => {
  await createRaw(warehouse);
  await loadSubmission(warehouse, given);
  expect(await warehouse.rows("select table_id, field, row_key, part, state, text, value, code from raw.cell order by all")).toEqual([
    {table_id: "T02", field: "funktion", row_key: "CM-01", part: "input", state: "code", text: "CM", value: null, code: "CM"},
    {table_id: "T02", field: "key", row_key: "CM-01", part: "key", state: "text", text: "CM-01", value: null, code: "CM-01"},
    {table_id: "T02", field: "vzae_besetzt", row_key: "CM-01", part: "input", state: "number", text: "75", value: 75n, code: null},
    {table_id: "T03", field: "cm_neu", row_key: "E01", part: "input", state: "number", text: "17", value: 17_00n, code: null},
    {table_id: "T03", field: "key", row_key: "E01", part: "key", state: "text", text: "E01", value: null, code: "E01"},
    {table_id: "T03", field: "ort_name", row_key: "E01", part: "input", state: "text", text: "Rathaus", value: null, code: "Rathaus"},
    {table_id: "T05", field: "thema_faelle", row_key: "01", part: "input", state: "unknown", text: "k. A.", value: null, code: null},
  ]);
});
test("findings are numbered in their order", async () => {
  await createRaw(warehouse);
  await loadFindings(warehouse, given.sha256, given.checked.findings);
  expect(await warehouse.rows("select submission, number, rule, severity, sheet, cell from raw.finding")).toEqual([
    {submission: "a1", number: 1, rule: "SUM-001", severity: "error", sheet: "03_Fallzahlen", cell: "G7"},
  ]);
});
test("a submission is loaded as a whole or not at all", async () => {
  await createRaw(warehouse);
  await warehouse.run("drop table raw.cell");
  await expect(loadSubmission(warehouse, given)).rejects.toThrow();
  expect(await warehouse.rows("select count(*) as files from raw.submission")).toEqual([{files: 0n}]);
});
test("a day ends at midnight in Germany", () => {
  expect(receivedOn("2025-07-31T21:59:59Z")).toBe("2025-07-31");
  expect(receivedOn("2025-07-31T22:00:00Z")).toBe("2025-08-01");
  expect(receivedOn("2026-01-31T22:59:59Z")).toBe("2026-01-31");
});
test("every raw table has the declared columns, and what the schema knows is in the reference", async () => {
  await createRaw(warehouse);
  await loadReference(warehouse, ["2025-H1"]);
  const found = await warehouse.rows(
    "select table_name as name, column_name as col, lower(data_type) as type from information_schema.columns where table_schema = 'raw' order by name, ordinal_position",
  );
  const declared = [...Object.values(returnTables), ...Object.values(referenceTables)].flatMap(({name, columns}) =>
    Object.entries(columns).map(([col, type]) => ({name: name.slice(4), col, type: sqlType(type)})),
  );
  const order = ({name}: {name: string}) => name;
  expect(found).toEqual(declared.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0)));
  expect(
    await warehouse.rows(
      "select (select count(*) from raw.body) as bodies, (select count(*) from raw.municipality) as towns, (select deadline from raw.half_year) as deadline",
    ),
  ).toEqual([{bodies: 54n, towns: 396n, deadline: "2025-07-31"}]);
});
