import {fieldOf} from "../../schemas/fields/registry.ts";
import type {Cell} from "../../schemas/flow.ts";
import type {Expression} from "../../schemas/rules/terms/expression.ts";
import {printDecimal} from "../../schemas/units.ts";

/** Cells that hold a number: typed, or the zero of an empty cell in a filled distribution. */
export const isNumber = ({state, value}: Cell) => (state === "number" || state === "implied") && value !== null;
/** A cell's number in hundredths, the common unit of all expressions. */
export const hundredths = ({field, value}: Cell): bigint => (fieldOf(field).scale === 2 ? value! : value! * 100n);

const scales = new Map<Expression, 0 | 2>();
const measuredScale = (expression: Expression): 0 | 2 => {
  switch (expression.kind) {
    case "cells":
      return fieldOf(expression.field).scale;
    case "sum":
      return expression.terms.some((term) => scaleOf(term) === 2) ? 2 : 0;
    case "minus":
      return scaleOf(expression.left) === 2 || scaleOf(expression.right) === 2 ? 2 : 0;
    case "divided":
      return 2;
    case "times":
    case "previous":
      return scaleOf(expression.of);
    case "approved":
      return 2;
    default:
      return 0;
  }
};
/** Decimal places an expression is shown with: 2 as soon as VZÄ, euros, hours or months are in it. */
export const scaleOf = (expression: Expression): 0 | 2 => {
  const known = scales.get(expression);
  if (known !== undefined) return known;
  const scale = measuredScale(expression);
  scales.set(expression, scale);
  return scale;
};

/** What a cell says, in German: its number as printed here (a workbook may show 1.01 or round 20,5 to 21), else its text. */
export const shown = (cell: Cell): string => {
  if (cell.part !== "key" && isNumber(cell)) return printDecimal(cell.value!, fieldOf(cell.field).scale);
  const asShown = cell.part === "input" && fieldOf(cell.field).scale === 2 ? /^-?\d+([.,]\d{1,2})?$/ : /^-?\d+$/;
  return (cell.why === "fraction" || cell.why === "decimals") && asShown.test(cell.text)
    ? `${cell.text.replace(".", ",")} (angezeigt; eingetragen sind mehr Nachkommastellen)`
    : cell.text;
};

/** Hundredths as a reader writes them: 300n → `3`, 75n of a VZÄ field → `0,75`. */
export const printHundredths = (value: bigint, scale: 0 | 2): string => printDecimal(value, 2, scale === 0 && value % 100n === 0n ? 0 : 2);
