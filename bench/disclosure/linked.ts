import {attack} from "../../pipelines/attack/attack.ts";
import type {CountTable} from "../../schemas/disclosure/cluster.ts";
import type {Held} from "./engine.ts";
import {type Instance, instanceOf, policyFor, protectedBy} from "./instance.ts";

const task = {threshold: 3, zeros: "shown", attackers: ["outsider"], orders: 1, repairs: 1} as const;
const names = ["54×25", "54×25×2"] as const;

const alone = (instance: Instance, id: string): Instance => ({
  ...instance,
  cluster: {...instance.cluster, tables: instance.cluster.tables.filter((table) => table.id === id)},
  tables: instance.tables.filter((table) => table.id === id),
});
const determined = (instance: Instance, tables: readonly CountTable[], judged: ReadonlySet<string>) => {
  const {breaches} = attack(instance.cluster, policyFor(task), {tables}, judged);
  return {breaches: breaches.length, exact: breaches.filter(({low, high}) => high - low < 1e-6).length};
};

/** Two tables that share cells: each protected by itself they give each other away, as one cluster they do not. */
export const runLinked = (bodies: number): Held => {
  const instance = instanceOf(names, bodies);
  const [flat, deep] = names.map((id) => protectedBy(alone(instance, id), task));
  const apart = determined(instance, [...flat!.published, ...deep!.published], deep!.primary);
  const together = protectedBy(instance, task);
  const cluster = determined(instance, together.published, together.hidden);
  return {
    ok: apart.exact > 0 && cluster.breaches === 0,
    line: `Verbundene Tabellen (${bodies} Stellen): getrennt geschützt ${apart.breaches} Lücken, davon ${apart.exact} genau berechenbar; als ein Verbund ${cluster.breaches}, ${together.secondary} sekundär`,
  };
};
