import {hasMunicipalities} from "../../../schemas/codes/bodies.ts";
import type {Cell, CellState} from "../../../schemas/flow.ts";
import {conditionHolds, type Facts} from "../../../schemas/layouts/conditions.ts";
import type {Column, Table} from "../../../schemas/layouts/layout.ts";
import {codesOf, prefixOf} from "./match-row.ts";
import {type Context, isNumeric, type Slot} from "./slot.ts";

const isEmpty = ({cell}: Slot) => cell.state === "empty";
const isAsked = ({onlyIn}: Table, {halfYear}: Context) => onlyIn === undefined || halfYear === null || halfYear.endsWith(onlyIn);
const wasAsked = ({field: {since, until}}: Slot, {halfYear}: Context) =>
  halfYear === null || ((since === undefined || since <= halfYear) && (until === undefined || halfYear <= until));
const concerns = ({onlyFor}: Table, {body}: Context) => onlyFor === undefined || body === null || hasMunicipalities(body);
/** Rows that a matrix shows for information (phases 1 and 2) are no part of its distribution. */
const isCounted = ({table, base}: Slot) =>
  table.codes?.totalled === undefined ||
  codesOf(table)
    .slice(0, table.codes.totalled)
    .includes(base.slice(prefixOf(table).length));

/** Looks up what conditions ask for. */
export const factsOf = (slots: readonly Slot[], {halfYear, body}: Context) => {
  const byRow = new Map(slots.map((slot) => [`${slot.table.id}|${slot.base}|${slot.cell.field}`, slot.cell]));
  const codes = (field: string) => slots.flatMap(({cell}) => (cell.field === field && cell.code !== null ? [cell.code] : []));
  const sites = new Set(slots.filter(({table}) => table.id === "T03").map(({base}) => base)).size;
  const carriers = codes("traeger");
  return ({table, base}: Slot): Facts => {
    const cellOf = (field: string) => byRow.get(`${table.id}|${base}|${field}`);
    return {
      halfYear,
      body,
      row: base,
      sites,
      number: (field) => cellOf(field)?.value ?? null,
      code: (field) => cellOf(field)?.code ?? null,
      codes: (field) => (field === "traeger" ? carriers : codes(field)),
    };
  };
};

/** One distribution over several columns (age by gender), unlike a column with "davon" or an amount of its own beside it. */
const isSpread = ({columns}: Table, {field}: Column) => {
  const inputs = columns.filter((each) => each.field === field && each.status !== "computed");
  return inputs.length > 1 && inputs.every(({key}) => key !== undefined) && !field!.includes("{code}");
};
/** Cells among which an empty one counts as 0: a column of a matrix, all of a matrix or list that is spread over columns, or a column of a list whose field says so. */
const distributionOf = ({table, column, field}: Slot): string | null => {
  if (!isNumeric(field) || column.status === "computed") return null;
  if (table.kind === "list" && column.key !== undefined) return table.id;
  if (table.kind === "list") return field.blankBesideNumbers === "zero" ? `${table.id}|${column.letter}` : null;
  return table.kind === "matrix" ? `${table.id}|${isSpread(table, column) ? column.field : column.letter}` : null;
};
/** What the empty cells of each distribution mean: 0 beside a filled one, k. A. after k. A. in the first, else nothing. */
const meanings = (slots: readonly Slot[]): ReadonlyMap<string, CellState> => {
  const found = new Map<string, CellState>();
  for (const slot of slots) {
    const name = distributionOf(slot);
    if (name === null) continue;
    const {state} = slot.cell;
    const before = found.get(name);
    if (before === undefined) found.set(name, state === "unknown" ? "unknown" : state === "empty" ? "empty" : "implied");
    else if (before === "empty" && state !== "empty" && state !== "unknown") found.set(name, "implied");
  }
  return found;
};

const gap = (cell: Cell, state: CellState): Cell => ({...cell, state, value: state === "implied" ? 0n : null, code: null});

/** Settles what an empty cell means. An empty answer that is voluntary leaves no cell at all. */
export const settle = (slots: readonly Slot[], context: Context): Cell[] => {
  const facts = factsOf(slots, context);
  const meaning = meanings(slots.filter(isCounted));
  return slots.flatMap((slot): Cell[] => {
    const {table, column, cell} = slot;
    if (!isAsked(table, context) || !wasAsked(slot, context)) return [gap(cell, "not_asked")];
    if (!isEmpty(slot)) return [cell];
    if (column.status === "computed") return [];
    if (!concerns(table, context)) return [gap(cell, "not_applicable")];
    if (column.condition !== undefined && conditionHolds(column.condition, facts(slot)) === false) return [gap(cell, "not_applicable")];
    const distribution = distributionOf(slot);
    const state = distribution !== null && isCounted(slot) ? (meaning.get(distribution) ?? "empty") : "empty";
    return state === "empty" && (column.status === "optional" || !isCounted(slot)) ? [] : [gap(cell, state)];
  });
};
