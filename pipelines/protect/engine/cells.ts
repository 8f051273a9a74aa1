import {type Cluster, type CountTable, cellKey, hierarchyOf, plannedTable} from "../../../schemas/disclosure/cluster.ts";

/** Everything true about one cell, whichever tables it stands in. */
export type TrueCell = {readonly key: string; readonly value: number; readonly at: ReadonlyMap<string, string>};
/** Σ whole = Σ parts, by cell key. */
export type Sum = {readonly whole: readonly string[]; readonly parts: readonly string[]};

const small = (value: bigint): number => {
  if (value < 0n || value > 2n ** 40n) throw new Error(`invalid count: ${value}`);
  return Number(value);
};

/** The known cells of all tables, each once, in the order of their keys: nothing depends on the order of rows. @throws Error `ambiguous cell: KEY` */
export const trueCells = (cluster: Cluster, tables: readonly CountTable[]): TrueCell[] => {
  const cells = new Map<string, TrueCell>();
  for (const {id, rows} of tables) {
    const planned = plannedTable(cluster, id);
    for (const {at, figure} of rows) {
      if (figure.status !== "known") continue;
      const key = cellKey(cluster, planned, at);
      const cell = {key, value: small(figure.value), at: new Map(planned.dimensions.map((name, i) => [name, at[i]!]))};
      const other = cells.get(key);
      if (other !== undefined && other.value !== cell.value) throw new Error(`ambiguous cell: ${key}`);
      cells.set(key, cell);
    }
  }
  return [...cells.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
};

const sumsOfTable = (cluster: Cluster, {id, rows}: CountTable): Sum[] => {
  const planned = plannedTable(cluster, id);
  return rows.flatMap(({at}) =>
    planned.dimensions.flatMap((name, i) => {
      const parts = hierarchyOf(cluster, name).parts[at[i]!];
      return parts === undefined ? [] : [{whole: [cellKey(cluster, planned, at)], parts: parts.map((code) => cellKey(cluster, planned, at.with(i, code)))}];
    }),
  );
};
const sumsOfMeasures = ({identities}: Cluster, cells: readonly TrueCell[]): Sum[] =>
  identities.flatMap(({whole, parts}) => {
    const places = cells.filter(({key}) => key.split("|")[0] === whole[0]).map(({key}) => key.slice(whole[0]!.length));
    return places.map((place) => ({whole: whole.map((measure) => measure + place), parts: parts.map((measure) => measure + place)}));
  });

/** All sums that hold between known cells. A part that is not known adds nothing. @throws Error `invalid sum: KEY` where the numbers do not add up */
export const sumsBetween = (cluster: Cluster, tables: readonly CountTable[], cells: readonly TrueCell[]): Sum[] => {
  const values = new Map(cells.map(({key, value}) => [key, value]));
  const known = (keys: readonly string[]) => keys.filter((key) => values.has(key));
  const total = (keys: readonly string[]) => keys.reduce((sum, key) => sum + values.get(key)!, 0);
  const hierarchical = tables.flatMap((table) => sumsOfTable(cluster, table)).map(({whole, parts}) => ({whole: known(whole), parts: known(parts)}));
  const identical = sumsOfMeasures(cluster, cells).filter(({whole, parts}) => [...whole, ...parts].every((key) => values.has(key)));
  const sums = [...hierarchical.filter(({whole, parts}) => whole.length > 0 && parts.length > 0), ...identical];
  for (const {whole, parts} of sums) if (total(whole) !== total(parts)) throw new Error(`invalid sum: ${whole.join(" + ")}`);
  return sums.sort((a, b) => (`${a.whole} ${a.parts}` < `${b.whole} ${b.parts}` ? -1 : 1));
};
