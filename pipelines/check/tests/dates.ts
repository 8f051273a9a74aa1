import {stichtag} from "../../../schemas/half-year.ts";
import {dateRanges} from "../../../schemas/rules/terms/required.ts";
import {printDate} from "../../../schemas/units.ts";
import type {Verdicts} from "../compare.ts";
import {faultAt} from "../finding.ts";
import type {ReturnView} from "../return-view.ts";

type Bound = string | {readonly yearsAfter: number};
const day = (bound: Bound, reference: string) =>
  typeof bound === "string" ? bound : `${Number(reference.slice(0, 4)) + bound.yearsAfter}${reference.slice(4)}`;

/** German words for the range a date may lie in, or null if there is none. */
export const rangeWords = (field: string, {halfYear}: ReturnView): string | null => {
  const range = dateRanges[field];
  if (range === undefined || halfYear === null) return null;
  const reference = stichtag(halfYear);
  return `${printDate(day(range.from, reference))} bis ${printDate(day(range.until, reference))}`;
};

/** TYP-005: a date lies in the range of its field. */
export const dateRange = (view: ReturnView): Verdicts => {
  if (view.halfYear === null) return {faults: [], gaps: ["das Berichtshalbjahr ist nicht bekannt"]};
  const reference = stichtag(view.halfYear);
  const outside = view.inputs.filter(({state, field, code}) => {
    const range = dateRanges[field];
    return state === "date" && range !== undefined && code !== null && (code < day(range.from, reference) || code > day(range.until, reference));
  });
  return {faults: outside.map((cell) => faultAt(cell, rangeWords(cell.field, view)!)), gaps: []};
};
