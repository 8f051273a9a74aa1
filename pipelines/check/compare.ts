import {hasMunicipalities} from "../../schemas/codes/bodies.ts";
import {fieldOf} from "../../schemas/fields/registry.ts";
import {codeListOf} from "../../schemas/codes/lists.ts";
import type {Cell} from "../../schemas/flow.ts";
import {contextReasons, missingParts} from "../../schemas/context.ts";
import type {Cells, Expression, Where} from "../../schemas/rules/terms/expression.ts";
import type {Check, Fill, Relation, Tolerance, When} from "../../schemas/rules/rule.ts";
import {printRatio} from "../../schemas/units.ts";
import {evaluate, type Outcome, type Scope} from "./evaluate.ts";
import {type Fault, faultAt} from "./finding.ts";
import {balanced, placeEntryOf} from "./proposals.ts";
import type {ReturnView} from "./return-view.ts";
import {meets, select} from "./select.ts";
import {printHundredths, scaleOf, shown} from "./values.ts";

/** What a rule says about a return: its faults, and why it could not be told elsewhere. */
export type Verdicts = {readonly faults: readonly Fault[]; readonly gaps: readonly string[]};

const size = (value: bigint) => (value < 0n ? -value : value);
const forgiven = (left: bigint, right: bigint, {absolute, percent}: Tolerance) => {
  const difference = size(left - right);
  const base = size(right) > 100n ? size(right) : 100n;
  return (absolute !== undefined && difference <= absolute) || (percent !== undefined && difference * 100n <= percent * base);
};
const relations: Readonly<Record<Relation, (left: bigint, right: bigint) => boolean>> = {
  equals: (left, right) => left === right,
  atMost: (left, right) => left <= right,
  atLeast: (left, right) => left >= right,
  multipleOf: (left, right) => left % right === 0n,
};
const expectedWords: Readonly<Record<Relation, string>> = {equals: "", atMost: "höchstens ", atLeast: "mindestens ", multipleOf: "ein Vielfaches von "};

type Known = Extract<Outcome, {value: bigint}>;
const known = (outcome: Outcome): outcome is Known => "value" in outcome;

/** A field by which the row of a condition is found. @throws Error `invalid condition: rowNamed` */
const fieldIn = (where: Where): string => {
  if ("rowNamed" in where) throw new Error("invalid condition: rowNamed");
  return "field" in where ? where.field : where.fields[0]!;
};
type Applies = boolean | readonly string[];
const applies = (view: ReturnView, when: When, scope: Scope): Applies => {
  if ("reportedBefore" in when) return view.context.history === null ? view.previous !== null : view.context.history.length >= when.reportedBefore;
  if ("half" in when) return view.halfYear === null ? ["das Berichtshalbjahr ist nicht bekannt"] : view.halfYear.endsWith(String(when.half));
  if ("municipal" in when) return view.body === null ? ["die meldende Stelle ist nicht bekannt"] : hasMunicipalities(view.body) === when.municipal;
  if ("relation" in when) {
    const [left, right] = [evaluate(view, when.left, scope), evaluate(view, when.right, scope)];
    const gaps = [left, right].flatMap((outcome) => ("gaps" in outcome ? outcome.gaps : []));
    return gaps.length > 0 ? gaps : known(left) && known(right) && relations[when.relation](left.value, right.value);
  }
  if ("empty" in when) return ["empty", "not_applicable"].includes(view.cellAt(when.table, when.field, scope.row!)?.state ?? "empty");
  const sibling = view.cellAt(when.table, fieldIn(when.row), scope.row!);
  return sibling !== undefined && meets(view, sibling, when.row, scope.row);
};

const entryOf = (view: ReturnView, cell: Cell | undefined) => {
  if (cell?.code == null) return "leer";
  if (cell.part === "key" || fieldOf(cell.field).kind === "place") return placeEntryOf(view, cell.code);
  const {list} = fieldOf(cell.field);
  return list === undefined ? cell.code : codeListOf(list).entry(cell.code);
};
const isZero = (outcome: Outcome) => known(outcome) && outcome.value === 0n;
const filled = (view: ReturnView, fill: Fill, scope: Scope): string => {
  if (typeof fill === "string") return fill;
  if ("codeOf" in fill) return entryOf(view, select(view, fill.codeOf, scope.row)[0]);
  if ("parameter" in fill) return `${view.book.parameterAt(fill.parameter, view.halfYear!)} %`;
  if ("lacking" in fill)
    return fill.lacking
      .filter(([expression]) => isZero(evaluate(view, expression, scope)))
      .map(([, words]) => words)
      .join(", ");
  if ("percent" in fill) {
    const [part, whole] = fill.percent.map((each) => evaluate(view, each, scope));
    return known(part!) && known(whole!) && whole.value > 0n ? `${printRatio(part.value, whole.value, 1, 100n)} %` : "unbekannt";
  }
  if ("ratio" in fill) {
    const [left, right] = fill.ratio.map((each) => evaluate(view, each, scope));
    return known(left!) && known(right!) && right.value > 0n ? printRatio(left.value, right.value, 1) : "unbekannt";
  }
  const outcome = evaluate(view, fill, scope);
  return known(outcome) ? printHundredths(outcome.value, scaleOf(fill)) : "unbekannt";
};

const isCells = (expression: Expression): expression is Cells => expression.kind === "cells";
/** The cell to look at: the one the rule names, else the left side's own, else the first that entered the left side. */
const pointedAt = (view: ReturnView, check: Check, left: Known, {row, cell}: Scope): Cell | undefined => {
  const target = check.at ?? (isCells(check.left) ? check.left : undefined);
  const found = target === undefined ? [] : select(view, target, row);
  return found.find(({state}) => state !== "empty" && state !== "implied") ?? found[0] ?? cell ?? left.cells[0];
};

/** The first cells an expression speaks of, for the case that none of them is there. */
const subject = (expression: Expression): Cells | null => {
  switch (expression.kind) {
    case "cells":
      return expression;
    case "count":
    case "times":
    case "divided":
    case "previous":
      return subject(expression.of);
    case "howMany":
      return expression.of[0]!;
    case "sum":
      return subject(expression.terms[0]!);
    case "minus":
      return subject(expression.left);
    default:
      return null;
  }
};
const nowhere = (view: ReturnView, check: Check, {row}: Scope): Pick<Fault, "at" | "field" | "row"> => {
  const cells = subject(check.at ?? check.left);
  return {at: cells === null ? {file: true} : {sheet: view.tableOf(cells.table)!.sheet}, field: cells?.field ?? null, row};
};

/** The words of the check; a warning with its own where it held against what counted when this return came in. */
const toneOf = (view: ReturnView, {laterCorrected, ...check}: Check, scope: Scope): Pick<Fault, "severity" | "message"> => {
  const own = check.message === undefined ? {} : {message: check.message};
  if (laterCorrected === undefined || view.previousThen === view.previous) return own;
  return Array.isArray(verdictIn({...view, previous: view.previousThen}, check, scope)) ? {severity: "warning", message: laterCorrected} : own;
};

const fault = (view: ReturnView, check: Check, left: Known, right: Known, scope: Scope): Fault => {
  const [is, ought] = [printHundredths(left.value, scaleOf(check.left)), printHundredths(right.value, scaleOf(check.left) === 2 ? 2 : scaleOf(check.right))];
  const fills = Object.fromEntries(Object.entries(check.fill ?? {}).map(([name, fill]) => [name, filled(view, fill, scope)]));
  const fill: Record<string, string> = {ist: is, soll: ought, ...fills};
  const about = check.tolerance === undefined ? expectedWords[check.relation] : "etwa ";
  const expected = fill["erwartet"] ?? `${about}${fill["grenze"] ?? ought}`;
  const cell = pointedAt(view, check, left, scope);
  const found = fill["gefunden"] ?? fill["anteil"] ?? (cell !== undefined && check.left.kind === "cell" ? shown(cell) : is);
  const said = {found, expected, fill, ...toneOf(view, check, scope)};
  return cell === undefined ? {...nowhere(view, check, scope), ...said} : faultAt(cell, expected, {...said, ...balanced(check, cell, left, right)});
};

/** Rows of the half-year before that are not there any more; none as long as the table itself was not found. */
const missingRows = (view: ReturnView, table: string): string[] => {
  if (view.previous === null || view.missing(table, "") !== null) return [];
  const now = new Set(view.rowsOf(table));
  return view.previous.rowsOf(table).filter((row) => !now.has(row));
};
const scopesOf = (view: ReturnView, {each}: Check): Scope[] => {
  if (each === "once") return [{row: null, cell: null}];
  if ("rowsOf" in each) return view.rowsOf(each.rowsOf).map((row) => ({row, cell: null}));
  if ("missingRowsOf" in each) return missingRows(view, each.missingRowsOf).map((row) => ({row, cell: null}));
  const {kinds = [], fields = []} = each.cellsOf;
  return view.inputs
    .filter(({field, state}) => state !== "implied" && (fields.includes(field) || kinds.includes(fieldOf(field).kind)))
    .map((cell) => ({row: cell.row, cell}));
};

const verdictIn = (view: ReturnView, check: Check, scope: Scope): Fault | readonly string[] => {
  for (const when of check.when ?? []) {
    const outcome = applies(view, when, scope);
    if (outcome !== true) return outcome === false ? [] : outcome;
  }
  const left = evaluate(view, check.left, scope);
  if ("skip" in left) return [];
  const right = evaluate(view, check.right, scope);
  if (!known(left) || !known(right)) return [left, right].flatMap((outcome) => ("gaps" in outcome ? outcome.gaps : []));
  const holds = relations[check.relation](left.value, right.value) || (check.tolerance !== undefined && forgiven(left.value, right.value, check.tolerance));
  return holds ? [] : fault(view, check, left, right, scope);
};

/** Makes one comparison of a rule wherever it applies. */
export const compare = (view: ReturnView, check: Check): Verdicts => {
  const unknown = missingParts(view.context, check.needs ?? []);
  if (unknown.length > 0) return {faults: [], gaps: unknown.map((part) => contextReasons[part])};
  const verdicts = scopesOf(view, check).map((scope) => verdictIn(view, check, scope));
  const lost = typeof check.each === "object" && "missingRowsOf" in check.each ? view.missing(check.each.missingRowsOf, "") : null;
  return {
    faults: verdicts.filter((verdict): verdict is Fault => !Array.isArray(verdict)),
    gaps: [...(lost === null ? [] : [lost]), ...verdicts.flatMap((verdict) => (Array.isArray(verdict) ? (verdict as readonly string[]) : []))],
  };
};
