import {fieldOf} from "../../../../schemas/fields/registry.ts";
import type {Cell} from "../../../../schemas/flow.ts";
import type {Column, Table} from "../../../../schemas/layouts/layout.ts";
import {type Cells, total} from "../../../../schemas/rules/terms/expression.ts";
import {printDecimal} from "../../../../schemas/units.ts";
import type {Verdicts} from "../../compare.ts";
import {type Fault, faultAt} from "../../finding.ts";
import {type ReturnView, viewOf} from "../../return-view.ts";
import {columnOf} from "../../select.ts";
import {isNumber} from "../../values.ts";

const isCore = ({status, field}: Column) => status === "core" && field !== undefined && !field.includes("{") && fieldOf(field).additive.places;
const coreColumns = (table: Table): Cells[] =>
  table.columns.filter(isCore).map(({field, key}) => total(table.id, field!, table.kind === "questions" ? {} : {key: key ?? ""}));

const sumOf = (cells: readonly Cell[]): bigint | null => {
  const known = cells.filter(isNumber);
  return known.length === 0 ? null : known.reduce((sum, {value}) => sum + value!, 0n);
};
const size = (value: bigint) => (value < 0n ? -value : value);

type Change = {readonly cell: Cell; readonly before: bigint | null; readonly now: bigint | null};
/** Share of the published figure that has changed, in hundredths of a percent; what was not there before or is gone now comes first. */
const weight = ({before, now}: Change) => (before === null || now === null ? 10n ** 9n : (size(now - before) * 10_000n) / (size(before) || 1n));
const changeOf = (view: ReturnView, published: ReturnView, cells: Cells): Change[] => {
  const column = columnOf(view, cells);
  const [before, now] = [sumOf(columnOf(published, cells)), sumOf(column)];
  const cell = columnOf(view, {...cells, part: "total"})[0] ?? column[0];
  return cell === undefined || before === now ? [] : [{cell, before, now}];
};

const shown = ({field}: Cell, value: bigint | null) => (value === null ? "nicht gemeldet" : printDecimal(value, fieldOf(field).scale));
const faultOf = ({cell, before, now}: Change): Fault =>
  faultAt(cell, shown(cell, before), {found: shown(cell, now), fill: {alt: shown(cell, before), neu: shown(cell, now)}});
const most = 10;

/** XP-008: core figures of the whole body that were published with another value; each field once, largest changes first. */
export const publishedFigures = (view: ReturnView): Verdicts => {
  const {published} = view.context;
  if (published === null) return {faults: [], gaps: []};
  const before = viewOf({...view.reading, cells: published, remarks: []});
  const changes = view.form.tables.flatMap(coreColumns).flatMap((cells) => changeOf(view, before, cells));
  const once = [...new Map(changes.toReversed().map((change) => [change.cell.field, change])).values()].toReversed();
  const largest = once.toSorted((left, right) => Number(weight(right) - weight(left))).slice(0, most);
  return {faults: largest.map(faultOf), gaps: []};
};
