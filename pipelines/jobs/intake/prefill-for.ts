import type {Approved} from "../../../schemas/context.ts";
import {type HalfYear, previousHalfYear} from "../../../schemas/half-year.ts";
import type {Prefill} from "../../../schemas/prefill.ts";
import {decimalText} from "../../../schemas/units.ts";
import {carryOver} from "./carry-over.ts";
import type {Desk} from "./desk.ts";
import {approvedAt} from "./judging/approved-at.ts";
import {countingOf} from "./judging/context-of.ts";
import {judgedBody} from "./judging/judged-body.ts";

const printed = (approved: Approved | null): Prefill["approvals"] =>
  Object.fromEntries(Object.entries(approved ?? {}).map(([baustein, {vzae, euro}]) => [baustein, {vzae: decimalText(vzae, 2), euro: decimalText(euro, 2)}]));

/** Everything the data folder knows that a body need not type again. */
export const prefillFor = async (desk: Desk, body: string, halfYear: HalfYear): Promise<Prefill> => {
  const {judged, knowledge} = await judgedBody(desk, body);
  const previous = countingOf(judged, previousHalfYear(halfYear));
  return carryOver({
    body,
    halfYear,
    approvals: printed(approvedAt(knowledge.approvals, body, halfYear)),
    previous: previous?.reading ?? null,
    findings: previous?.checked.findings ?? [],
  });
};
