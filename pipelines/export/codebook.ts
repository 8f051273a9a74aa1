import {codeListOf} from "../../schemas/codes/lists.ts";
import {csvNote} from "../../schemas/tables/csv-text.ts";
import {tablesFor} from "../../schemas/disclosure/audience-tables.ts";
import type {Audience} from "../../schemas/flow.ts";
import {gaps} from "../../schemas/gaps.ts";
import {columnsOf, keysOf, type ProductColumn} from "../../schemas/tables/columns.ts";
import type {TableDeclaration} from "../../schemas/tables/table.ts";
import {type Edition, noteOf} from "./edition.ts";

/** How a figure is made, as data: a factor is written as decimal text. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_, part) => (typeof part === "bigint" ? String(part) : part)));

const columnEntry = ({name, label, type, role, list, figure}: ProductColumn) => ({
  name,
  label,
  type,
  role,
  ...(list === undefined ? {} : {list}),
  ...(figure === undefined || !["value", "num"].includes(role)
    ? {}
    : {
        unit: figure.unit,
        definition: figure.definition,
        time: figure.time,
        additive_over_bodies: figure.additive,
        measure: plain(figure.measure),
      }),
});
const tableEntry = (table: TableDeclaration) => ({
  name: table.name,
  title: table.title,
  description: table.description,
  levels: table.levels,
  keys: keysOf(table),
  columns: columnsOf(table).map(columnEntry),
});
const listsUsed = (tables: readonly TableDeclaration[]) => [...new Set(tables.flatMap(columnsOf).flatMap(({list}) => list ?? []))].toSorted();
const listEntry = (name: string) => {
  const {known, source} = codeListOf(name);
  return {name, source, codes: Object.fromEntries(known)};
};

/** Everything a stranger needs to read the products of an audience: its tables, columns, definitions, code lists, what a gap means. */
export const codebook = (audience: Audience, edition: Edition): unknown => {
  const tables = tablesFor(audience);
  const note = noteOf(audience, edition);
  return {
    schema: 1,
    audience,
    policy: edition.policy,
    synthetic: edition.synthetic,
    ...(note === null ? {} : {note}),
    data_state: edition.dataState,
    as_of: edition.asOf,
    gaps,
    csv: csvNote,
    tables: tables.map(tableEntry),
    code_lists: listsUsed(tables).map(listEntry),
  };
};
