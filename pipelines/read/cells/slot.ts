import type {Body} from "../../../schemas/codes/bodies.ts";
import type {Field} from "../../../schemas/fields/field.ts";
import {fieldOf} from "../../../schemas/fields/registry.ts";
import type {Cell, Remark, SheetCell} from "../../../schemas/flow.ts";
import type {HalfYear} from "../../../schemas/half-year.ts";
import type {Column, Table} from "../../../schemas/layouts/layout.ts";
import type {Grid} from "../form/grid.ts";
import {readValue} from "../values/value.ts";

/** What reading needs to know of the return as a whole. */
export type Context = {readonly halfYear: HalfYear | null; readonly body: Body | null; readonly date1904: boolean};

/** A declared cell as read, before it is settled what its emptiness means. `base`: the row's own key, without that of the column. */
export type Slot = {
  readonly table: Table;
  readonly column: Column;
  readonly field: Field;
  readonly base: string;
  readonly row: number;
  readonly cell: Cell;
  /** The cell holds a text. */
  readonly asText: boolean;
  readonly remarks: readonly Remark[];
};

export const isNumeric = ({kind}: Field) => kind === "count" || kind === "signed" || kind === "posts" || kind === "euro" || kind === "decimal";

/** Field name and row key of a column in a row: cost types name the field by their row and the row by their column. */
export const namesOf = (column: Column, base: string): {field: string; row: string} =>
  column.field!.includes("{code}")
    ? {field: column.field!.replace("{code}", base), row: column.key!}
    : {field: column.field!, row: `${base}${column.key ?? ""}`};

const external = /\[\d+\]|\[[^\]]*\.(?:xls|ods)|file:/i;
const remarksOf = (cell: Cell, formula: string | undefined, settled: ReturnType<typeof readValue>["settled"]): Remark[] => {
  const at = {sheet: cell.sheet, cell: cell.address};
  const linked: Remark[] =
    formula === undefined
      ? []
      : [{kind: external.test(formula) ? "external-link" : "formula", at, field: cell.field, found: cell.text, expected: "ein eingetragener Wert"}];
  return settled === undefined ? linked : [...linked, {kind: settled.kind, at, field: cell.field, found: cell.text, expected: settled.as}];
};

/** A computed text that is the number 0 was not computed: LibreOffice writes that into an .xls, and so does a reference to an empty cell. */
const isUncomputed = (part: Cell["part"], field: Field, found: SheetCell | undefined) =>
  part === "computed" && !isNumeric(field) && found !== undefined && "number" in found.typed && found.typed.number === 0;

type At = {readonly table: Table; readonly grid: Grid; readonly letter: string; readonly row: number};
/** Reads one declared cell where it stands. */
export const readSlot = ({table, grid, letter, row}: At, column: Column, base: string, {date1904}: Context): Slot => {
  const names = namesOf(column, base);
  const field = fieldOf(names.field);
  const part = column.status === "computed" ? "computed" : "input";
  const written = grid.cell(letter, row);
  const found = isUncomputed(part, field, written) ? undefined : written;
  const {settled, ...value} = readValue(field, found, date1904);
  const cell: Cell = {table: table.id, ...names, sheet: grid.sheet.title, address: `${letter}${row}`, part, text: found?.text ?? "", ...value};
  const asText = part === "input" && found !== undefined && "text" in found.typed;
  return {table, column, field, base, row, cell, asText, remarks: part === "computed" ? [] : remarksOf(cell, found?.formula, settled)};
};
