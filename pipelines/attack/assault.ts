import type {Attacker, Policy} from "../../schemas/disclosure.ts";
import {type Adversary, adversaryOf, type Witness} from "./adversary.ts";
import type {Reader} from "./attackers.ts";
import {type Certificate, certificateOf} from "./certificate.ts";
import {criterionOf} from "./criterion.ts";
import type {Equation} from "./equations.ts";
import type {Knowledge} from "./knowledge.ts";
import {type Probed, probe, type Target} from "./probe.ts";
import {type System, systemOf} from "./system.ts";

/** A cell somebody can have back: what they can prove about it. `contradiction`: the tables do not add up, or no table fits them. */
export type Breach = {
  readonly tables: readonly string[];
  readonly cell: string;
  readonly attacker: Attacker;
  /** The body, or the cell of the single person. */
  readonly who: string;
  readonly low: number;
  readonly high: number;
  readonly why: "narrow" | "contradiction" | "increment" | "pattern";
};
/** `certificate` is about the first reader; `questions` counts linear programs. */
export type Attacked = {readonly breaches: readonly Breach[]; readonly certificate: Certificate; readonly questions: number; readonly targets: number};
/** What is published, which of its cells are judged, and all that is known besides. */
export type Scene = {
  readonly published: Knowledge;
  readonly judged: readonly string[];
  readonly knowledge: Knowledge;
  readonly equations: readonly Equation[];
  readonly policy: Policy;
};

export const breachOf = (published: Knowledge, cell: string, {attacker, who}: Reader, low: number, high: number, why: Breach["why"] = "narrow"): Breach => ({
  tables: published.get(cell)?.tables ?? [],
  cell,
  attacker,
  who,
  low,
  high,
  why,
});

const split = ({published, judged, policy}: Scene, system: System) => {
  const criterion = (key: string) => criterionOf(published.get(key)!, policy.threshold);
  const targets = judged.flatMap((key): Target[] => {
    const column = system.columns.get(key);
    return column === undefined ? [] : [{key, column, criterion: criterion(key)}];
  });
  const known = judged.flatMap((key) => (system.fixed.has(key) ? [[key, system.fixed.get(key)!] as const] : []));
  return {targets, given: known.filter(([key, value]) => !criterion(key).harmless(value))};
};

const asReader = (adversary: Adversary, system: System, {knows}: Reader, targets: readonly Target[], witnesses: Witness[]): Probed[] | null => {
  const learned = [...knows].flatMap(([key, value]) => (system.columns.has(key) ? [[system.columns.get(key)!, value] as const] : []));
  for (const [column, value] of learned) adversary.learn(column, value);
  const probed = probe(
    adversary,
    targets.filter(({key}) => !knows.has(key)),
    witnesses,
  );
  for (const [column] of learned) adversary.learn(column, null);
  return probed;
};

/** All these readers, one after the other, against the judged cells. */
export const assault = (scene: Scene, who: readonly Reader[]): Attacked => {
  const system = systemOf(scene.knowledge, scene.equations);
  const {targets, given} = split(scene, system);
  const adversary = adversaryOf(system);
  const attacks = who.map((reader, i) => {
    const witnesses: Witness[] = [];
    const probed = targets.length === 0 ? [] : asReader(adversary, system, reader, targets, witnesses);
    const narrow = (probed ?? []).filter(({safe}) => !safe).map(({key, low, high}) => breachOf(scene.published, key, reader, low, high));
    const impossible = probed === null ? [breachOf(scene.published, targets[0]!.key, reader, Number.NaN, Number.NaN, "contradiction")] : [];
    const certificate: Certificate = i === 0 ? certificateOf(system, witnesses, probed ?? []) : {tables: [], cells: []};
    return {breaches: [...impossible, ...narrow], certificate};
  });
  const questions = adversary.asked();
  adversary.leave();
  const [first] = who;
  const atOnce =
    first === undefined
      ? []
      : [
          ...system.contradictions.map(({left}) => breachOf(scene.published, left[0]!, first, Number.NaN, Number.NaN, "contradiction")),
          ...given.map(([key, value]) => breachOf(scene.published, key, first, value, value)),
        ];
  return {
    breaches: [...atOnce, ...attacks.flatMap(({breaches}) => breaches)],
    certificate: attacks[0]?.certificate ?? {tables: [], cells: []},
    questions,
    targets: targets.length,
  };
};
