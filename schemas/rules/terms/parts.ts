import {fieldOf} from "../../fields/registry.ts";
import type {Column, Table} from "../../layouts/layout.ts";
import {type Cells, type Expression, here, total} from "./expression.ts";
import type {Check} from "../rule.ts";

/** Rows of a column that together make up a reference figure. */
export type Distribution = {
  readonly table: string;
  readonly field: string;
  readonly key?: string;
  readonly only?: readonly string[];
  readonly named: string;
  readonly to: Expression;
  readonly toNamed: string;
};

/** A distribution adds up to its reference; the sender is sent to the total cell of its column. */
export const addsUp = ({table, field, key, only, named, to, toNamed}: Distribution): Check => {
  const column = key === undefined ? {} : {key};
  const parts = total(table, field, {...column, ...(only === undefined ? {} : {rows: only}), ifEmpty: "skip"});
  return {each: "once", left: parts, relation: "equals", right: to, at: total(table, field, {...column, part: "total"}), fill: {merkmal: named, bezug: toNamed}};
};

/** Row by row: a part is never more than its whole. */
export const partOf = (table: string, part: string, whole: string, options: Pick<Cells, "ifEmpty"> = {}): Check => ({
  each: {rowsOf: table},
  left: here(table, part, {ifEmpty: "skip"}),
  relation: "atMost",
  right: here(table, whole, options),
  fill: {ganzfeld: fieldOf(whole).label},
});

const figures = new Set(["count", "signed", "posts", "euro", "decimal"]);
const isFigure = ({field, status}: Column) => field !== undefined && status !== "computed" && !field.includes("{") && figures.has(fieldOf(field).kind);

/** The total row of a table repeats what its rows add up to. */
export const totalsOf = (table: Table): Check[] =>
  table.columns.filter(isFigure).map(({field, key = ""}) => {
    const rows = table.codes?.totalled === undefined ? "all" : table.codes.only!.slice(0, table.codes.totalled);
    const shown = total(table.id, field!, {key, part: "total", ifEmpty: "skip"});
    return {each: "once", left: shown, relation: "equals", right: total(table.id, field!, {key, rows, ifEmpty: "skip"})};
  });
