import {type Context, nothingKnown, type Peers} from "../../schemas/context.ts";
import type {Checked, Finding, Reading} from "../../schemas/flow.ts";
import {rules} from "../../schemas/rules/registry.ts";
import {judge, judgeUnreadable, verdictOf} from "./judge.ts";
import {inFormOrder} from "./order.ts";
import {redact} from "./redact.ts";
import {viewOf} from "./return-view.ts";

/**
 * Everything one file alone can say, in one pass: all findings in the order of the form, and the rules that could not run with the reason.
 * Depends on the reading and the rules only.
 */
export const checkReading = (reading: Reading, context: Context = nothingKnown): Checked => {
  const view = viewOf(reading, context);
  const {findings, notCheckable} = reading.form === null ? judgeUnreadable(view, rules) : judge(view, rules);
  const ordered = reading.form === null ? findings : inFormOrder(view.form, reading, redact(reading, findings));
  return {verdict: verdictOf(ordered), findings: ordered, notCheckable};
};

const contextual = rules.filter(({needs, checks = []}) => needs !== undefined || checks.some((check) => check.needs !== undefined));
const contextualIds = new Set(contextual.map(({id}) => id));

/** The same with what is known beside the file: `own` is what the file alone said, only the rules that need more run (again). */
export const checkInContext = (reading: Reading, own: Checked, context: Context): Checked => {
  if (reading.form === null) return own;
  const view = viewOf(reading, context);
  const more = judge(view, contextual);
  const findings = inFormOrder(view.form, reading, redact(reading, [...own.findings.filter(({rule}) => !contextualIds.has(rule)), ...more.findings]));
  const notCheckable = [...own.notCheckable.filter(({rule}) => !contextualIds.has(rule)), ...more.notCheckable];
  return {verdict: verdictOf(findings), findings, notCheckable};
};

const amongPeers = rules.filter(({needs = []}) => needs.includes("peers"));
/** Findings with those that can only be told beside the other bodies; `reading` holds at least the tables of the key figures. */
export const checkBesidePeers = (reading: Reading, findings: readonly Finding[], peers: Peers): readonly Finding[] => {
  const view = viewOf(reading, {...nothingKnown, peers});
  const more = judge(view, amongPeers).findings;
  return more.length === 0 ? findings : inFormOrder(view.form, reading, [...findings, ...more]);
};
