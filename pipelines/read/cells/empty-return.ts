import {fieldOf} from "../../../schemas/fields/registry.ts";
import type {Cell} from "../../../schemas/flow.ts";
import type {Column, Table} from "../../../schemas/layouts/layout.ts";
import {codesOf, prefixOf} from "./match-row.ts";
import {type Context, namesOf, type Slot} from "./slot.ts";

/** Sheets whose counts an explicit empty return (Fehlanzeige) reports as 0. */
const isCovered = ({sheet}: Table) => sheet >= "03" && sheet < "08";
const isCount = ({field, status, role}: Column) => role === undefined && status !== "computed" && ["count", "signed"].includes(fieldOf(field!).kind);
const basesOf = (table: Table): readonly string[] => (table.kind === "matrix" ? codesOf(table).map((code) => `${prefixOf(table)}${code}`) : ["-"]);

/** The answer "Fehlanzeige" is the cell in which each of these zeros was reported. */
const zero = (table: Table, column: Column, base: string, answer: Cell): Cell => ({
  table: table.id,
  ...namesOf(column, base),
  sheet: answer.sheet,
  address: answer.address,
  part: "input",
  state: "implied",
  text: "",
  value: 0n,
  code: null,
});

/** Every count of sheets 03 to 07 is a known 0; numbers entered all the same stand beside them (STR-011). */
const zeros = (table: Table, slots: readonly Slot[], answer: Cell): Cell[] => {
  const entered = slots.filter(({cell}) => cell.state !== "empty");
  const inputs = table.columns.filter((column) => column.field !== undefined && isCount(column));
  return inputs.flatMap((column) =>
    basesOf(table)
      .filter((base) => !entered.some((slot) => slot.column === column && (table.kind === "list" || slot.base === base)))
      .map((base) => zero(table, column, base, answer)),
  );
};

/** Cells of one table of an explicit empty return. */
export const emptyReturnCells = (table: Table, slots: readonly Slot[], answer: Cell, {halfYear}: Context): Cell[] => {
  const asked = table.onlyIn === undefined || halfYear === null || halfYear.endsWith(table.onlyIn);
  if (!asked) return slots.map(({cell}) => ({...cell, state: "not_asked", value: null, code: null}));
  const read = slots
    .filter(({cell, column}) => cell.state !== "empty" || (!isCovered(table) && column.status !== "optional" && column.status !== "computed"))
    .map(({cell}) => cell);
  return isCovered(table) ? [...zeros(table, slots, answer), ...read] : read;
};
