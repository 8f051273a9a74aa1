import type {LoadedSubmission} from "../../../load/load-submission.ts";
import {type Desk, loadArchived} from "../desk.ts";
import {foldLedger, type Known} from "../../../ledger/fold.ts";
import {judgeBody} from "./judge-body.ts";
import {type Knowledge, knowledgeOf} from "./knowledge.ts";

/** What the ledger says today, folded once for all bodies that are asked about. */
export type LedgerState = {readonly known: Known; readonly knowledge: Knowledge};
/** Everything that is known of a body today: its returns, judged in order, and the knowledge they were judged by. */
export type BodyState = {readonly judged: readonly LoadedSubmission[]; readonly knowledge: Knowledge};

export const ledgerState = async (desk: Desk): Promise<LedgerState> => {
  const known = foldLedger(await desk.ledger.read());
  return {known, knowledge: await knowledgeOf(desk, known, null)};
};

/** A body's returns as they stand now. An unknown body has none. `state`: the ledger, where it was read already. */
export const judgedBody = async (desk: Desk, body: string, state?: LedgerState): Promise<BodyState> => {
  const {known, knowledge} = state ?? (await ledgerState(desk));
  const own = [...known.submissions.values()].filter(({checked, setAside}) => setAside === undefined && checked?.body === body);
  return {judged: judgeBody(await Promise.all(own.map((each) => loadArchived(desk, each))), knowledge), knowledge};
};
