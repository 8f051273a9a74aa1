import type {Checked, Finding, Reading, Remark, Verdict} from "../../schemas/flow.ts";
import {rules} from "../../schemas/rules/registry.ts";
import type {Rule} from "../../schemas/rules/rule.ts";
import {compare, type Verdicts} from "./compare.ts";
import {type Fault, findingOf} from "./finding.ts";
import {inFormOrder} from "./order.ts";
import {spelledOut} from "./proposals.ts";
import {redact} from "./redact.ts";
import {type ReturnView, viewOf} from "./return-view.ts";
import {invalidCells} from "./tests/invalid.ts";
import {tests} from "./tests/registry.ts";

type NotCheckable = Checked["notCheckable"][number];

const faultOfRemark = (view: ReturnView, remark: Remark): Fault => {
  const {at, field, found, expected} = remark;
  return {at, field: field ?? null, row: null, found, expected, ...(field === undefined && {fill: {feld: found}}), ...spelledOut(view, remark)};
};
const remarked = (view: ReturnView, {remarks = []}: Rule): Verdicts => ({
  faults: view.reading.remarks.filter(({kind}) => remarks.includes(kind)).map((remark) => faultOfRemark(view, remark)),
  gaps: [],
});

const judged = (view: ReturnView, rule: Rule): Verdicts => {
  const verdicts = [
    remarked(view, rule),
    ...(rule.invalid === undefined ? [] : [invalidCells(view, rule.invalid)]),
    ...(rule.test === undefined ? [] : [tests[rule.test](view)]),
    ...(rule.checks ?? []).map((check) => compare(view, check)),
  ];
  return {
    faults: verdicts.flatMap(({faults}) => faults),
    gaps: [...new Set([...(rule.context === undefined ? [] : [rule.context]), ...verdicts.flatMap(({gaps}) => gaps)])],
  };
};

const shown = 3;
const reasonOf = (gaps: readonly string[]) => `${gaps.slice(0, shown).join("; ")}${gaps.length > shown ? ` und ${gaps.length - shown} weitere` : ""}`;

const verdictOf = (findings: readonly Finding[]): Verdict => {
  const has = (severity: Finding["severity"]) => findings.some((finding) => finding.severity === severity);
  return has("error") ? "rejected" : has("warning") ? "accepted-with-warnings" : "accepted";
};

const isDue = ({halfYear, reading}: ReturnView, {validFrom, validUntil, inEmptyReturn}: Rule) =>
  (validFrom === undefined || halfYear === null || validFrom <= halfYear) &&
  (validUntil === undefined || halfYear === null || halfYear <= validUntil) &&
  (reading.returnKind !== "F" || inEmptyReturn === true);

/** A file that is not our form gets the reader's remarks and nothing else. */
const unreadable = (view: ReturnView): Checked => {
  const findings = rules.flatMap((rule) => remarked(view, rule).faults.map((fault) => findingOf(view, rule, fault)));
  const notCheckable = rules
    .filter((rule) => !findings.some(({rule: id}) => id === rule.id))
    .map(({id}): NotCheckable => ({rule: id, reason: "die Datei ist nicht als Meldebogen lesbar"}));
  return {verdict: verdictOf(findings), findings, notCheckable};
};

/**
 * Everything one file alone can say, in one pass: all findings in the order of the form, and the rules that could not run with the reason.
 * Depends on the reading and the rules only.
 */
export const checkReading = (reading: Reading): Checked => {
  const view = viewOf(reading);
  if (reading.form === null) return unreadable(view);
  const results = rules.filter((rule) => isDue(view, rule)).map((rule) => ({rule, verdicts: judged(view, rule)}));
  const findings = results.flatMap(({rule, verdicts}) => verdicts.faults.map((fault) => findingOf(view, rule, fault)));
  const ordered = inFormOrder(view.form, reading, redact(reading, findings));
  const notCheckable = results
    .filter(({verdicts}) => verdicts.gaps.length > 0)
    .map(({rule, verdicts}): NotCheckable => ({rule: rule.id, reason: reasonOf(verdicts.gaps)}));
  return {verdict: verdictOf(ordered), findings: ordered, notCheckable};
};
