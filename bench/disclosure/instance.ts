import {inventCases} from "../../fixtures/disclosure/cases.ts";
import {type Counted, clusterOf, countTable, hierarchy} from "../../fixtures/disclosure/instances.ts";
import {sumsBetween, trueCells} from "../../pipelines/protect/engine/cells.ts";
import {chanceOf} from "../../pipelines/protect/engine/chance.ts";
import {type Matrix, matrixOf} from "../../pipelines/protect/engine/matrix.ts";
import {type Pattern, suppress} from "../../pipelines/protect/engine/suppress.ts";
import {threatsOf} from "../../pipelines/protect/threats.ts";
import {type Attacker, audiences, type Policy} from "../../schemas/disclosure.ts";
import {type Cluster, type CountTable, cellKey, plannedTable} from "../../schemas/disclosure/cluster.ts";

/** Tables to be protected together, with the codes of the bodies. */
export type Instance = {readonly cluster: Cluster; readonly tables: readonly CountTable[]; readonly bodies: readonly string[]};
/** How an instance is protected. */
export type Task = {
  readonly threshold: number;
  readonly zeros: "partners" | "shown";
  readonly attackers: readonly Attacker[];
  readonly orders: number;
  readonly repairs: number;
};
export type Made = {
  readonly matrix: Matrix;
  readonly pattern: Pattern;
  readonly primary: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  readonly secondary: number;
  readonly published: readonly CountTable[];
};

/** Columns of the tables: body in district, topic, origin in continent, gender. */
const crossings = {"54×12 mit Regierungsbezirken": ["kom", "thema"], "54×25": ["kom", "herk"], "54×25×2": ["kom", "herk", "geschl"]} as const;
export type Crossing = keyof typeof crossings;
const groups: Readonly<Record<string, string>> = {kom: "rb", herk: "kont"};

/** One or more crossings of the 20,000 invented cases of seed 42, as one cluster; on request only of the first bodies. */
export const instanceOf = (names: readonly Crossing[], first = 54): Instance => {
  const facts = inventCases(20_000, 42).filter(({kom}) => Number(kom.slice(1)) <= first);
  const counted = facts.map((fact): Counted => ({fact, count: 1}));
  const hierarchies = (name: Crossing) => crossings[name].map((column) => hierarchy(facts, column, groups[column]));
  const cluster = clusterOf(Object.fromEntries(names.map((name) => [name, hierarchies(name)])));
  return {cluster, tables: names.map((name) => countTable(name, hierarchies(name), counted)), bodies: [...new Set(facts.map(({kom}) => kom))].sort()};
};

export const policyFor = ({threshold, zeros, attackers}: Pick<Task, "threshold" | "zeros" | "attackers">): Policy => ({
  ...audiences.public.policy,
  threshold,
  zeros,
  attackers,
});

/** The tables as they are published when these cells are withheld. */
export const withoutCells = (cluster: Cluster, tables: readonly CountTable[], hidden: ReadonlySet<string>): CountTable[] =>
  tables.map(({id, rows}) => {
    const planned = plannedTable(cluster, id);
    return {id, rows: rows.map((row) => (hidden.has(cellKey(cluster, planned, row.at)) ? {at: row.at, figure: {value: null, status: "withheld"}} : row))};
  });

export const protectedBy = ({cluster, tables, bodies}: Instance, task: Task): Made => {
  const cells = trueCells(cluster, tables);
  const matrix = matrixOf(cells, sumsBetween(cluster, tables, cells));
  const threats = threatsOf(matrix, task.attackers, {hierarchy: "kom", codes: bodies});
  const pattern = suppress(matrix, threats, {...task, zeroKnower: task.attackers.includes("zero-knower"), chance: chanceOf(7)});
  const keys = (chosen: ReadonlySet<number>) => new Set([...chosen].map((i) => cells[i]!.key));
  const hidden = keys(pattern.hidden);
  const published = withoutCells(cluster, tables, hidden);
  return {matrix, pattern, primary: keys(pattern.primary), hidden, secondary: pattern.hidden.size - pattern.primary.size, published};
};
/** What each body sees of itself. */
export const ownTables = ({tables, bodies}: Instance) =>
  bodies.map((body) => ({body, tables: tables.map(({id, rows}) => ({id, rows: rows.filter(({at}) => at[0] === body)}))}));
