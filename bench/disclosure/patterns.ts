import {readFileSync} from "node:fs";
import {join} from "node:path";
import {attack} from "../../pipelines/attack/attack.ts";
import {cellKey} from "../../schemas/disclosure/cluster.ts";
import {root} from "../proof/workshop.ts";
import type {Held} from "./engine.ts";
import {type Instance, instanceOf, policyFor, withoutCells} from "./instance.ts";

/** Patterns of another tool, threshold 3, each with two small cells that can be computed exactly. */
export const unsafePatterns = {
  hitas: ["n|kom=K35|thema=T12 = 2", "n|kom=K49|thema=T08 = 1"],
  opt: ["n|kom=K37|thema=T11 = 1", "n|kom=K40|thema=T09 = 2"],
} as const;

const withheldBy = ({cluster}: Instance, name: string): Set<string> => {
  const lines = readFileSync(join(root, `fixtures/disclosure/pattern-${name}.csv`), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  const cells = lines.map((line) => line.replaceAll('"', "").split(",")).filter(([, , , status]) => status !== "s");
  return new Set(cells.map(([kom, thema]) => cellKey(cluster, cluster.tables[0]!, [kom!, thema!])));
};

/** The attack must report exactly the cells that can be computed, each with its value. */
export const runPattern = (name: keyof typeof unsafePatterns): Held => {
  const instance = instanceOf(["54×12 mit Regierungsbezirken"]);
  const tables = withoutCells(instance.cluster, instance.tables, withheldBy(instance, name));
  const {breaches} = attack(instance.cluster, policyFor({threshold: 3, zeros: "partners", attackers: ["outsider"]}), {tables});
  const exact = breaches
    .filter(({low, high}) => high - low < 1e-6)
    .map(({cell, low}) => `${cell} = ${Math.round(low)}`)
    .sort();
  const expected = unsafePatterns[name];
  return {
    ok: exact.join() === expected.join(),
    line: `Muster ${name}: genau berechenbar ${exact.join(", ")}; zu eng außerdem ${breaches.length - exact.length}`,
  };
};
