import type {LoadedSubmission} from "../../../load/load-submission.ts";
import {type Desk, examineArchived} from "../desk.ts";
import {foldLedger, type Submission} from "../fold-ledger.ts";
import {judgeBody} from "./judge-body.ts";
import {type Knowledge, knowledgeOf} from "./knowledge.ts";

/** Everything that is known of a body today: its returns, judged in order, and the knowledge they were judged by. */
export type BodyState = {readonly judged: readonly LoadedSubmission[]; readonly knowledge: Knowledge};

/** A body's returns as they stand now. An unknown body has none. */
export const judgedBody = async (desk: Desk, body: string): Promise<BodyState> => {
  const known = foldLedger(await desk.ledger.read());
  const knowledge = await knowledgeOf(desk, known, null);
  const load = async ({sha256, received, ...said}: Submission): Promise<LoadedSubmission> => ({
    sha256,
    received,
    ...(await examineArchived(desk, sha256, said)),
  });
  const own = [...known.submissions.values()].filter(({checked}) => checked?.body === body);
  return {judged: judgeBody(await Promise.all(own.map(load)), knowledge), knowledge};
};
