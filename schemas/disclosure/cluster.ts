import type {Figure} from "../flow.ts";

/** How a table is made safe. `suppress`: exact or withheld; `round`: to multiples, each number by itself; `open`: counts no people and is shown as it is. */
export type Method = "suppress" | "round" | "open";

/** A way in which counts add up: each code with the codes it is the sum of. `whole` is the code that means "not broken down". */
export type Hierarchy = {readonly name: string; readonly whole: string | null; readonly parts: Readonly<Record<string, readonly string[]>>};

/**
 * A table of counts as the plan knows it. Two cells with the same measure and the same coordinates (`whole` left out) are one cell,
 * in whatever table they stand; so tables hang together.
 */
export type PlannedTable = {
  readonly id: string;
  readonly measure: string;
  /** Names of the hierarchies, in the order of a row's coordinates. */
  readonly dimensions: readonly string[];
  readonly method: Method;
  /** Rounding unit in 10^-scale units of the figure; 5 if not said. */
  readonly base?: bigint;
};

/** Σ whole = Σ parts, between measures, wherever all of them stand at the same coordinates: end + closed = start + new. */
export type Identity = {readonly whole: readonly string[]; readonly parts: readonly string[]};

/** Tables that hang together and are protected, and attacked, as one problem. */
export type Cluster = {readonly hierarchies: readonly Hierarchy[]; readonly tables: readonly PlannedTable[]; readonly identities: readonly Identity[]};

/** One number of a table: its coordinates in the order of the planned dimensions, and the number or its gap. A row that is not listed is not published. */
export type CountRow = {readonly at: readonly string[]; readonly figure: Figure};
/** True or published numbers of a planned table. */
export type CountTable = {readonly id: string; readonly rows: readonly CountRow[]};

/** @throws Error `unknown hierarchy: NAME` */
export const hierarchyOf = ({hierarchies}: Cluster, name: string): Hierarchy => {
  const found = hierarchies.find((hierarchy) => hierarchy.name === name);
  if (found === undefined) throw new Error(`unknown hierarchy: ${name}`);
  return found;
};
/** A table that is not in the plan cannot be built. @throws Error `unknown planned table: ID` */
export const plannedTable = ({tables}: Cluster, id: string): PlannedTable => {
  const found = tables.find((table) => table.id === id);
  if (found === undefined) throw new Error(`unknown planned table: ${id}`);
  return found;
};
/** The name of a cell over all tables of a cluster: `cm_neu|area=05111|zugang=1`. */
export const cellKey = (cluster: Cluster, {measure, dimensions}: PlannedTable, at: readonly string[]): string => {
  const named = dimensions.flatMap((name, i) => (at[i] === hierarchyOf(cluster, name).whole ? [] : [`${name}=${at[i]}`]));
  return [measure, ...named.sort()].join("|");
};
