import {attack} from "../../pipelines/attack/attack.ts";
import {chanceOf} from "../../pipelines/protect/engine/chance.ts";
import {openTo} from "../../pipelines/protect/engine/ranges.ts";
import type {Held} from "./engine.ts";
import {instanceOf, policyFor, protectedBy, withoutCells} from "./instance.ts";

const task = {threshold: 3, zeros: "partners", attackers: ["outsider"], orders: 4, repairs: 1} as const;

/**
 * Shows one secondary cell (a partner zero, too) in copies of a safe publication. The attack, which knows only what is published, must name exactly the cells
 * that the engine's own ranges, computed from the truth by other equations, find open; and none in what was not touched.
 */
export const runMutants = (count: number, seed: number): Held => {
  const instance = instanceOf(["54×12 mit Regierungsbezirken"]);
  const {matrix, pattern, primary, hidden} = protectedBy(instance, task);
  const secondary = [...pattern.hidden].filter((cell) => !pattern.primary.has(cell));
  const threat = {name: "outsider", knownAtoms: [], judged: pattern.primary};
  const verdict = (shown: readonly number[]) => {
    const open = openTo(matrix, new Set([...pattern.hidden].filter((cell) => !shown.includes(cell))), [threat], task.threshold, 0);
    return (open.get(threat) ?? [])
      .map((cell) => matrix.cells[cell]!.key)
      .sort()
      .join(" ");
  };
  const attacked = (shown: readonly number[]) => {
    const keys = new Set(shown.map((cell) => matrix.cells[cell]!.key));
    const tables = withoutCells(instance.cluster, instance.tables, new Set([...hidden].filter((key) => !keys.has(key))));
    return attack(instance.cluster, policyFor(task), {tables}, primary)
      .breaches.map(({cell}) => cell)
      .sort()
      .join(" ");
  };
  const chance = chanceOf(seed);
  const mutants = Array.from({length: count}, () => secondary[Math.floor(chance() * secondary.length)]!);
  const verdicts = mutants.map((cell) => ({truth: verdict([cell]), found: attacked([cell])}));
  const unsafe = verdicts.filter(({truth}) => truth !== "").length;
  const wrong = verdicts.filter(({truth, found}) => truth !== found).length;
  const untouched = attacked([]);
  return {
    ok: wrong === 0 && untouched === "" && unsafe > 0,
    line: `Mutanten: ${count} Kopien, ${unsafe} unsicher, ${unsafe - verdicts.filter(({truth, found}) => truth !== "" && found === "").length} davon gefunden, ${wrong} mit anderen Zellen, unberührt ${untouched === "" ? "ohne Befund" : `Befund: ${untouched}`}`,
  };
};
