import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Warehouse} from "../../../pipelines/effects/warehouse.ts";
import {createMart} from "../../../pipelines/model/mart-table.ts";
import {modelFiles} from "../../../pipelines/jobs/warehouse/model-files.ts";
import {columnsOf, type ColumnType} from "../../../schemas/tables/columns.ts";
import {tables} from "../../../schemas/tables/registry.ts";
import {handmade, stateOf} from "./handmade.ts";

const types: Readonly<Record<ColumnType, string>> = {
  text: "VARCHAR",
  date: "DATE",
  boolean: "BOOLEAN",
  integer: "INTEGER",
  count: "BIGINT",
  decimal: "DECIMAL(18,2)",
};
const {marts} = modelFiles();

let state: Warehouse;
beforeAll(async () => {
  state = await stateOf([handmade({body: "05111"})]);
});
afterAll(() => state.close());

test("there is one SQL file for each declared mart and none beside", () =>
  expect(marts.map(({name}) => name).toSorted()).toEqual(tables.map(({name}) => name).toSorted()));

describe("a mart", () => {
  for (const table of tables) {
    const sql = marts.find(({name}) => name === table.name)!.sql;
    test(`${table.name} binds against staging and says its grain first`, async () => {
      await state.run(`explain ${createMart(table, sql).replace(`mart.${table.name}`, `mart.${table.name}_again`)}`);
      expect(sql).toMatch(new RegExp(`^-- mart\\.${table.name}: grain half_year × (level × area|body)`));
    });
    test(`${table.name} has the declared columns in the declared types`, async () => {
      const found = await state.rows(
        `select column_name as name, data_type as type from information_schema.columns where table_schema = 'mart' and table_name = '${table.name}' order by ordinal_position`,
      );
      expect(found).toEqual(columnsOf(table).map(({name, type}) => ({name, type: types[type]})));
    });
  }
});
test("no submission at all gives empty marts", async () => {
  const empty = await stateOf([]);
  const counts = await Promise.all(tables.map(async ({name}) => (await empty.rows(`select count(*) as n from mart.${name}`))[0]!["n"]));
  empty.close();
  expect(new Set(counts)).toEqual(new Set([0n]));
});
