import {codeListOf} from "../codes/lists.ts";
import type {Column, Form, Table} from "./layout.ts";

/** A cell the form asks for. In a list, and where a row is chosen freely, `row` is null: each row used has one, its key followed by `suffix`. */
export type Expected = {readonly table: Table; readonly field: string; readonly row: string | null; readonly suffix: string};

const isInput = ({field, role, status}: Column) => field !== undefined && role === undefined && status !== "computed";
const codesOf = ({codes}: Table) => (codes === undefined ? [] : (codes.only ?? [...codeListOf(codes.list).known.keys()]).map((code) => ({code, key: `${codes.prefix}${code}`})));
const fixedKeys = ({fixed = []}: Table) => fixed.flatMap((block) => ("keys" in block ? block.keys.map((code) => ({code, key: `${block.prefix}${code}`})) : []));

const inMatrix = (table: Table, {field, key = ""}: Column): Expected[] =>
  [...codesOf(table), ...fixedKeys(table)].map(({code, key: row}) => (field!.includes("{code}") ? {table, field: field!.replace("{code}", code), row: key, suffix: ""} : {table, field: field!, row: `${row}${key}`, suffix: ""}));
const inRows = (table: Table, {field, key = ""}: Column): Expected => ({table, field: field!, row: null, suffix: key});
const ofColumn = (table: Table, column: Column): Expected[] => {
  if (table.kind === "questions") return [{table, field: column.field!, row: "-", suffix: ""}];
  if (table.kind === "list") return [inRows(table, column)];
  const free = (table.fixed ?? []).some((block) => "free" in block);
  return [...inMatrix(table, column), ...(free ? [inRows(table, column)] : [])];
};

/** Every input cell of a form: what it asks for, whether or not anybody answers. */
export const expectedOf = (form: Form): Expected[] => form.tables.flatMap((table) => table.columns.filter(isInput).flatMap((column) => ofColumn(table, column)));
