import type {Cell} from "../../schemas/flow.ts";
import {conditionHolds, type Facts} from "../../schemas/layouts/conditions.ts";
import type {Column} from "../../schemas/layouts/layout.ts";
import {baseRow, type ReturnView} from "./return-view.ts";
import {isNumber} from "./values.ts";

const factsOf = (view: ReturnView, {table, row}: Cell): Facts => {
  const at = (field: string) => view.cellAt(table, field, baseRow(row)) ?? view.cellsOf(table, field, "computed").find((cell) => cell.row === row);
  return {
    halfYear: view.halfYear,
    body: view.body,
    row: baseRow(row),
    number: (field) => {
      const cell = at(field);
      return cell !== undefined && isNumber(cell) ? cell.value : null;
    },
    code: (field) => at(field)?.code ?? null,
    codes: (field) => view.cellsOf("T02", field).flatMap(({code}) => code ?? []),
    sites: view.rowsOf("T03").length,
  };
};

/** Whether a conditional cell must be filled; null if this return cannot tell. */
export const conditionOf = (view: ReturnView, {condition}: Column, cell: Cell): boolean | null =>
  condition === undefined ? null : conditionHolds(condition, factsOf(view, cell));
