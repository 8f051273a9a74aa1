import type {LedgerLine} from "../../../../schemas/events.ts";
import {nothingKnown} from "../../../../schemas/context.ts";
import type {Finding} from "../../../../schemas/flow.ts";
import {type RuleBook, ruleBook} from "../../../../schemas/rules/book/rule-book.ts";
import type {LoadedSubmission} from "../../../load/load-submission.ts";
import {type Desk, loadArchived} from "../../intake/desk.ts";
import {checkReading} from "../../../check/check-reading.ts";
import {foldLedger, type Submission} from "../../../ledger/fold.ts";
import {judgeBody} from "../../intake/judging/judge-body.ts";
import {type Knowledge, knowledgeOf} from "../../intake/judging/knowledge.ts";
import {peerReview} from "../../intake/judging/peer-review.ts";
import {knownAmong, type KnownSubmissions, refusedSubmission, setAsideSubmission} from "./known-submissions.ts";

/** What judging needs of a desk. */
export type JudgingDesk = Pick<Desk, "archive" | "readings" | "examiner" | "payload">;
/** Judged submissions body by body; `findingsOf` is complete once they were all given out, for some can only be told beside all others. */
export type Judging = {readonly submissions: AsyncIterable<LoadedSubmission>; readonly findingsOf: (sha256: string) => readonly Finding[]};

/** Body by body, the next one being read while this one is judged. */
async function* judgedBodies(desk: JudgingDesk, known: KnownSubmissions, knowledge: Knowledge, again: RuleBook | null): AsyncGenerator<LoadedSubmission[]> {
  const load = (each: Submission) => loadArchived(desk, each);
  const byBody = Map.groupBy(known.archived, ({checked}) => checked?.body ?? "");
  const groups = [...byBody.keys()].sort().map((body) => byBody.get(body)!);
  let ahead = groups[0]?.map(load);
  for (const [i] of groups.entries()) {
    const heard = await Promise.all(ahead ?? []);
    ahead = groups[i + 1]?.map(load);
    yield again === null
      ? judgeBody(heard, knowledge)
      : judgeBody(
          heard.map((each) => ({...each, checked: checkReading(each.reading, nothingKnown, again)})),
          knowledge,
          again,
        );
  }
}

/**
 * Judges all that was received up to the end of a day in Germany (null: everything): each return beside the body's others, approvals and decisions.
 * `again`: by another rule book than the one that holds, what the file alone says included.
 */
export const openJudging = async (desk: JudgingDesk, lines: readonly LedgerLine[], asOf: string | null, again: RuleBook | null = null): Promise<Judging> => {
  const folded = foldLedger(lines);
  const known = knownAmong(folded, asOf);
  const knowledge = await knowledgeOf(desk, folded, asOf);
  const peers = peerReview(again ?? ruleBook);
  async function* submissions(): AsyncGenerator<LoadedSubmission> {
    for await (const judged of judgedBodies(desk, known, knowledge, again)) {
      peers.hear(judged);
      yield* judged;
    }
    const refused = [...known.refused.map(refusedSubmission), ...known.setAside.map(setAsideSubmission)];
    peers.hear(refused);
    yield* refused;
  }
  return {submissions: submissions(), findingsOf: peers.findingsOf};
};
