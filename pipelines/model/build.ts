import {tables} from "../../schemas/tables/registry.ts";
import type {SqlFile, SqlRow, Warehouse} from "../effects/warehouse.ts";
import {macros} from "./macros.ts";
import {martAudits} from "./mart-audits.ts";
import {createMart} from "./mart-table.ts";
import {stagingTables} from "./staging-tables.ts";

/** The SQL of the three steps, as it lies in the folders of this stage. */
export type Model = {readonly staging: readonly SqlFile[]; readonly marts: readonly SqlFile[]; readonly audits: readonly SqlFile[]};

/** What stands on what: first which submission counts and who owes what, then the cells, then what is summed up from the tables of the form. */
const beforeTables = ["submission", "due", "area", "unit_area", "area_name", "resident", "nationality", "finding", "cell"];
const afterTables = ["post", "posts_by", "gap", "gaps_by"];

const named = (files: readonly SqlFile[], name: string) => {
  const file = files.find((each) => each.name === name);
  if (file === undefined) throw new Error(`missing model file: ${name}.sql`);
  return file.sql;
};
const create = (name: string, sql: string) => `create table ${name} as ${sql}`;

/** raw → staging. */
export const buildStaging = async (warehouse: Warehouse, {staging}: Model): Promise<void> => {
  await warehouse.run("create schema staging");
  for (const macro of macros) await warehouse.run(`create macro ${macro}`);
  for (const name of beforeTables) await warehouse.run(create(`staging.${name}`, named(staging, name)));
  for (const {name, select} of stagingTables()) await warehouse.run(create(name, select));
  for (const name of afterTables) await warehouse.run(create(`staging.${name}`, named(staging, name)));
};

/** staging → mart: every declared table and no other. */
export const buildMarts = async (warehouse: Warehouse, {marts}: Model): Promise<void> => {
  await warehouse.run("create schema mart");
  for (const table of tables) await warehouse.run(createMart(table, named(marts, table.name)));
};

/** What breaks an audit: its name and the first rows. */
export type Broken = {readonly audit: string; readonly rows: readonly SqlRow[]};
/** Questions that only the whole state can answer; each returns the rows that break it. */
export const runAudits = async (warehouse: Warehouse, {audits}: Model): Promise<Broken[]> => {
  const broken: Broken[] = [];
  for (const {name, sql} of [...audits, ...martAudits()]) {
    const rows = await warehouse.rows(sql);
    if (rows.length > 0) broken.push({audit: name, rows: rows.slice(0, 5)});
  }
  return broken;
};
