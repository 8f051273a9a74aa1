import {chanceOf} from "../../pipelines/protect/engine/chance.ts";
import {protectCluster} from "../../pipelines/protect/protect-cluster.ts";
import type {CountTable} from "../../schemas/disclosure/cluster.ts";
import type {Held} from "./engine.ts";
import {instanceOf, policyFor} from "./instance.ts";

const shuffled = <T>(values: readonly T[], seed: number): T[] => {
  const chance = chanceOf(seed);
  return values
    .map((value) => [chance(), value] as const)
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
};
const asText = (tables: readonly CountTable[]) =>
  tables
    .flatMap(({id, rows}) => rows.map(({at, figure}) => `${id} ${at.join(" ")} ${figure.value ?? figure.status}`))
    .sort()
    .join("\n");

/** The same numbers in another order give the same pattern; a table that is not planned is refused. */
export const runOrder = (seed: number): Held => {
  const {cluster, tables, bodies} = instanceOf(["54×12 mit Regierungsbezirken"]);
  const policy = policyFor({threshold: 3, zeros: "partners", attackers: ["outsider"]});
  const made = (given: readonly CountTable[]) =>
    protectCluster(cluster, policy, given, {bodies: {hierarchy: "kom", codes: bodies}, chance: chanceOf(7), orders: 4}).tables;
  const same = asText(made(tables)) === asText(made(tables.map(({id, rows}) => ({id, rows: shuffled(rows, seed)}))));
  const refused = (() => {
    try {
      made([{id: "other", rows: []}]);
      return false;
    } catch (error) {
      return error instanceof Error && error.message === "unknown planned table: other";
    }
  })();
  return {
    ok: same && refused,
    line: `Zeilen gemischt: ${same ? "gleiches Muster" : "ANDERES MUSTER"}; Tabelle außerhalb des Plans: ${refused ? "abgelehnt" : "ANGENOMMEN"}`,
  };
};
