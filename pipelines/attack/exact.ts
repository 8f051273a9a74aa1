import type {Policy} from "../../schemas/disclosure.ts";
import type {Cluster, CountTable} from "../../schemas/disclosure/cluster.ts";
import {type Adversary, adversaryOf} from "./adversary.ts";
import {equationsOf} from "./equations.ts";
import {knowledgeFrom} from "./knowledge.ts";
import {systemOf} from "./system.ts";

/** Between which values a cell can lie, exactly. */
export type Exact = {readonly low: number; readonly high: number};

const rangeOf = (adversary: Adversary, column: number): Exact => {
  const [least, largest] = ([-1, 1] as const).map((direction) => adversary.push([column], direction)?.[column]);
  // + 0 makes the solver's −0 a zero.
  return {low: (least ?? Number.NaN) + 0, high: (largest ?? Number.NaN) + 0};
};

/** The range of every cell that is not shown exactly. `integer`: as whole numbers, the sharpest reader there is; slow, so on demand. */
export const exactRanges = (cluster: Cluster, policy: Policy, tables: readonly CountTable[], integer: boolean): Map<string, Exact> => {
  const knowledge = knowledgeFrom(cluster, policy, tables);
  const system = systemOf(knowledge, equationsOf(cluster, tables, knowledge));
  const adversary = adversaryOf(system, integer);
  const open = [...knowledge].filter(([, {low, high}]) => low < high).map(([key]) => key);
  const ranges = open.map((key) => {
    const column = system.columns.get(key);
    const value = system.fixed.get(key)!;
    return [key, column === undefined ? {low: value, high: value} : rangeOf(adversary, column)] as const;
  });
  adversary.leave();
  return new Map(ranges);
};
