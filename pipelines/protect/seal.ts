import type {Audience, Protected} from "../../schemas/flow.ts";
import {tableOf} from "../../schemas/tables/registry.ts";
import type {SqlValue} from "../effects/warehouse.ts";

/** Values of a row in the order of the table's columns. */
export type ProductRow = readonly SqlValue[];
/** What an audience may see of a table. Nothing leaves the house but through one of these. */
type Policy = (table: string, rows: readonly ProductRow[]) => readonly ProductRow[];

/** The controlling of the Land sees every figure as it is; the others get theirs with disclosure control. */
const policies: Readonly<Partial<Record<Audience, Policy>>> = {controlling: (_, rows) => rows};

/**
 * The only place that can seal rows for an audience.
 * @throws Error `unknown audience policy: AUDIENCE`, `unknown table: NAME` (what is not declared is not published)
 */
export const protect = <A extends Audience>(audience: A, table: string, rows: readonly ProductRow[]): Protected<A, ProductRow> => {
  const policy = policies[audience];
  if (policy === undefined) throw new Error(`unknown audience policy: ${audience}`);
  return {audience, table: tableOf(table).name, rows: policy(table, rows)} as Protected<A, ProductRow>;
};
