import {fieldOf} from "../../../schemas/fields/registry.ts";
import type {KeyFigures} from "../../../schemas/context.ts";
import type {Cell, Reading} from "../../../schemas/flow.ts";
import {type KeyFigure, keyFigures, managerMonths, managerMonthsOf} from "../../../schemas/rules/pla/key-figures.ts";
import {type Expression, total} from "../../../schemas/rules/terms/expression.ts";
import {evaluate} from "../evaluate.ts";
import {type ReturnView, viewOf} from "../return-view.ts";
import {select} from "../select.ts";
import {hundredths} from "../values.ts";

/** Key figures of one return as far as they are known, and the cell to look at for each. */
export type ReturnFigures = {readonly figures: KeyFigures; readonly places: Readonly<Record<string, Cell>>};

const once = {row: null, cell: null};
type Taken = {readonly value: bigint; readonly cells: readonly Cell[]};
const taken = (view: ReturnView, expression: Expression): Taken | null => {
  const outcome = evaluate(view, expression, once);
  return "value" in outcome ? outcome : null;
};
/** Of a half-year before sometimes only those sums are known that stand in the form (row `*`); what else is printed there is no sum of the body. */
const printed = (view: ReturnView, {table, name}: KeyFigure): Taken | null => {
  const cell = [...view.cellsOf(table, name), ...view.cellsOf(table, name, "computed")].find(({row}) => row === "*");
  return cell === undefined ? null : {value: hundredths(cell), cells: [cell]};
};

/** The sender is sent to the total cell, where the table has one. */
const placeOf = (view: ReturnView, {table, name}: KeyFigure, {cells}: Taken): Cell | undefined =>
  select(view, total(table, name, {part: "total", key: ""}), null)[0] ?? view.cellsOf(table, name, "computed")[0] ?? cells[0];

const inOwnUnits = (name: string, value: bigint) => (fieldOf(name).scale === 2 ? value : value / 100n);

/** The same for a return that is laid out already; `whole` is false where only what the form prints is known. */
export const figuresIn = (view: ReturnView, whole = true): ReturnFigures => {
  const known = keyFigures.flatMap((figure) => {
    const found = whole ? taken(view, figure.of) : printed(view, figure);
    return found === null ? [] : [{name: figure.name, value: found.value, cell: placeOf(view, figure, found)}];
  });
  const months = whole ? taken(view, managerMonthsOf) : null;
  const exposure = months === null ? [] : [{name: managerMonths, value: months.value, cell: months.cells[0]}];
  const all = [...known, ...exposure];
  return {
    figures: Object.fromEntries(all.map(({name, value}) => [name, inOwnUnits(name, value)])),
    places: Object.fromEntries(all.flatMap(({name, cell}) => (cell === undefined ? [] : [[name, cell]]))),
  };
};

/** An explicit empty return (Fehlanzeige) has no figures; a gap in any part makes its figure unknown, never zero. */
export const keyFiguresOf = (reading: Reading): ReturnFigures =>
  reading.form === null || reading.returnKind === "F" ? {figures: {}, places: {}} : figuresIn(viewOf(reading));
