import {type Cluster, type CountTable, cellKey, type Method, type PlannedTable, plannedTable} from "../../schemas/disclosure/cluster.ts";
import type {Policy} from "../../schemas/disclosure.ts";

/** What somebody knows about a cell before any arithmetic. */
export type Known = {readonly low: number; readonly high: number; readonly withheld: boolean; readonly method: Method; readonly tables: readonly string[]};
/** All cells somebody has seen, by key. What stands in no table is not here; a gap other than `withheld` adds nothing to any sum. */
export type Knowledge = ReadonlyMap<string, Known>;

/** How numbers of planned tables were rounded; null in a body's own tables, which are exact. */
export type Rounding = Pick<Policy, "roundTo"> | {readonly roundTo: null};

/** Larger than any number a table of the Land can hold. */
export const limitless = 1e7;

/** The numbers that are rounded to this one, half up. */
const roundedFrom = (shown: number, base: number) => ({low: Math.max(0, shown - Math.floor(base / 2)), high: shown + Math.ceil(base / 2) - 1});
const seen = ({id, method, base}: PlannedTable, value: bigint | null, {roundTo}: Rounding): Known => {
  const [withheld, tables] = [value === null, [id]];
  if (value === null) return {low: 0, high: limitless, withheld, method, tables};
  const shown = Number(value);
  return {...(method === "round" && roundTo !== null ? roundedFrom(shown, Number(base ?? roundTo)) : {low: shown, high: shown}), withheld, method, tables};
};
/** What two sightings of one cell say together; null if they contradict each other. */
export const agreed = (a: Known, b: Known): Known | null => {
  const [low, high] = [Math.max(a.low, b.low), Math.min(a.high, b.high)];
  if (low > high) return null;
  return {low, high, withheld: a.withheld && b.withheld, method: a.method === "round" ? b.method : a.method, tables: [...new Set([...a.tables, ...b.tables])]};
};

const sightings = (cluster: Cluster, rounding: Rounding, {id, rows}: CountTable): Knowledge => {
  const planned = plannedTable(cluster, id);
  const visible = rows.filter(({figure}) => figure.status === "known" || figure.status === "withheld");
  return new Map(visible.map(({at, figure}) => [cellKey(cluster, planned, at), seen(planned, figure.value, rounding)]));
};
/** @throws Error `ambiguous cell: KEY` where they contradict each other */
export const knownTogether = (a: Knowledge, b: Knowledge): Knowledge => {
  const known = new Map(a);
  for (const [key, there] of b) {
    const before = known.get(key);
    const together = before === undefined ? there : agreed(before, there);
    if (together === null) throw new Error(`ambiguous cell: ${key}`);
    known.set(key, together);
  }
  return known;
};

/** What tables say together. @throws Error `unknown planned table: ID`, `ambiguous cell: KEY` where they contradict each other */
export const knowledgeFrom = (cluster: Cluster, rounding: Rounding, published: readonly CountTable[]): Knowledge =>
  published.map((table) => sightings(cluster, rounding, table)).reduce(knownTogether, new Map());
