import type {Context} from "../../schemas/context.ts";
import type {Finding, Reading} from "../../schemas/flow.ts";
import {rules} from "../../schemas/rules/registry.ts";
import type {Rule} from "../../schemas/rules/rule.ts";
import {judge, judgeUnreadable} from "../../pipelines/check/judge.ts";
import {type ReturnView, viewOf} from "../../pipelines/check/return-view.ts";
import {brokenReturn, type Example, examplesOf, passingReturn, placeOf} from "./example.ts";
import {mutantsOf} from "./mutants-of.ts";

/** What proving a rule gave: examples that do not hold, and mistakes in the rule that no example notices. */
export type RuleProof = {
  readonly rule: string;
  readonly examples: number;
  readonly failing: readonly string[];
  readonly mutants: number;
  readonly survivors: readonly string[];
};
export type RulesProof = {readonly rules: readonly RuleProof[]; readonly mutants: number; readonly killed: number; readonly ok: boolean};

type Case = {readonly example: Example; readonly broken: ReturnView; readonly passing: ReturnView};
const laidOut = ({reading, context}: {reading: Reading; context: Context}): ReturnView => viewOf(reading, context);
const findingsOf = (view: ReturnView, rule: Rule): readonly Finding[] =>
  (view.reading.form === null ? judgeUnreadable(view, [rule]) : judge(view, [rule])).findings;
/** The rule says at the place what is wrong with the one file, and nothing about the other. */
const holds = (rule: Rule, severity: Finding["severity"], {example, broken, passing}: Case): boolean => {
  const hits = findingsOf(broken, rule);
  return (
    hits.some(({at}) => placeOf(at) === example.at) &&
    hits.every((hit) => hit.severity === (example.severity ?? severity)) &&
    findingsOf(passing, rule).length === 0
  );
};

const minimum = 95;

const proveOne = async (rule: Rule): Promise<RuleProof> => {
  const cases = await Promise.all(
    examplesOf(rule.id).map(
      async (example): Promise<Case> => ({example, broken: laidOut(await brokenReturn(example)), passing: laidOut(await passingReturn(example))}),
    ),
  );
  const failing = cases.filter((each) => !holds(rule, rule.severity, each)).map(({example}) => example.at ?? "Datei");
  const mutants = mutantsOf(rule);
  const survivors = mutants.filter((mutant) => cases.every((each) => holds(mutant.rule, rule.severity, each))).map(({what}) => what);
  return {rule: rule.id, examples: cases.length, failing, mutants: mutants.length, survivors};
};

/** Runs the examples of every rule (or of those named) and tries them on every mistaken copy of it. */
export const proveRules = async (wanted: readonly string[] = [], progress: (done: number, of: number) => void = () => undefined): Promise<RulesProof> => {
  const chosen = rules.filter(({id}) => wanted.length === 0 || wanted.includes(id));
  const proofs: RuleProof[] = [];
  for (const rule of chosen) {
    proofs.push(await proveOne(rule));
    progress(proofs.length, chosen.length);
  }
  const mutants = proofs.reduce((sum, each) => sum + each.mutants, 0);
  const killed = mutants - proofs.reduce((sum, each) => sum + each.survivors.length, 0);
  return {rules: proofs, mutants, killed, ok: proofs.every(({failing}) => failing.length === 0) && killed * 100 >= minimum * mutants};
};

/** In German: the score, what does not hold, and every survivor. */
export const rulesProofText = ({rules: proofs, mutants, killed, ok}: RulesProof): string =>
  [
    ...proofs.flatMap(({rule, failing}) => failing.map((at) => `${rule}: Das Beispiel bei ${at} hält nicht.`)),
    ...proofs
      .filter(({survivors}) => survivors.length > 0)
      .map(({rule, survivors, mutants: all}) => `${rule}: ${survivors.length} von ${all} Fehlern bleiben unbemerkt: ${survivors.join("; ")}`),
    `${proofs.length} Regeln, ${proofs.reduce((sum, {examples}) => sum + examples, 0)} Beispiele; von ${mutants} eingebauten Fehlern ${killed} bemerkt (${((100 * killed) / mutants).toFixed(1).replace(".", ",")} %, verlangt ${minimum} %).`,
    ok ? "Die Beispiele beweisen die Regeln." : "Die Beispiele beweisen die Regeln NICHT.",
  ].join("\n");
