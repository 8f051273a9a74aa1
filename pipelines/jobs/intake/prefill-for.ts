import type {ApprovalRow} from "../../../schemas/events.ts";
import {type HalfYear, previousHalfYear, stichtag} from "../../../schemas/half-year.ts";
import type {Prefill} from "../../../schemas/prefill.ts";
import {decimalText} from "../../../schemas/units.ts";
import {carryOver} from "./carry-over.ts";
import type {Desk} from "./desk.ts";
import {countingOf} from "./judging/context-of.ts";
import {judgedBody} from "./judging/judged-body.ts";

/** The approval valid on the reference date, by Baustein; a later notice replaces an earlier one. */
const approvalsAt = (rows: readonly ApprovalRow[], body: string, halfYear: HalfYear): Prefill["approvals"] => {
  const valid = rows.filter((row) => row.body === body && row.from <= stichtag(halfYear)).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return Object.fromEntries(valid.map(({baustein, vzae, euro}) => [baustein, {vzae: decimalText(BigInt(vzae), 2), euro: decimalText(BigInt(euro), 2)}]));
};

/** Everything the data folder knows that a body need not type again. */
export const prefillFor = async (desk: Desk, body: string, halfYear: HalfYear): Promise<Prefill> => {
  const {judged, knowledge} = await judgedBody(desk, body);
  const previous = countingOf(judged, previousHalfYear(halfYear));
  return carryOver({
    body,
    halfYear,
    approvals: approvalsAt(knowledge.approvals, body, halfYear),
    previous: previous?.reading ?? null,
    findings: previous?.checked.findings ?? [],
  });
};
