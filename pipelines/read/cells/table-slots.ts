import type {Cell, Remark, Repair} from "../../../schemas/flow.ts";
import type {Column} from "../../../schemas/layouts/layout.ts";
import type {Located} from "../form/find-tables.ts";
import {duplicates, listRows} from "./list-rows.ts";
import {prefixOf} from "./match-row.ts";
import {type KeyedRow, type KeyedRows, matrixRows} from "./matrix-rows.ts";
import {questionRows} from "./question-rows.ts";
import {type Context, isNumeric, readSlot, type Slot} from "./slot.ts";

/** All declared cells of a table at hand: inputs and computed ones, totals, and the keys the sender gave. */
export type TableSlots = {
  readonly located: Located;
  readonly slots: readonly Slot[];
  readonly keys: readonly Cell[];
  readonly totals: readonly Cell[];
  readonly remarks: readonly Remark[];
  readonly repairs: readonly Repair[];
};

const carries = (column: Column) => column.field !== undefined && column.row === undefined;
/** Cost types name their field by the code of the row. */
const baseOf = ({table}: Located, {key}: KeyedRow) => (table.columns.some(({field}) => field?.includes("{code}")) ? key.slice(prefixOf(table).length) : key);

const slotsOfRow = (located: Located, context: Context, row: KeyedRow): Slot[] =>
  located.table.columns.filter(carries).flatMap((column) => {
    const letter = located.letters.get(column.letter);
    return letter === undefined ? [] : [readSlot({table: located.table, grid: located.grid, letter, row: row.row}, column, baseOf(located, row), context)];
  });

/** The total of cost types is a field of its own; the Baustein stays the end of its row key. */
const asTotal = (column: Column): Column => (column.totalField === undefined ? column : {...column, field: column.totalField, key: `,${column.key}`});
const totalsOf = ({table, grid, totalRow, letters}: Located, context: Context): Cell[] =>
  totalRow === null
    ? []
    : table.columns.filter(carries).flatMap((column) => {
        const letter = letters.get(column.letter);
        if (letter === undefined) return [];
        const {field, cell} = readSlot({table, grid, letter, row: totalRow}, asTotal(column), "GESAMT", context);
        return isNumeric(field) && cell.state !== "empty" ? [{...cell, part: "total" as const}] : [];
      });

const rowsOf = (located: Located): KeyedRows => {
  if (located.table.kind === "list") return listRows(located);
  const {rows, remarks, repairs} = matrixRows(located);
  return {rows, remarks: [...remarks, ...duplicates(located, rows)], repairs};
};
const questionSlots = (located: Located, context: Context): TableSlots => {
  const {rows, remarks, repairs} = questionRows(located);
  const letter = located.letters.get("C");
  const slots =
    letter === undefined ? [] : rows.map(({column, row}) => readSlot({table: located.table, grid: located.grid, letter, row}, column, "-", context));
  return {located, slots, keys: [], totals: [], remarks, repairs};
};

/** Reads a table where it was found. */
export const tableSlots = (located: Located, context: Context): TableSlots => {
  if (located.table.kind === "questions") return questionSlots(located, context);
  const {rows, remarks, repairs} = rowsOf(located);
  return {
    located,
    remarks,
    repairs,
    slots: rows.flatMap((row) => slotsOfRow(located, context, row)),
    keys: rows.flatMap(({keyCell}) => keyCell ?? []),
    totals: totalsOf(located, context),
  };
};
