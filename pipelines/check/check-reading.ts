import {type Context, nothingKnown, type Peers} from "../../schemas/context.ts";
import type {Checked, Finding, Reading} from "../../schemas/flow.ts";
import {contextualRules, type RuleBook, ruleBook, rulesAmongPeers} from "../../schemas/rules/book/rule-book.ts";
import {judge, judgeUnreadable, verdictOf} from "./judge.ts";
import {inFormOrder} from "./order.ts";
import {redact} from "./redact.ts";
import {viewOf} from "./return-view.ts";

/**
 * Everything one file alone can say, in one pass: all findings in the order of the form, and the rules that could not run with the reason.
 * Depends on the reading and the rules only.
 */
export const checkReading = (reading: Reading, context: Context = nothingKnown, book: RuleBook = ruleBook): Checked => {
  const view = viewOf(reading, context, book);
  const {findings, notCheckable} = reading.form === null ? judgeUnreadable(view, book.rules) : judge(view, book.rules);
  const ordered = reading.form === null ? findings : inFormOrder(view.form, reading, redact(reading, findings));
  return {verdict: verdictOf(ordered), findings: ordered, notCheckable};
};

/** The same with what is known beside the file: `own` is what the file alone said, only the rules that need more run (again). */
export const checkInContext = (reading: Reading, own: Checked, context: Context, book: RuleBook = ruleBook): Checked => {
  if (reading.form === null) return own;
  const contextual = contextualRules(book);
  const contextualIds = new Set(contextual.map(({id}) => id));
  const view = viewOf(reading, context, book);
  const more = judge(view, contextual);
  const findings = inFormOrder(view.form, reading, redact(reading, [...own.findings.filter(({rule}) => !contextualIds.has(rule)), ...more.findings]));
  const notCheckable = [...own.notCheckable.filter(({rule}) => !contextualIds.has(rule)), ...more.notCheckable];
  return {verdict: verdictOf(findings), findings, notCheckable};
};

/** Findings with those that can only be told beside the other bodies; `reading` holds at least the tables of the key figures. */
export const checkBesidePeers = (reading: Reading, findings: readonly Finding[], peers: Peers, book: RuleBook = ruleBook): readonly Finding[] => {
  const view = viewOf(reading, {...nothingKnown, peers}, book);
  const more = judge(view, rulesAmongPeers(book)).findings;
  return more.length === 0 ? findings : inFormOrder(view.form, reading, [...findings, ...more]);
};
