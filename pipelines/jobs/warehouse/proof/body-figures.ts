import {bausteinOf} from "../../../../schemas/codes/baustein.ts";
import {originGroup} from "../../../../schemas/codes/nationalities.ts";
import type {Cell} from "../../../../schemas/flow.ts";
import type {FigureStatus} from "../../../../schemas/gaps.ts";
import type {FigureDeclaration, Measure, Term} from "../../../../schemas/measures.ts";
import {parameterAt} from "../../../../schemas/parameters.ts";
import type {Dimension} from "../../../../schemas/tables/table.ts";
import {rowId} from "./evidence.ts";
import {partNames, rowParts} from "./row-key.ts";
import {type Return, type Slot, slotsOf} from "./slots.ts";

/** A figure of one body with the cells it was made of. */
export type BodyFigure = {readonly status: FigureStatus; readonly value: bigint; readonly cells: readonly Cell[]};
/** Figures of one body by the key of their dimensions, joined by `|`; `fallback` is what a key without cells means. */
export type BodyFigures = {readonly at: ReadonlyMap<string, BodyFigure>; readonly fallback: BodyFigure};

type Share = {readonly status: FigureStatus; readonly value: bigint; readonly cell: Cell | null; readonly row: string | null};
/** Shares by key; `everywhere` count for each key: a list that says nothing says nothing about any of its rows. */
type Shares = {readonly byKey: Map<string, Share[]>; readonly everywhere: Share[]};

const answerIn = ({table, row}: Slot, field: string, {witness}: Return): string | null => witness?.byRow.get(rowId(table.id, row!))?.get(field)?.code ?? null;
const dimensionValue = (slot: Slot, {from}: Dimension, given: Return): string | null => {
  const {plain, parts} = rowParts(slot.row!);
  if ("part" in from) return from.part === "" ? plain : (parts.get(from.part) ?? null);
  if ("groupOf" in from) return parts.has(from.groupOf) ? originGroup(parts.get(from.groupOf)!) : null;
  if ("answer" in from) return answerIn(slot, from.answer, given);
  if ("register" in from) return null;
  const answer = answerIn(slot, from.bausteinOf, given);
  return answer === null ? null : bausteinOf(answer);
};
const keyOf = (slot: Slot, dimensions: readonly Dimension[], given: Return): string | null => {
  const values = dimensions.map((dimension) => dimensionValue(slot, dimension, given));
  return values.includes(null) ? null : values.join("|");
};

const fits = (slot: Slot, names: string | undefined, {only = {}}: Term): boolean => {
  const row = rowParts(slot.row!);
  if (names !== undefined && row.names !== names) return false;
  return Object.entries(only).every(([part, values]) => values.includes(row.parts.get(part) ?? ""));
};
const matches = (slot: Slot, {where = {}}: Term, given: Return) =>
  Object.entries(where).every(([field, values]) => {
    const answer = answerIn(slot, field, given);
    return answer !== null && values.some((value) => (value === "=half_year" ? answer === given.halfYear : answer === value));
  });
/** Whether a list without rows can be meant by the term: `ABH` and `EBH` are lists of their own. */
const meansList = ({table}: Slot, {parts}: Term) => parts === undefined || !table.rowKey?.includes(":") || table.rowKey.startsWith(`${parts}:`);

const collect = (term: Term, dimensions: readonly Dimension[], given: Return, share: (slot: Slot) => Share | null): Shares => {
  const byKey = new Map<string, Share[]>();
  const everywhere: Share[] = [];
  const names = term.parts === undefined ? undefined : partNames(term.parts);
  for (const slot of slotsOf(term.field, given)) {
    if (slot.row === null && !meansList(slot, term)) continue;
    if (slot.row !== null && !fits(slot, names, term)) continue;
    const made = share(slot);
    if (made === null) continue;
    if (slot.row === null) {
      everywhere.push(made);
      continue;
    }
    const key = keyOf(slot, dimensions, given);
    if (key === null) continue;
    const shares = byKey.get(key);
    if (shares === undefined) byKey.set(key, [made]);
    else shares.push(made);
  }
  return {byKey, everywhere};
};

const summand =
  (term: Term, given: Return) =>
  (slot: Slot): Share | null => {
    if (slot.row !== null && !matches(slot, term, given)) return null;
    if (term.voluntary && slot.silent) return {status: "known", value: 0n, cell: slot.cell, row: slot.row};
    return {status: slot.status, value: slot.value * (term.factor ?? 1n), cell: slot.cell, row: slot.row};
  };
const counted =
  (term: Term, given: Return) =>
  (slot: Slot): Share => {
    const isRow = slot.row !== null && slot.row !== "-";
    return {status: slot.status, value: isRow && matches(slot, term, given) ? 1n : 0n, cell: slot.cell, row: slot.row};
  };
/** An x-list is answered by its first x: then the other rows are a no. Without any x nobody knows. */
const marked = (slots: readonly Slot[]) => {
  const answered = slots.some(({cell}) => cell?.state === "mark");
  return (slot: Slot): Share => {
    const isMark = slot.cell?.state === "mark";
    const isOpen = slot.cell === null || slot.cell.state === "empty";
    return {status: isMark || (isOpen && answered) ? "known" : slot.status, value: isMark ? 1n : 0n, cell: slot.cell, row: slot.row};
  };
};

/** Known if everything it needs is; no share at all is a known nothing. */
export const pooled = (statuses: readonly FigureStatus[]): FigureStatus => {
  if (statuses.length === 0 || (statuses.includes("known") && !statuses.includes("not_reported"))) return "known";
  return (["not_reported", "not_asked"] as const).find((status) => statuses.includes(status)) ?? "not_applicable";
};
const total = (shares: readonly Share[]): BodyFigure => {
  const status = pooled(shares.map((share) => share.status));
  const cells = shares.flatMap(({cell}) => cell ?? []);
  return {status, value: status === "known" ? shares.reduce((sum, share) => sum + (share.status === "known" ? share.value : 0n), 0n) : 0n, cells};
};

const merged = (all: readonly Shares[], sum: (shares: readonly Share[]) => BodyFigure): BodyFigures => {
  const keys = new Set(all.flatMap(({byKey}) => [...byKey.keys()]));
  const everywhere = all.flatMap((each) => each.everywhere);
  return {at: new Map([...keys].map((key) => [key, sum([...all.flatMap(({byKey}) => byKey.get(key) ?? []), ...everywhere])])), fallback: sum(everywhere)};
};

const floorDiv = (a: bigint, b: bigint) => (a - (((a % b) + b) % b)) / b;
const halfUp = (num: bigint, den: bigint) => floorDiv(2n * num + den, 2n * den);
type Priced = Extract<Measure, {kind: "priced"}>;
/** Months of each row in hundredths × cents a year ÷ 12, rounded per row. */
const priced =
  ({by, amounts}: Priced, given: Return) =>
  (shares: readonly Share[]): BodyFigure => {
    const sum = total(shares);
    if (sum.status !== "known") return sum;
    const rows = Map.groupBy(
      shares.filter(({row}) => row !== null),
      ({row}) => row!,
    );
    const price = (row: string, own: readonly Share[]) => {
      const answer = given.witness?.byRow.get(rowId(own[0]!.cell!.table, row))?.get(by)?.code ?? "";
      return halfUp(own.reduce((months, {value}) => months + value, 0n) * parameterAt(amounts[answer]!, given.halfYear), 1200n);
    };
    return {...sum, value: [...rows].reduce((euros, [row, own]) => euros + price(row, own), 0n)};
  };

const terms = (all: readonly Term[], dimensions: readonly Dimension[], given: Return) =>
  all.map((term) => collect(term, dimensions, given, summand(term, given)));

/** The figures of a body that come from cells, as declared; null for what is made of other figures or of the register. */
export const bodyFigures = ({measure}: FigureDeclaration, dimensions: readonly Dimension[], given: Return): BodyFigures | null => {
  if (measure.kind === "sum") return merged(terms(measure.terms, dimensions, given), total);
  if (measure.kind === "count") return merged([collect(measure.term, dimensions, given, counted(measure.term, given))], total);
  if (measure.kind === "marks") return merged([collect({field: measure.field}, dimensions, given, marked(slotsOf(measure.field, given)))], total);
  if (measure.kind === "priced") return merged(terms(measure.terms, dimensions, given), priced(measure, given));
  if (measure.kind !== "population") return null;
  const {foreigners} = given.body;
  return {at: new Map(), fallback: {status: "known", value: BigInt(foreigners ?? 0), cells: []}};
};
/** Cells of the duration classes by class code. */
export const classFigures = (term: Term, given: Return): BodyFigures =>
  merged([collect(term, [{name: "class", label: "", from: {part: ""}}], given, summand(term, given))], total);
