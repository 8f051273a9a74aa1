import type {Context} from "../../../../schemas/context.ts";
import type {ApprovalRow} from "../../../../schemas/events.ts";
import type {Reading} from "../../../../schemas/flow.ts";
import type {HalfYear} from "../../../../schemas/half-year.ts";
import {receivedOn} from "../../../load/load-submission.ts";
import {approvalsOf} from "../approvals.ts";
import type {Desk} from "../desk.ts";
import type {Known} from "../../../ledger/fold.ts";
import {type Decisions, decisionsOf} from "./decisions.ts";

/** What the data folder knows beside the returns of one body. */
export type Knowledge = {
  readonly approvals: readonly ApprovalRow[];
  readonly decisions: Decisions;
  /** Half-years for which any body has an accepted return: without one, nothing is known of the half-year at all. */
  readonly reported: ReadonlySet<HalfYear>;
  /** What the last release keeps back of a return. Left out in a build: what it makes depends on nothing that was made before. */
  readonly withheld?: (reading: Reading) => Context["release"];
};

const reportedIn = ({submissions}: Known, asOf: string | null): ReadonlySet<HalfYear> =>
  new Set(
    [...submissions.values()]
      .filter(({received}) => asOf === null || receivedOn(received) <= asOf)
      .flatMap(({checked}) => (checked === null || checked.halfYear === null || checked.verdict === "rejected" ? [] : [checked.halfYear])),
  );

/** As of the end of a day in Germany (null: today). */
export const knowledgeOf = async (desk: Pick<Desk, "payload">, known: Known, asOf: string | null): Promise<Knowledge> => {
  const [approvals, decisions] = await Promise.all([approvalsOf(desk, known), decisionsOf(desk, known, asOf)]);
  return {approvals, decisions, reported: reportedIn(known, asOf)};
};
