import {tableFor} from "../../../../schemas/disclosure/audience-tables.ts";
import {isPublicTable, type PublicTable} from "../../../../schemas/disclosure/plan.ts";
import {numberName} from "../../../../schemas/disclosure/published-cell.ts";
import {tableOf} from "../../../../schemas/tables/registry.ts";
import type {Equation} from "../../equations.ts";
import type {OwnTables} from "../publication.ts";
import type {PublishedTable} from "../published-table.ts";
import {attackable} from "./read-numbers.ts";

/** What bodies know of themselves, and numbers of others that lie in a body's folder. */
export type Owned = {
  readonly values: ReadonlyMap<string, number>;
  /** Whose number it is. */
  readonly owner: ReadonlyMap<string, string>;
  readonly foreign: readonly {readonly name: string; readonly value: number; readonly body: string}[];
};
/** Also a total to which nobody else contributes is a body's own. */
export const withOwnTotals = (owned: Owned, equations: readonly Equation[]): Owned => {
  const mine = equations.flatMap(({left, right}): [string, number, string][] => {
    const owners = new Set(right.map((name) => owned.owner.get(name)));
    const [body] = owners;
    if (left.length > 1 || owners.size > 1 || body === undefined || owned.owner.has(left[0]!)) return [];
    return [[left[0]!, right.reduce((sum, name) => sum + owned.values.get(name)!, 0), body]];
  });
  if (mine.length === 0) return owned;
  const values = new Map([...owned.values, ...mine.map(([name, value]): [string, number] => [name, value])]);
  const owner = new Map([...owned.owner, ...mine.map(([name, , body]): [string, string] => [name, body])]);
  return withOwnTotals({...owned, values, owner}, equations);
};

type Row = PublishedTable["rows"][number];
type Exact = readonly [name: string, value: number, own: boolean];

const exactIn = (table: PublicTable, row: Row, body: string): Exact[] => {
  const declaration = tableOf(table);
  const known = attackable(table, tableFor("public", table)).filter(({name}) => row[`${name}_status`] === "known");
  const own = row["level"] === "body" && row["area"] === body;
  return known.map(({name}) => [numberName(table, name, declaration, row), Number(row[name]), own]);
};

/** Reads the folders of bodies: what lies there of a body is exact, by the plan. */
export const ownNumbers = (owns: readonly OwnTables[], only: (halfYear: string) => boolean): Owned => {
  const all = owns.flatMap(({body, tables}) =>
    tables.flatMap(({table, rows}) =>
      isPublicTable(table)
        ? rows.filter((row) => only(String(row["half_year"]))).flatMap((row) => exactIn(table, row, body).map((exact) => ({body, exact})))
        : [],
    ),
  );
  const own = all.filter(({exact: [, , mine]}) => mine);
  return {
    values: new Map(own.map(({exact: [name, value]}) => [name, value])),
    owner: new Map(own.map(({exact: [name], body}) => [name, body])),
    foreign: all.flatMap(({exact: [name, value, mine], body}) => (mine ? [] : [{name, value, body}])),
  };
};
