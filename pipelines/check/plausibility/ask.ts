import {leastHistory} from "../../../schemas/rules/pla/levels.ts";
import {incompleteBeta} from "./negative-binomial.ts";
import {type Outlook, surpriseOf} from "./outlook.ts";

/** The rule that asks about a figure; a figure is asked about once. */
export type Asking = "PLA-001" | "PLA-002" | "PLA-008";

const noticeable = 0.05;
/** Given the sum of two counts, the part of one of them is binomial if nothing changed: the chance that it is so large. */
const chanceOfPart = (part: number, other: number, share: number) => (part === 0 ? 1 : incompleteBeta(share, 1 - share, part, other + 1));
/** Whether the change from the last half-year alone is more than usual chance, in the direction of the surprise. */
const isChange = ({past}: Outlook, count: number, direction: "less" | "more"): boolean => {
  const last = past.find(({ago}) => ago === 1);
  if (last === undefined) return false;
  const share = 1 / (1 + last.exposure);
  return (direction === "more" ? chanceOfPart(count, last.count, share) : chanceOfPart(last.count, count, 1 - share)) <= noticeable;
};
const wasThere = ({past}: Outlook) => past.some(({ago, count}) => ago === 1 && count > 0);

/**
 * Which rule asks about a count, if any: a zero where there was something (PLA-008), a change from the last half-year (PLA-001), or, with four half-years known,
 * a count outside them all (PLA-002). All three share one level, so together they speak no more often than one.
 */
export const askedBy = (outlook: Outlook, count: number): Asking | null => {
  const direction = surpriseOf(outlook, count);
  if (direction === null) return null;
  if (count === 0 && wasThere(outlook)) return "PLA-008";
  if (isChange(outlook, count, direction)) return "PLA-001";
  return outlook.past.length >= leastHistory ? "PLA-002" : null;
};
