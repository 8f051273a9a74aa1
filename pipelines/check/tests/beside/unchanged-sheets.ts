import {fieldOf} from "../../../../schemas/fields/registry.ts";
import type {Cell} from "../../../../schemas/flow.ts";
import type {Verdicts} from "../../compare.ts";
import type {Fault} from "../../finding.ts";
import type {ReturnView} from "../../return-view.ts";
import {isNumber} from "../../values.ts";

/** What is counted anew in each half-year: months of a filled post or amounts in euro may well stay the same. */
const isCountedAnew = (cell: Cell) => isNumber(cell) && cell.value !== 0n && fieldOf(cell.field).kind === "count" && fieldOf(cell.field).time === "flow";
const bySheet = (view: ReturnView) => {
  const sheets = new Map<string, {readonly sheet: string; readonly figures: string[]}>();
  for (const cell of view.inputs.filter(isCountedAnew)) {
    const sheet = view.tableOf(cell.table)!.sheet;
    const known = sheets.get(sheet) ?? {sheet: cell.sheet, figures: []};
    sheets.set(sheet, known);
    known.figures.push(`${cell.table} ${cell.field} ${cell.row} ${cell.value}`);
  }
  return sheets;
};
const same = (left: readonly string[], right: readonly string[]) => left.toSorted().join("\n") === right.toSorted().join("\n");
/** Fewer figures may agree by chance. */
const fewest = 6;

/** PLA-006: everything that is counted anew on a sheet stands there as in the half-year before. */
export const unchangedSheets = (view: ReturnView): Verdicts => {
  if (view.previous === null) return {faults: [], gaps: []};
  const before = bySheet(view.previous);
  const copied = [...bySheet(view)].filter(([name, {figures}]) => figures.length >= fewest && same(figures, before.get(name)?.figures ?? []));
  return {
    faults: copied.map(
      ([, {sheet, figures}]): Fault => ({at: {sheet}, field: null, row: null, found: `${figures.length} gleiche Zahlen`, expected: "neue Zahlen"}),
    ),
    gaps: [],
  };
};
