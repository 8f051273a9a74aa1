import {allAttackers, deepTargets, flatTargets, type Held, runTarget} from "./engine.ts";
import {runLinked} from "./linked.ts";
import {runMutants} from "./mutants.ts";
import {runOracle} from "./oracle.ts";
import {runOrder} from "./order.ts";
import {runParity} from "./parity.ts";
import {runPattern} from "./patterns.ts";
import {runPublicationOrder} from "./publication-order.ts";
import type {Measure} from "../proof/measure.ts";

/** Small tables withheld well: engines against their benchmark, the attack against brute force, mutants and known unsafe patterns. */
export const disclosure: Measure = async ({size, seed, shared, step}) => {
  const full = size === "full";
  const checks: Readonly<Record<string, () => readonly Held[]>> = {
    flat: () => flatTargets.map(runTarget),
    ...(full ? {deep: () => deepTargets.map(runTarget), everybody: () => allAttackers.map(runTarget)} : {}),
    patterns: () => [runPattern("hitas"), runPattern("opt")],
    oracle: () => [runOracle(full ? 200 : 10, seed)],
    mutants: () => [runMutants(full ? 200 : 5, seed)],
    linked: () => [runLinked(full ? 54 : 12)],
    order: () => [runOrder(seed), runPublicationOrder(seed)],
    ...(shared === null ? {} : {parity: () => runParity(shared)}),
  };
  const held: Held[] = [];
  for (const [name, check] of Object.entries(checks)) held.push(...(await step(name, async () => check())));
  return {
    ok: held.every(({ok}) => ok),
    figure: `${held.filter(({ok}) => ok).length} von ${held.length} Proben`,
    lines: held.map(({ok, line}) => `${ok ? "" : "HÄLT NICHT: "}${line}`),
  };
};
