import {deadline} from "../../../schemas/parameters.ts";
import type {HalfYear} from "../../../schemas/half-year.ts";
import type {RuleBook} from "../../../schemas/rules/book/rule-book.ts";
import {printDate} from "../../../schemas/units.ts";
import type {Verdicts} from "../compare.ts";
import type {ReturnView} from "../return-view.ts";

/** The last day on which a return is not yet late: the deadline and the days of grace. */
const lastDay = (halfYear: HalfYear, {parameterAt}: RuleBook): string => {
  const day = new Date(`${deadline(halfYear)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + Number(parameterAt("nachfrist_tage", halfYear)));
  return day.toISOString().slice(0, 10);
};

/** PRG-018: the first accepted return came in after the deadline and the days of grace. */
export const deadlineKept = ({halfYear, book, context: {receipt}}: ReturnView): Verdicts => {
  if (halfYear === null || receipt === null) return {faults: [], gaps: ["das Berichtshalbjahr ist nicht bekannt"]};
  if (receipt.correction || receipt.receivedOn <= lastDay(halfYear, book)) return {faults: [], gaps: []};
  const [datum, frist] = [printDate(receipt.receivedOn), printDate(deadline(halfYear))];
  return {faults: [{at: {file: true}, field: null, row: null, found: datum, expected: `bis ${frist}`, fill: {datum, frist}}], gaps: []};
};
