import {attack} from "../../pipelines/attack/attack.ts";
import {type Crossing, instanceOf, ownTables, policyFor, protectedBy, type Task} from "./instance.ts";

/** One line of a check, and whether it holds. */
export type Held = {readonly ok: boolean; readonly line: string};
/** `most`: secondary cells, `seconds`: time with the attack; null: measured only. */
export type Target = {readonly of: Crossing; readonly task: Task; readonly most: number | null; readonly seconds: number | null};

const outsider = {attackers: ["outsider"]} as const;
const flat = {of: "54×12 mit Regierungsbezirken"} as const;
const deep = {of: "54×25×2"} as const;
/** The figures of the design: against an outsider, threshold 3. */
export const flatTargets: readonly Target[] = [
  {...flat, task: {...outsider, threshold: 3, zeros: "shown", orders: 8, repairs: 2}, most: 34, seconds: 1},
  {...flat, task: {...outsider, threshold: 3, zeros: "partners", orders: 8, repairs: 2}, most: 37, seconds: 1},
];
export const deepTargets: readonly Target[] = [
  {...deep, task: {...outsider, threshold: 3, zeros: "shown", orders: 1, repairs: 1}, most: 531, seconds: 30},
  {...deep, task: {...outsider, threshold: 3, zeros: "partners", orders: 1, repairs: 1}, most: 732, seconds: 30},
];
const everybody = {attackers: ["outsider", "zero-knower", "single", "body"]} as const;
export const allAttackers: readonly Target[] = [
  {...flat, task: {...everybody, threshold: 3, zeros: "partners", orders: 20, repairs: 1}, most: null, seconds: null},
  {...flat, task: {...everybody, threshold: 5, zeros: "partners", orders: 20, repairs: 1}, most: null, seconds: null},
];

/** Protects an instance, attacks what is published, and says what it cost. The attack judges every withheld cell. */
export const runTarget = ({of, task, most, seconds}: Target): Held => {
  const instance = instanceOf([of]);
  const begun = performance.now();
  const {pattern, secondary, published} = protectedBy(instance, task);
  const made = (performance.now() - begun) / 1000;
  const {breaches, questions} = attack(instance.cluster, policyFor(task), {tables: published, own: ownTables(instance)});
  const took = (performance.now() - begun) / 1000;
  const cells = published.reduce((sum, {rows}) => sum + rows.length, 0);
  const share = ((100 * pattern.hidden.size) / cells).toFixed(1);
  const ok =
    breaches.length === 0 && pattern.open.size === 0 && secondary <= (most ?? Number.POSITIVE_INFINITY) && took <= (seconds ?? Number.POSITIVE_INFINITY);
  const limits = `${most === null ? "" : ` (höchstens ${most})`}, ${made.toFixed(2)} s, mit Angriff ${took.toFixed(2)} s${seconds === null ? "" : ` (höchstens ${seconds})`}`;
  const how = `${of}, Schwelle ${task.threshold}, Nullen ${task.zeros === "shown" ? "gezeigt" : "als Partner"}, Angreifer ${task.attackers.join(" ")}`;
  return {
    ok,
    line: `${how}: ${pattern.primary.size} primär, ${secondary} sekundär${limits}, ${share} % gesperrt, ${questions} Programme, ${breaches.length} Lücken`,
  };
};
