import type {LedgerLine} from "../../../../schemas/events.ts";
import {sha256Of} from "../../../effects/store.ts";

/**
 * Which of equally good cells are withheld beside a small one. Readers do not know it: it hangs on all that was in the ledger before the first policy,
 * whose head is in no public manifest. It is the same in every later build of the data folder under one policy, so patterns of earlier half-years stay as they are.
 */
export const seedOf = (lines: readonly LedgerLine[], policy: string): number => {
  const first = lines.find(({type}) => type === "policy");
  return Number.parseInt(sha256Of(`${first?.prev ?? ""} ${policy}`).slice(0, 8), 16);
};
