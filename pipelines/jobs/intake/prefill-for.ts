import type {ApprovalRow} from "../../../schemas/events.ts";
import {type HalfYear, previousHalfYear, stichtag} from "../../../schemas/half-year.ts";
import type {Prefill} from "../../../schemas/prefill.ts";
import {decimalText} from "../../../schemas/units.ts";
import {approvalsOf} from "./approvals.ts";
import {carryOver} from "./carry-over.ts";
import {type Desk, examineArchived} from "./desk.ts";
import {foldLedger} from "./fold-ledger.ts";

/** The approval valid on the reference date, by Baustein; a later notice replaces an earlier one. */
const approvalsAt = (rows: readonly ApprovalRow[], body: string, halfYear: HalfYear): Prefill["approvals"] => {
  const valid = rows.filter((row) => row.body === body && row.from <= stichtag(halfYear)).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return Object.fromEntries(valid.map(({baustein, vzae, euro}) => [baustein, {vzae: decimalText(BigInt(vzae), 2), euro: decimalText(BigInt(euro), 2)}]));
};

/** The accepted submission of a body and half-year that was received last (ties: hash), or null. */
const lastAccepted = async ({ledger}: Pick<Desk, "ledger">, body: string, halfYear: HalfYear): Promise<string | null> => {
  const accepted = [...foldLedger(await ledger.read()).submissions.values()]
    .filter(({checked}) => checked !== null && checked.verdict !== "rejected" && checked.body === body && checked.halfYear === halfYear)
    .toSorted((a, b) => (`${a.received} ${a.sha256}` < `${b.received} ${b.sha256}` ? -1 : 1));
  return accepted.at(-1)?.sha256 ?? null;
};

/** Everything the data folder knows that a body need not type again. */
export const prefillFor = async (desk: Desk, body: string, halfYear: HalfYear): Promise<Prefill> => {
  const sha256 = await lastAccepted(desk, body, previousHalfYear(halfYear));
  const previous = sha256 === null ? null : (await examineArchived(desk, sha256)).reading;
  return carryOver({body, halfYear, approvals: approvalsAt(await approvalsOf(desk), body, halfYear), previous});
};
