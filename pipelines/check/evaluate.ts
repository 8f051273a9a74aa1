import {fieldOf} from "../../schemas/fields/registry.ts";
import type {Cell} from "../../schemas/flow.ts";
import {parameters} from "../../schemas/parameters.ts";
import type {Cells, Expression, Where} from "../../schemas/rules/terms/expression.ts";
import type {ReturnView} from "./return-view.ts";
import {columnOf, select} from "./select.ts";
import {hundredths, isNumber} from "./values.ts";

/** A value in hundredths with the cells it was made of; nothing to compare; or the reasons why it cannot be told. */
export type Outcome = {readonly value: bigint; readonly cells: readonly Cell[]} | {readonly skip: true} | {readonly gaps: readonly string[]};
/** What an expression is evaluated for: the row and the cell at hand, where there is one. */
export type Scope = {readonly row: string | null; readonly cell: Cell | null};

const skip: Outcome = {skip: true};
const gapWords: Partial<Record<Cell["state"], string>> = {
  unknown: "ist als nicht bekannt (k. A.) gemeldet",
  empty: "ist leer",
  invalid: "ist nicht lesbar",
  not_applicable: "entfällt hier",
};
const gap = ({sheet, address, state}: Cell) => `${sheet}!${address} ${gapWords[state] ?? "enthält keine Zahl"}`;

const notAsked = ({state}: Cell) => state === "not_asked" || state === "not_applicable";
const isList = (view: ReturnView, table: string) => view.tableOf(table)?.kind === "list";
/** In a distribution empty cells count as 0 as soon as one number stands in it; in a list each row answers for itself. */
const isSpread = (view: ReturnView, {table, part}: Cells) => (part ?? "input") === "input" && (view.tableOf(table)?.kind === "matrix" || table === "T04O");

/** Nothing was entered at all. A list without rows (of this kind) adds up to 0. */
const nothing = (view: ReturnView, {table, field, rows, where, ifEmpty}: Cells, empty: readonly Cell[]): Outcome => {
  if (ifEmpty === "skip") return skip;
  const noRows = rows === "all" && isList(view, table) && empty.length === 0 && (where !== undefined || view.rowsOf(table).length === 0);
  if (ifEmpty === "zero" || noRows) return {value: 0n, cells: empty};
  return {gaps: empty.length > 0 ? empty.map(gap) : [`„${fieldOf(field).label}“ ist nicht ausgefüllt`]};
};

/** Cells that the conditions of an expression refer to. */
const referencesOf = ({where = []}: Cells): Cells[] =>
  where.flatMap((each) => ("rowNamed" in each ? [each.rowNamed] : "sameAs" in each && each.sameAs !== "row" ? [each.sameAs] : []));
/** References that say nothing: whom they mean cannot be told. */
const unsaid = (view: ReturnView, cells: Cells, {row}: Scope): string[] =>
  referencesOf(cells).flatMap((reference) => {
    const [cell] = select(view, reference, row);
    return cell === undefined ? [`„${fieldOf(reference.field).label}“ ist nicht ausgefüllt`] : cell.code === null ? [gap(cell)] : [];
  });
/** Why an expression cannot be told at all: its column is missing, or it refers to a cell that says nothing. */
const obstacles = (view: ReturnView, cells: Cells, scope: Scope): string[] => {
  const lists = (cells.where ?? []).flatMap((each) => ("listedIn" in each ? each.listedIn : "missingFrom" in each ? each.missingFrom : []));
  const missing = view.missing(cells.table, cells.field, cells.rows) ?? lists.map((table) => view.missing(table, "")).find((reason) => reason !== null) ?? null;
  return missing === null ? unsaid(view, cells, scope) : [missing];
};

const added = (known: readonly Cell[], cells: readonly Cell[]): Outcome => ({value: known.reduce((total, cell) => total + hundredths(cell), 0n), cells});

const ofCells = (view: ReturnView, cells: Cells, scope: Scope): Outcome => {
  const gaps = obstacles(view, cells, scope);
  if (gaps.length > 0) return {gaps};
  const column = columnOf(view, cells);
  const asked = select(view, cells, scope.row, column).filter((cell) => !notAsked(cell));
  const unclear = asked.filter(({state}) => state === "invalid" || (state === "unknown" && cells.ifUnknown !== "leave out"));
  if (unclear.length > 0) return {gaps: unclear.map(gap)};
  const known = asked.filter(isNumber);
  if (isSpread(view, cells) && column.some(isNumber)) return added(known, asked);
  const empty = asked.filter(({state}) => state === "empty");
  if (known.length === 0) return nothing(view, cells, empty);
  return empty.length > 0 && cells.ifEmpty === undefined ? {gaps: empty.map(gap)} : added(known, asked);
};

const counted = (view: ReturnView, of: Cells, is: readonly string[], scope: Scope): Outcome => {
  const gaps = obstacles(view, of, scope);
  if (gaps.length > 0) return {gaps};
  const column = columnOf(view, of);
  const chosen = select(view, of, scope.row, column);
  const unclear = chosen.filter(({state}) => state === "invalid" || state === "unknown");
  if (unclear.length > 0) return {gaps: unclear.map(gap)};
  const answered = column.some(({code}) => code !== null);
  if (!answered && of.rows === "all" && fieldOf(of.field).kind !== "mark") return skip;
  return {value: BigInt(chosen.filter(({code}) => code !== null && is.includes(code)).length) * 100n, cells: chosen};
};

const combined = (outcomes: readonly Outcome[], value: (values: readonly bigint[]) => bigint): Outcome => {
  const gaps = outcomes.flatMap((outcome) => ("gaps" in outcome ? outcome.gaps : []));
  if (gaps.length > 0) return {gaps};
  if (outcomes.some((outcome) => "skip" in outcome)) return skip;
  const known = outcomes as readonly {value: bigint; cells: readonly Cell[]}[];
  return {value: value(known.map((each) => each.value)), cells: known.flatMap(({cells}) => cells)};
};

const parameterUnits = new Map(parameters.map(({name, unit}) => [name, unit]));
/** A parameter in hundredths: counts and percentages are whole numbers. */
const ofParameter = ({halfYear, form, book}: ReturnView, name: string): Outcome => {
  if (halfYear === null) return {gaps: ["das Berichtshalbjahr ist nicht bekannt"]};
  if (halfYear < form.validFrom) return {gaps: ["für das Berichtshalbjahr gibt es kein Formular"]};
  const value = book.parameterAt(name, halfYear);
  return {value: ["cents", "hundredths"].includes(parameterUnits.get(name)!) ? value : value * 100n, cells: []};
};

const ofCell = ({cell}: Scope): Outcome => (cell === null || !isNumber(cell) ? skip : {value: hundredths(cell), cells: [cell]});
const ofLength = ({cell}: Scope): Outcome => (cell?.code == null ? skip : {value: BigInt([...cell.code].length) * 100n, cells: [cell]});
const ofLimit = (of: "max" | "maxLength", {cell}: Scope): Outcome => {
  const limit = cell === null ? undefined : fieldOf(cell.field)[of];
  return limit === undefined ? skip : {value: BigInt(Math.round(limit * 100)), cells: []};
};

const howMany = (view: ReturnView, {of, above, multipleOf = 1n}: Extract<Expression, {kind: "howMany"}>, {row}: Scope): Outcome => {
  const missing = of.flatMap(({table, field}) => view.missing(table, field) ?? []);
  if (missing.length > 0) return {gaps: missing};
  const meant = of
    .flatMap((cells) => select(view, cells, row))
    .filter((cell) => isNumber(cell) && hundredths(cell) > above && hundredths(cell) % multipleOf === 0n);
  return {value: BigInt(meant.length) * 100n, cells: meant};
};

const isAbsent = (previous: ReturnView, of: Expression, {row}: Scope) =>
  of.kind === "cells" && previous.missing(of.table, of.field) === null && select(previous, of, row).length === 0;
/** A row that was not there has nothing to be compared with; a gap there is named as one of the half-year before. */
const ofPrevious = ({previous, context}: ReturnView, {of, printed}: Extract<Expression, {kind: "previous"}>, scope: Scope): Outcome => {
  const asked = context.previous?.whole === false ? (printed ?? of) : of;
  if (previous === null || isAbsent(previous, asked, scope)) return skip;
  const outcome = evaluate(previous, asked, scope);
  return "gaps" in outcome ? {gaps: outcome.gaps.map((reason) => `im vorigen Halbjahr: ${reason}`)} : "skip" in outcome ? skip : {...outcome, cells: []};
};
const ofApproval = ({context}: ReturnView, baustein: "B1" | "B2" | "B3"): Outcome => {
  const approval = context.approvals?.[baustein];
  return approval === undefined ? skip : {value: approval.vzae, cells: []};
};

const compute = (view: ReturnView, expression: Expression, scope: Scope): Outcome => {
  switch (expression.kind) {
    case "cells":
      return ofCells(view, expression, scope);
    case "count":
      return counted(view, expression.of, expression.is, scope);
    case "howMany":
      return howMany(view, expression, scope);
    case "sum":
      return combined(
        expression.terms.map((term) => evaluate(view, term, scope)),
        (values) => values.reduce((left, right) => left + right, 0n),
      );
    case "minus":
      return combined(
        [expression.left, expression.right].map((each) => evaluate(view, each, scope)),
        ([left, right]) => left! - right!,
      );
    case "times":
      return multiplied(view, expression, scope);
    case "divided":
      return combined([evaluate(view, expression.of, scope)], ([value]) => value! / expression.by);
    case "parameter":
      return ofParameter(view, expression.name);
    case "constant":
      return {value: expression.value, cells: []};
    case "cell":
      return ofCell(scope);
    case "length":
      return ofLength(scope);
    case "limit":
      return ofLimit(expression.of, scope);
    case "previous":
      return ofPrevious(view, expression, scope);
    case "approved":
      return ofApproval(view, expression.baustein);
  }
};

const multiplied = (view: ReturnView, {factor, of}: Extract<Expression, {kind: "times"}>, scope: Scope): Outcome =>
  typeof factor === "bigint"
    ? combined([evaluate(view, of, scope)], ([value]) => value! * factor)
    : combined([evaluate(view, of, scope), ofParameter(view, factor.parameter)], ([value, times]) => (value! * times!) / 100n);

const settled = new WeakMap<Expression, boolean>();
const speaksOfRow = (where: Where) => "sameAs" in where && where.sameAs === "row";
const isWhole = (expression: Expression): boolean => {
  switch (expression.kind) {
    case "cells":
      return expression.rows !== "this" && expression.rows !== "within" && !expression.where?.some(speaksOfRow) && referencesOf(expression).every(ofWhole);
    case "count":
      return ofWhole(expression.of);
    case "sum":
      return expression.terms.every(ofWhole);
    case "minus":
      return ofWhole(expression.left) && ofWhole(expression.right);
    case "times":
    case "divided":
      return ofWhole(expression.of);
    default:
      return false;
  }
};
/** Whether an expression speaks of the whole return, whatever the row at hand. */
const ofWhole = (expression: Expression): boolean => {
  const known = settled.get(expression) ?? isWhole(expression);
  settled.set(expression, known);
  return known;
};

const remembered = new WeakMap<ReturnView, Map<Expression, Outcome>>();
/** Many rules compare with the same totals; each is added up once a return. */
export const evaluate = (view: ReturnView, expression: Expression, scope: Scope): Outcome => {
  if (!ofWhole(expression)) return compute(view, expression, scope);
  const totals = remembered.get(view) ?? new Map<Expression, Outcome>();
  remembered.set(view, totals);
  const outcome = totals.get(expression) ?? compute(view, expression, scope);
  totals.set(expression, outcome);
  return outcome;
};
