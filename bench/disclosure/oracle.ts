import {clusterOf, countTable, type Fact, hierarchy} from "../../fixtures/disclosure/instances.ts";
import {exactRanges} from "../../pipelines/attack/exact.ts";
import {type Chance, chanceOf} from "../../pipelines/protect/engine/chance.ts";
import {type CountTable, cellKey} from "../../schemas/disclosure/cluster.ts";
import type {Held} from "./engine.ts";
import {policyFor, withoutCells} from "./instance.ts";

const policy = policyFor({threshold: 3, zeros: "partners", attackers: ["outsider"]});
const columns = ["a", "b", "c"];

type Puzzle = {readonly tables: readonly CountTable[]; readonly published: readonly CountTable[]; readonly cluster: ReturnType<typeof clusterOf>};

/** A table up to 4 × 4 × 2 with counts from 0 to 6, some cells withheld at random: safe or not. */
const puzzle = (chance: Chance): Puzzle => {
  const sizes = [2 + Math.floor(chance() * 3), 2 + Math.floor(chance() * 3), 1 + Math.floor(chance() * 2)].filter((size) => size > 1);
  const places = sizes.reduce<number[][]>((all, size) => all.flatMap((at) => Array.from({length: size}, (_, i) => [...at, i])), [[]]);
  const facts = places.map((at): Fact => Object.fromEntries(at.map((i, d) => [columns[d]!, `${columns[d]}${i}`])));
  const hierarchies = sizes.map((_, d) => hierarchy(facts, columns[d]!));
  const cluster = clusterOf({t: hierarchies});
  const tables = [
    countTable(
      "t",
      hierarchies,
      facts.map((fact) => ({fact, count: Math.floor(chance() * 7)})),
    ),
  ];
  const keys = tables[0]!.rows.map(({at}) => cellKey(cluster, cluster.tables[0]!, at));
  const hidden = new Set(keys.filter((key) => key !== "n" && chance() < 0.35));
  return {cluster, tables, published: withoutCells(cluster, tables, hidden)};
};

type Line = {readonly members: readonly number[]; readonly total: number};
/** Ranges of the withheld cells over all whole-numbered tables, one after the other. */
const enumerated = ({cluster, published}: Puzzle): Map<string, {low: number; high: number}> => {
  const {rows} = published[0]!;
  const inner = rows.filter(({at}) => !at.includes("Total"));
  const covers = (at: readonly string[]) => inner.flatMap((cell, i) => (at.every((code, d) => code === "Total" || code === cell.at[d]) ? [i] : []));
  const lines = rows.flatMap(({at, figure}): Line[] => (figure.value === null ? [] : [{members: covers(at), total: Number(figure.value)}]));
  const asked = rows.filter(({figure}) => figure.value === null).map(({at}) => ({key: cellKey(cluster, cluster.tables[0]!, at), members: covers(at)}));
  const ranges = new Map(asked.map(({key}) => [key, {low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY}]));
  const values = inner.map(() => 0);
  const left = lines.map(({total}) => total);
  const linesOf = inner.map((_, i) => lines.flatMap(({members}, l) => (members.includes(i) ? [l] : [])));
  const lastOf = lines.map(({members}) => members.at(-1)!);
  const record = () => {
    for (const {key, members} of asked) {
      const [sum, range] = [members.reduce((total, i) => total + values[i]!, 0), ranges.get(key)!];
      [range.low, range.high] = [Math.min(range.low, sum), Math.max(range.high, sum)];
    }
  };
  const fill = (i: number) => {
    if (i === inner.length) return record();
    const mine = linesOf[i]!;
    const ends = mine.filter((l) => lastOf[l] === i);
    const most = Math.min(...mine.map((l) => left[l]!));
    for (let value = ends.length > 0 ? left[ends[0]!]! : 0; value <= most; value++) {
      for (const l of mine) left[l]! -= value;
      values[i] = value;
      if (ends.every((l) => left[l] === 0)) fill(i + 1);
      for (const l of mine) left[l]! += value;
      if (ends.length > 0) break;
    }
  };
  fill(0);
  return ranges;
};

/** Small tables against brute force: the range of the linear program holds the enumerated one, the integer attacker's is the same. */
export const runOracle = (count: number, seed: number): Held => {
  const chance = chanceOf(seed);
  const wrong: string[] = [];
  let cells = 0;
  for (let i = 0; i < count; i++) {
    const each = puzzle(chance);
    const truth = enumerated(each);
    const linear = exactRanges(each.cluster, policy, each.published, false);
    const integer = exactRanges(each.cluster, policy, each.published, true);
    cells += truth.size;
    for (const [key, {low, high}] of truth) {
      const [real, whole] = [linear.get(key)!, integer.get(key)!];
      if (real.low > low + 1e-6 || real.high < high - 1e-6)
        wrong.push(`Tabelle ${i} ${key}: reell ${real.low} bis ${real.high}, aufgezählt ${low} bis ${high}`);
      if (Math.round(whole.low) !== low || Math.round(whole.high) !== high)
        wrong.push(`Tabelle ${i} ${key}: ganzzahlig ${whole.low} bis ${whole.high}, aufgezählt ${low} bis ${high}`);
    }
  }
  return {
    ok: wrong.length === 0 && cells > count,
    line: `Aufzählung: ${count} Tabellen, ${cells} gesperrte Zellen, ${wrong.length} Abweichungen ${wrong.slice(0, 3).join("; ")}`,
  };
};
