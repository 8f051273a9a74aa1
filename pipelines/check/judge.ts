import {contextReasons, missingParts} from "../../schemas/context.ts";
import type {Checked, Finding, Remark, Verdict} from "../../schemas/flow.ts";
import type {Rule} from "../../schemas/rules/rule.ts";
import {compare, type Verdicts} from "./compare.ts";
import {type Fault, findingOf} from "./finding.ts";
import {spelledOut} from "./proposals.ts";
import type {ReturnView} from "./return-view.ts";
import {invalidCells} from "./tests/invalid.ts";
import {tests} from "./tests/registry.ts";

type NotCheckable = Checked["notCheckable"][number];
/** What rules say of a return, in the order of the rules. */
export type Judged = Pick<Checked, "notCheckable" | "findings">;

const faultOfRemark = (view: ReturnView, remark: Remark): Fault => {
  const {at, field, found, expected} = remark;
  return {at, field: field ?? null, row: null, found, expected, ...(field === undefined && {fill: {feld: found}}), ...spelledOut(view, remark)};
};
const remarked = (view: ReturnView, {remarks = []}: Rule): Verdicts => ({
  faults: view.reading.remarks.filter(({kind}) => remarks.includes(kind)).map((remark) => faultOfRemark(view, remark)),
  gaps: [],
});

const applied = (view: ReturnView, rule: Rule): Verdicts => {
  const missing = missingParts(view.context, rule.needs ?? []);
  if (missing.length > 0) return {faults: [], gaps: missing.map((part) => contextReasons[part])};
  const verdicts = [
    remarked(view, rule),
    ...(rule.invalid === undefined ? [] : [invalidCells(view, rule.invalid)]),
    ...(rule.test === undefined ? [] : [tests[rule.test](view)]),
    ...(rule.checks ?? []).map((check) => compare(view, check)),
  ];
  return {faults: verdicts.flatMap(({faults}) => faults), gaps: [...new Set(verdicts.flatMap(({gaps}) => gaps))]};
};

const shown = 3;
const reasonOf = (gaps: readonly string[]) => `${gaps.slice(0, shown).join("; ")}${gaps.length > shown ? ` und ${gaps.length - shown} weitere` : ""}`;

const isDue = ({halfYear, reading}: ReturnView, {validFrom, validUntil, inEmptyReturn}: Rule) =>
  (validFrom === undefined || halfYear === null || validFrom <= halfYear) &&
  (validUntil === undefined || halfYear === null || halfYear <= validUntil) &&
  (reading.returnKind !== "F" || inEmptyReturn === true);

/** Applies those of the rules that are due. */
export const judge = (view: ReturnView, rules: readonly Rule[]): Judged => {
  const results = rules.filter((rule) => isDue(view, rule)).map((rule) => ({rule, verdicts: applied(view, rule)}));
  return {
    findings: results.flatMap(({rule, verdicts}) => verdicts.faults.map((fault) => findingOf(view, rule, fault))),
    notCheckable: results
      .filter(({verdicts}) => verdicts.gaps.length > 0)
      .map(({rule, verdicts}): NotCheckable => ({rule: rule.id, reason: reasonOf(verdicts.gaps)})),
  };
};

/** A file that is not our form gets the reader's remarks, is screened for personal data, and nothing else. */
export const judgeUnreadable = (view: ReturnView, rules: readonly Rule[]): Judged => {
  const faultsOf = (rule: Rule) => [...remarked(view, rule).faults, ...(rule.inForeignFile === true ? tests[rule.test!](view).faults : [])];
  const findings = rules.flatMap((rule) => faultsOf(rule).map((fault) => findingOf(view, rule, fault)));
  const silent = rules.filter(({id}) => !findings.some(({rule}) => rule === id));
  return {findings, notCheckable: silent.map(({id}): NotCheckable => ({rule: id, reason: "die Datei ist nicht als Meldebogen lesbar"}))};
};

/** Rejected as long as an error stands that the KfI has not released. */
export const verdictOf = (findings: readonly Finding[]): Verdict => {
  const has = (severity: Finding["severity"]) => findings.some((finding) => finding.severity === severity && finding.released === undefined);
  return has("error") ? "rejected" : has("warning") ? "accepted-with-warnings" : "accepted";
};
