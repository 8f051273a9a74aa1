import type {Policy} from "../../schemas/disclosure.ts";
import {type Cluster, type CountTable, cellKey, type Method, plannedTable} from "../../schemas/disclosure/cluster.ts";
import type {Figure} from "../../schemas/flow.ts";
import {sumsBetween, type TrueCell, trueCells} from "./engine/cells.ts";
import type {Chance} from "./engine/chance.ts";
import {matrixOf} from "./engine/matrix.ts";
import {roundTo, tooTight} from "./engine/round.ts";
import {suppress} from "./engine/suppress.ts";
import {type Bodies, threatsOf} from "./threats.ts";

/** Tables as they may be published. `cluster` holds the methods really used: a table of which too much had to be withheld is rounded instead. */
export type Shielded = {
  readonly cluster: Cluster;
  readonly tables: readonly CountTable[];
  readonly shares: readonly {readonly id: string; readonly cells: number; readonly withheld: number}[];
  /** Readers whom no pattern keeps out, with the cells; then nothing may be published. */
  readonly open: readonly {readonly reader: string; readonly cells: readonly string[]}[];
};
export type Shielding = {readonly bodies: Bodies; readonly chance: Chance; readonly orders?: number};

/** One cell, one method: else what one table hides another gives away. @throws Error `ambiguous method: MEASURE` */
const oneMethodEach = ({tables}: Cluster) => {
  for (const [measure, same] of Map.groupBy(tables, (table) => table.measure))
    if (new Set(same.map(({method, base}) => `${method} ${base ?? ""}`)).size > 1) throw new Error(`ambiguous method: ${measure}`);
};
const of = (cluster: Cluster, tables: readonly CountTable[], method: Method) => tables.filter(({id}) => plannedTable(cluster, id).method === method);

const withheld: Figure = {value: null, status: "withheld"};
const shown = (cluster: Cluster, table: CountTable, hidden: ReadonlySet<string>, print: (value: bigint) => bigint): CountTable => {
  const planned = plannedTable(cluster, table.id);
  const figureOf = (at: readonly string[], figure: Figure): Figure => {
    if (figure.status !== "known") return figure;
    return hidden.has(cellKey(cluster, planned, at)) ? withheld : {status: "known", value: print(figure.value)};
  };
  return {id: table.id, rows: table.rows.map(({at, figure}) => ({at, figure: figureOf(at, figure)}))};
};
const keysOf = (cells: readonly TrueCell[], chosen: ReadonlySet<number>) => new Set([...chosen].map((i) => cells[i]!.key));

const suppressed = (cluster: Cluster, policy: Policy, tables: readonly CountTable[], {bodies, chance, orders = 20}: Shielding) => {
  const cells = trueCells(cluster, tables);
  const matrix = matrixOf(cells, sumsBetween(cluster, tables, cells));
  const {threshold, zeros, attackers} = policy;
  const pattern = suppress(matrix, threatsOf(matrix, attackers, bodies), {
    threshold,
    zeros,
    zeroKnower: attackers.includes("zero-knower"),
    orders,
    repairs: 1,
    chance,
  });
  const hidden = keysOf(cells, pattern.hidden);
  return {
    tables: tables.map((table) => shown(cluster, table, hidden, (value) => value)),
    open: [...pattern.open].map(([reader, numbers]) => ({reader, cells: numbers.map((i) => cells[i]!.key)})),
  };
};

const rounded = (cluster: Cluster, {roundTo: common, threshold}: Policy, tables: readonly CountTable[]): CountTable[] => {
  const cells = trueCells(cluster, tables);
  const bases = new Map(cluster.tables.map(({measure, base}) => [measure, base ?? common]));
  const baseOf = ({key}: TrueCell) => Number(bases.get(key.split("|")[0]!));
  const hidden = keysOf(cells, tooTight(cells, sumsBetween(cluster, tables, cells), baseOf, threshold));
  return tables.map((table) => shown(cluster, table, hidden, (value) => roundTo(value, bases.get(plannedTable(cluster, table.id).measure)!)));
};

const shareOf = ({id, rows}: CountTable) => ({
  id,
  cells: rows.filter(({figure}) => figure.status === "known" || figure.status === "withheld").length,
  withheld: rows.filter(({figure}) => figure.status === "withheld").length,
});

/** The same plan with these tables, and all that show the same measure, rounded. */
const roundedInstead = (cluster: Cluster, ids: readonly string[]): Cluster => {
  const measures = new Set(ids.map((id) => plannedTable(cluster, id).measure));
  return {...cluster, tables: cluster.tables.map((table) => (measures.has(table.measure) ? {...table, method: "round"} : table))};
};

/**
 * Makes true tables that hang together safe for an audience.
 * @throws Error `unknown planned table: ID`, `ambiguous method: MEASURE`, `ambiguous cell: KEY`, `invalid sum: KEY`
 */
export const protectCluster = (cluster: Cluster, policy: Policy, tables: readonly CountTable[], shielding: Shielding): Shielded => {
  oneMethodEach(cluster);
  const {tables: withGaps, open} = suppressed(cluster, policy, of(cluster, tables, "suppress"), shielding);
  const {num, den} = policy.mostWithheld;
  const tooMuch = withGaps.map(shareOf).filter((share) => share.withheld * den > share.cells * num);
  if (tooMuch.length > 0)
    return protectCluster(
      roundedInstead(
        cluster,
        tooMuch.map(({id}) => id),
      ),
      policy,
      tables,
      shielding,
    );
  const safe = [...withGaps, ...rounded(cluster, policy, of(cluster, tables, "round")), ...of(cluster, tables, "open")];
  return {cluster, tables: safe, shares: safe.map(shareOf), open};
};
