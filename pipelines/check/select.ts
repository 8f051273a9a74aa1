import type {Cell} from "../../schemas/flow.ts";
import type {Cells, Where} from "../../schemas/rules/terms/expression.ts";
import {baseRow, type ReturnView} from "./return-view.ts";
import {isNumber, hundredths} from "./values.ts";

const line = ({address}: Cell) => /\d*$/.exec(address)![0];
/** Another cell of the same row; where two rows bear one number (STR-008), of the one the cell stands in. */
const siblingOf = (view: ReturnView, cell: Cell, field: string): Cell | undefined => {
  const first = view.cellAt(cell.table, field, baseRow(cell.row));
  if (first === undefined || line(first) === line(cell)) return first;
  return view.cellsOf(cell.table, field).find((each) => each.row === first.row && line(each) === line(cell)) ?? first;
};
const keyOfRow = (view: ReturnView, cell: Cell, fields: readonly string[]) => fields.map((field) => siblingOf(view, cell, field)?.code ?? "").join(":");

/** The code a reference speaks of: that of its first cell. */
const codeAt = (view: ReturnView, reference: Cells, row: string | null) => select(view, reference, row)[0]?.code ?? null;

/** Whether the row of a cell meets a condition; `row` is the row at hand. */
export const meets = (view: ReturnView, cell: Cell, where: Where, row: string | null): boolean => {
  if ("rowNamed" in where) return baseRow(cell.row) === codeAt(view, where.rowNamed, row);
  if ("sameAs" in where) return keyOfRow(view, cell, where.fields) === (where.sameAs === "row" ? row : codeAt(view, where.sameAs, row));
  if ("listedIn" in where) return where.listedIn.some((table) => view.rowsOf(table).includes(keyOfRow(view, cell, where.fields)));
  if ("missingFrom" in where) return !where.missingFrom.some((table) => view.rowsOf(table).includes(keyOfRow(view, cell, where.fields)));
  const sibling = siblingOf(view, cell, where.field);
  if (sibling === undefined) return false;
  if ("above" in where) return isNumber(sibling) && hundredths(sibling) > where.above;
  if ("not" in where) return sibling.code !== null && !where.not.includes(sibling.code);
  return where.is.includes(sibling.code ?? "") || (where.is.includes("own") && sibling.code === view.body?.ags);
};

/** All cells of the column an expression speaks of, whatever the row: they decide together whether a distribution was filled in. */
export const columnOf = (view: ReturnView, {table, field, key, part}: Cells): readonly Cell[] => {
  const all = view.cellsOf(table, field, part);
  if (key === undefined) return part === "total" && all.some(({row}) => !row.includes(",")) ? all.filter(({row}) => !row.includes(",")) : all;
  return all.filter(({row}) => (key === "" ? !row.includes(",") : row.endsWith(key)));
};

/** The cells an expression speaks of, for the row at hand. */
export const select = (view: ReturnView, cells: Cells, row: string | null, column: readonly Cell[] = columnOf(view, cells)): readonly Cell[] => {
  const {rows, key, where = []} = cells;
  const own = `${row}${key ?? ""}`;
  const chosen =
    rows === "all"
      ? column
      : column.filter((cell) => (rows === "this" ? cell.row === own : rows === "within" ? cell.row.startsWith(`${row},`) : rows.includes(cell.row)));
  return where.length === 0 ? chosen : chosen.filter((cell) => where.every((each) => meets(view, cell, each, row)));
};
