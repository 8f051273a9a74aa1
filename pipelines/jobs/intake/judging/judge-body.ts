import {type RuleBook, ruleBook} from "../../../../schemas/rules/book/rule-book.ts";
import {checkInContext} from "../../../check/check-reading.ts";
import type {LoadedSubmission} from "../../../load/load-submission.ts";
import {isEarlier} from "./arrival-order.ts";
import {contextOf} from "./context-of.ts";
import type {Knowledge} from "./knowledge.ts";
import {type Memory, remember, settle} from "./settle.ts";

/** Half-years in order, and each by the time of arrival: what was accepted before decides what comes after. */
const inTime = (a: LoadedSubmission, b: LoadedSubmission) => {
  const [left, right] = [a, b].map(({reading: {halfYear}}) => halfYear ?? "");
  return left! < right! || (left === right && isEarlier(a, b)) ? -1 : 1;
};

/**
 * Judges all returns of a body against each other, against approvals and by what was decided about them.
 * `heard` carry what their files alone said; the order in which they are given does not matter.
 */
export const judgeBody = (heard: readonly LoadedSubmission[], knowledge: Knowledge, book: RuleBook = ruleBook): LoadedSubmission[] => {
  const judged: LoadedSubmission[] = [];
  const memory: Memory = new Map();
  for (const each of heard.toSorted(inTime)) {
    const alone = checkInContext(each.reading, each.checked, contextOf(each, judged, knowledge), book);
    const checked = settle(each.reading, alone, knowledge.decisions, memory);
    remember(memory, each.reading, checked);
    judged.push({...each, checked});
  }
  return judged;
};

/** Judges a return that was not handed in (yet), as if it came now: only what its arrival would decide is left open. */
export const judgeCandidate = (candidate: LoadedSubmission, judged: readonly LoadedSubmission[], knowledge: Knowledge): LoadedSubmission => {
  const context = {...contextOf(candidate, judged, knowledge), receipt: null};
  const checked = checkInContext(candidate.reading, candidate.checked, context);
  const memory: Memory = new Map();
  for (const before of judged) remember(memory, before.reading, before.checked);
  return {...candidate, checked: settle(candidate.reading, checked, knowledge.decisions, memory)};
};
