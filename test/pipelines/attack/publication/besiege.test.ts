import {describe, expect, test} from "vitest";
import {attack} from "../../../../pipelines/attack/attack.ts";
import {criterionOf} from "../../../../pipelines/attack/criterion.ts";
import {complaintsAbout} from "../../../../pipelines/attack/publication/check-evidence.ts";
import {besiege} from "../../../../pipelines/attack/publication/siege/besiege.ts";
import type {Cluster, CountTable, Method} from "../../../../schemas/disclosure/cluster.ts";
import {cluster, policy, tableOf} from "../small.ts";
import {type OwnRows, siegeOn} from "./small-siege.ts";

const rules = policy(["outsider", "single", "body"], {threshold: 5});
const areas = ["A", "B", "C", "D"];
const topics = ["x", "y", "z"];
const plan = (method: Method): Cluster => {
  const {hierarchies, ...rest} = cluster(method, areas);
  return {...rest, hierarchies: [hierarchies[0]!, {name: "topic", whole: "both", parts: {both: topics}}]};
};

/** Numbers that look like chance and are always the same (mulberry32). */
const chanceOf = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
};
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
type Cells = Readonly<Record<string, Readonly<Record<string, number>>>>;
const randomCells = (below: (n: number) => number): Cells => {
  const inner = areas.map((area) => [area, topics.map(() => Math.max(0, below(14) - 3))] as const);
  const rows = [...inner, ["all", topics.map((_, i) => sum(inner.map(([, row]) => row[i]!)))] as const];
  return Object.fromEntries(rows.map(([area, row]) => [area, Object.fromEntries([...topics.map((topic, i) => [topic, row[i]!]), ["both", sum(row)]])]));
};
const published = (cells: Cells, method: Method, below: (n: number) => number): CountTable => {
  const print = (value: number) => (method === "round" ? Math.floor((value + 2) / 5) * 5 : value);
  const share = method === "round" ? 8 : 2;
  const lines = Object.entries(cells).flatMap(([area, row]) =>
    Object.entries(row).map(([topic, value]) => `${area} ${topic} ${below(share) === 0 ? "." : print(value)}`),
  );
  return tableOf(lines.join("\n"));
};
const ownOf = (cells: Cells): OwnRows[] =>
  areas.map((body) => ({
    body,
    tables: [
      tableOf(
        Object.entries(cells[body]!)
          .map(([topic, value]) => `${body} ${topic} ${value}`)
          .join("\n"),
      ),
    ],
  }));

type Named = {readonly attacker: string; readonly who: string; readonly cell: string};
/** Who finds what; what anybody can find is not said again of those who know more. */
const told = (found: readonly Named[]): string[] => {
  const common = new Set(found.filter(({attacker}) => attacker === "outsider").map(({cell}) => cell));
  return found
    .filter(({attacker, cell}) => attacker === "outsider" || !common.has(cell))
    .map(({attacker, who, cell}) => `${attacker} ${who}: ${cell}`)
    .sort();
};
const scenes = (["suppress", "round"] as const).flatMap((method) => Array.from({length: 25}, (_, seed) => ({method, seed})));
const sceneOf = (method: Method, seed: number) => {
  const below = chanceOf(seed);
  const cells = randomCells(below);
  return {tables: [published(cells, method, below)], own: ownOf(cells)};
};
const byMoves = (method: Method, seed: number, withOwn: boolean) => {
  const {tables, own} = sceneOf(method, seed);
  const siege = siegeOn(plan(method), rules, tables, withOwn ? own : []);
  return {siege, ...besiege(siege)};
};

describe.each(scenes)("small tables, $method $seed", ({method, seed}) => {
  test("moves and the solver find what the solver alone finds, reader by reader and cell by cell", () => {
    const {tables, own} = sceneOf(method, seed);
    const {fallen} = byMoves(method, seed, true);
    expect(told(fallen.map((each) => ({...each, cell: each.name})))).toEqual(told(attack(plan(method), rules, {tables, own}).breaches));
  });
  test("so they do if nobody's own table is known", () => {
    const {tables} = sceneOf(method, seed);
    const {fallen} = byMoves(method, seed, false);
    expect(told(fallen.map((each) => ({...each, cell: each.name})))).toEqual(told(attack(plan(method), rules, {tables}).breaches));
  });
  test("the evidence for all others adds up", () => {
    const {siege, evidence, fallen} = byMoves(method, seed, true);
    const owner = (key: string) => [...(siege.owned.owner.has(key) ? [siege.owned.owner.get(key)!] : []), ...(isSingle(key) ? [key] : [])];
    const isSingle = (key: string) => siege.numbers.get(key)!.withheld && siege.owned.values.get(key) === 1;
    const {broken, unshown, unbound} = complaintsAbout(evidence, {
      knowledge: siege.knowledge,
      equations: siege.equations,
      whoKnow: owner,
      enough: (key, low, high) => criterionOf(siege.numbers.get(key)!, rules.threshold).open(low, high),
    });
    expect({broken, unbound}).toEqual({broken: [], unbound: 0});
    expect(unshown.filter((key) => !fallen.some(({name}) => name === key))).toEqual([]);
  });
});
