import type {Approved} from "../../../../schemas/context.ts";
import type {ApprovalRow} from "../../../../schemas/events.ts";
import {type HalfYear, stichtag} from "../../../../schemas/half-year.ts";

/** The approval valid on the reference date, by Baustein; a later notice replaces an earlier one. Null if the body has none. */
export const approvedAt = (rows: readonly ApprovalRow[], body: string, halfYear: HalfYear): Approved | null => {
  const valid = rows.filter((row) => row.body === body && row.from <= stichtag(halfYear)).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (valid.length === 0) return null;
  return Object.fromEntries(valid.map(({baustein, vzae, euro}) => [baustein, {vzae: BigInt(vzae), euro: BigInt(euro)}]));
};
