import type {Check, Relation, Rule} from "../../schemas/rules/rule.ts";
import type {Cells, Expression} from "../../schemas/rules/terms/expression.ts";
import {scaleOf} from "../../pipelines/check/values.ts";

/** A rule with one thing in it made wrong, and what that is. */
export type Mutant = {readonly what: string; readonly rule: Rule};

const otherRelations: Readonly<Record<Relation, readonly Relation[]>> = {
  equals: ["atMost", "atLeast"],
  atMost: ["equals", "atLeast"],
  atLeast: ["equals", "atMost"],
  multipleOf: ["equals", "atMost"],
};

const constant = (value: bigint): Expression => ({kind: "constant", value});
const plus = (left: Expression, right: Expression): Expression => ({kind: "sum", terms: [left, right]});
const less = (left: Expression, right: Expression): Expression => ({kind: "minus", left, right});
const without = <T>(list: readonly T[], i: number): readonly T[] => list.filter((_, at) => at !== i);

const cellsMutants = (cells: Cells): [string, Expression][] =>
  (cells.where ?? []).map((_, i) => [`Bedingung ${i + 1} an ${cells.field} fehlt`, {...cells, where: without(cells.where!, i)}]);

/** An expression with one part of it left out, turned round or off by one. Which gaps it forgives is not mutated: that is proved by tests of its own. */
const expressionMutants = (expression: Expression): [string, Expression][] => {
  const inside = <E extends Expression>(part: Expression, put: (changed: Expression) => E): [string, Expression][] =>
    expressionMutants(part).map(([what, changed]) => [what, put(changed)]);
  switch (expression.kind) {
    case "cells":
      return cellsMutants(expression);
    case "sum":
      return expression.terms.flatMap((term, i): [string, Expression][] => [
        ...(expression.terms.length > 1 ? [[`Summand ${i + 1} fehlt`, {...expression, terms: without(expression.terms, i)}] as [string, Expression]] : []),
        ...inside(term, (changed) => ({...expression, terms: expression.terms.map((each, at) => (at === i ? changed : each))})),
      ]);
    case "minus":
      return [
        ["addiert statt abgezogen", plus(expression.left, expression.right)],
        ["nichts abgezogen", expression.left],
        ...inside(expression.left, (left) => ({...expression, left})),
        ...inside(expression.right, (right) => ({...expression, right})),
      ];
    case "times":
      return [
        ["ein Mal mehr", plus(expression, expression.of)],
        ["ein Mal weniger", less(expression, expression.of)],
        ...inside(expression.of, (of) => ({...expression, of})),
      ];
    case "constant": {
      const step = expression.value % 100n === 0n ? 100n : 1n;
      return [
        ["Zahl um eins größer", constant(expression.value + step)],
        ["Zahl um eins kleiner", constant(expression.value - step)],
      ];
    }
    case "parameter":
      return [
        [`${expression.name} um eins größer`, plus(expression, constant(100n))],
        [`${expression.name} um eins kleiner`, less(expression, constant(100n))],
      ];
    case "count":
      return [
        ...expression.is.map((code, i): [string, Expression] => [`zählt ${code} nicht mit`, {...expression, is: without(expression.is, i)}]),
        ...inside(expression.of, (of) => ({...expression, of: of as Cells})),
      ];
    case "divided":
      return [["nicht geteilt", expression.of], ...inside(expression.of, (of) => ({...expression, of}))];
    default:
      return [];
  }
};

const isScaled = (expression: Expression): boolean => {
  switch (expression.kind) {
    case "times":
    case "divided":
      return true;
    case "sum":
      return expression.terms.some(isScaled);
    case "minus":
      return isScaled(expression.left) || isScaled(expression.right);
    default:
      return false;
  }
};
/** One unit more or less on the right side: the smallest step over the border, and the last one before it. */
const borderMutants = (check: Check): [string, Check][] => {
  // Shares and multiples move in larger steps: their limits and factors are mutated instead.
  if (check.tolerance !== undefined || check.relation === "multipleOf" || isScaled(check.left) || isScaled(check.right)) return [];
  const one = constant(scaleOf(check.left) === 2 || scaleOf(check.right) === 2 ? 1n : 100n);
  return [
    ["Grenze eins höher", {...check, right: plus(check.right, one)}],
    ["Grenze eins niedriger", {...check, right: less(check.right, one)}],
  ];
};

const isOneCell = (expression: Expression) =>
  expression.kind === "count" && (expression.of.rows === "this" || (Array.isArray(expression.of.rows) && expression.of.rows.length === 1));
/** What can only be zero or more is at most zero where it equals zero, and one cell is counted at least once where once: no mistake, only another way to say it. */
const isSaidOtherwise = ({left, relation, right}: Check, other: Relation) =>
  other === "equals" &&
  right.kind === "constant" &&
  ((relation === "atMost" && right.value === 0n && (left.kind === "count" || left.kind === "previous")) ||
    (relation === "atLeast" && right.value === 100n && isOneCell(left)));

const checkMutants = (check: Check): [string, Check][] => [
  ...otherRelations[check.relation]
    .filter((relation) => !isSaidOtherwise(check, relation))
    .map((relation): [string, Check] => [`${check.relation} wird ${relation}`, {...check, relation}]),
  ...borderMutants(check),
  ...expressionMutants(check.left).map(([what, left]): [string, Check] => [`links: ${what}`, {...check, left}]),
  ...expressionMutants(check.right).map(([what, right]): [string, Check] => [`rechts: ${what}`, {...check, right}]),
  ...(check.when ?? []).map((_, i): [string, Check] => [`Voraussetzung ${i + 1} fehlt`, {...check, when: without(check.when!, i)}]),
  ...(check.tolerance === undefined ? [] : [["ohne Spielraum", {...check, tolerance: {}}] as [string, Check]]),
];

const wayMutants = (rule: Rule): Mutant[] => {
  const {checks = [], remarks = [], invalid = [], test, ...rest} = rule;
  const kept = {...rest, checks, remarks, invalid, ...(test !== undefined && {test})};
  const {test: _, ...untested} = kept;
  return [
    ...checks.map((_, i) => ({what: `Vergleich ${i + 1} fehlt`, rule: {...kept, checks: without(checks, i)}})),
    ...remarks.map((kind, i) => ({what: `sieht „${kind}“ nicht`, rule: {...kept, remarks: without(remarks, i)}})),
    ...invalid.map((kind, i) => ({what: `sieht ungültige Einträge der Art „${kind}“ nicht`, rule: {...kept, invalid: without(invalid, i)}})),
    ...(test === undefined ? [] : [{what: `die Prüfung „${test}“ fehlt`, rule: untested}]),
  ];
};

/** Every rule as it would be with one mistake in it. What stands in the code of named tests is not mutated. */
export const mutantsOf = (rule: Rule): Mutant[] => [
  {what: "andere Schwere", rule: {...rule, severity: rule.severity === "error" ? "warning" : "error"}},
  ...wayMutants(rule),
  ...(rule.checks ?? []).flatMap((check, i) =>
    checkMutants(check).map(([what, changed]) => ({
      what: `Vergleich ${i + 1}: ${what}`,
      rule: {...rule, checks: rule.checks!.map((each, at) => (at === i ? changed : each))},
    })),
  ),
];
