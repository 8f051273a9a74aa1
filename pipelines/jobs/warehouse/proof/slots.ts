import {type Body, hasMunicipalities} from "../../../../schemas/codes/bodies.ts";
import {fieldOf} from "../../../../schemas/fields/registry.ts";
import type {Cell} from "../../../../schemas/flow.ts";
import type {FigureStatus} from "../../../../schemas/gaps.ts";
import type {HalfYear} from "../../../../schemas/half-year.ts";
import {type Expected, expectedOf} from "../../../../schemas/layouts/expected.ts";
import {formFor} from "../../../../schemas/layouts/forms.ts";
import type {Table} from "../../../../schemas/layouts/layout.ts";
import {rowId, type Witness} from "./evidence.ts";

/** Whose answers, and for when; `witness` is null for a return that is missing. What was once looked up is kept in `slots`. */
export type Return = {readonly halfYear: HalfYear; readonly body: Body; readonly witness: Witness | null; readonly slots: Map<string, readonly Slot[]>};
/**
 * A place in the form where an answer is expected, and what stands there. `row` is null where a list has no rows at all.
 * `silent`: nothing was entered although the return is there.
 */
export type Slot = {
  readonly table: Table;
  readonly field: string;
  readonly row: string | null;
  readonly cell: Cell | null;
  readonly status: FigureStatus;
  readonly value: bigint;
  readonly silent: boolean;
};

const expectedByField = new Map<string, ReadonlyMap<string, readonly Expected[]>>();
const expectedIn = (halfYear: HalfYear, field: string): readonly Expected[] => {
  const {version} = formFor(halfYear);
  if (!expectedByField.has(version))
    expectedByField.set(
      version,
      Map.groupBy(expectedOf(formFor(halfYear)), (each) => each.field),
    );
  return expectedByField.get(version)!.get(field) ?? [];
};

const isFull = ({witness}: Return) => witness?.reading.returnKind === "V";
/** What the form itself says of a question nobody answered. */
const unanswered = (table: Table, field: string, {halfYear, body}: Return): FigureStatus => {
  const {since, until} = fieldOf(field);
  if ((since !== undefined && halfYear < since) || (until !== undefined && halfYear > until)) return "not_asked";
  if (table.onlyIn !== undefined && !halfYear.endsWith(table.onlyIn)) return "not_asked";
  return table.onlyFor === "kreis" && !hasMunicipalities(body) ? "not_applicable" : "not_reported";
};
const known = new Set(["number", "implied", "code", "text", "date", "mark"]);
const statusOf = (cell: Cell | null, table: Table, field: string, given: Return): FigureStatus => {
  if (cell === null || cell.state === "empty") return unanswered(table, field, given);
  if (known.has(cell.state)) return "known";
  return cell.state === "not_asked" || cell.state === "not_applicable" ? cell.state : "not_reported";
};

const slotAt = (table: Table, field: string, row: string, given: Return): Slot => {
  const cell = given.witness?.byRow.get(rowId(table.id, row))?.get(field) ?? null;
  const silent = isFull(given) && (cell === null || cell.state === "empty" || cell.state === "not_applicable");
  return {table, field, row, cell, status: statusOf(cell, table, field, given), value: cell?.value ?? 0n, silent};
};
/** A list without rows in a full return is a known nothing, or does not apply; in any other it says nothing. */
const emptyList = (table: Table, field: string, given: Return): Slot => {
  const asked = unanswered(table, field, given);
  const status = asked === "not_reported" && isFull(given) ? (table.emptyMeans ?? "known") : asked;
  return {table, field, row: null, cell: null, status, value: 0n, silent: false};
};
const listed = ({table, field, suffix}: Expected, given: Return): Slot[] =>
  (given.witness?.rowsOf.get(table.id) ?? []).map((row) => slotAt(table, field, `${row}${suffix}`, given));

const slotsOfExpected = (each: Expected, given: Return): Slot[] => {
  const {table, field, row} = each;
  if (row !== null) return [slotAt(table, field, row, given)];
  const rows = listed(each, given);
  return rows.length === 0 && table.kind === "list" ? [emptyList(table, field, given)] : rows;
};
/** A row that is fixed and a row that is used may be the same. */
const distinct = (slots: readonly Slot[]) => [...new Map(slots.map((slot) => [`${slot.table.id} ${slot.row}`, slot])).values()];

/** Every place where a return is asked for a field. */
export const slotsOf = (field: string, given: Return): readonly Slot[] => {
  const kept = given.slots.get(field);
  if (kept !== undefined) return kept;
  const expected = expectedIn(given.halfYear, field);
  const found = expected.flatMap((each) => slotsOfExpected(each, given));
  const slots = expected.some(({row}) => row === null) && expected.some(({row}) => row !== null) ? distinct(found) : found;
  given.slots.set(field, slots);
  return slots;
};
