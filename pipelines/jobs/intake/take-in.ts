import type {Event} from "../../../schemas/events.ts";
import type {FileRead} from "../../effects/entries.ts";
import {earlierReceipt} from "../../intake/receipts.ts";
import {eventsOf, isRefused} from "../../intake/screen.ts";
import {foldLedger, type Known, type RefusedFile, type Submission} from "../../ledger/fold.ts";
import {type Desk, foreignExamination, tooLargeExamination, withSaid} from "./desk.ts";
import {type Examination, Unread} from "./examine/examiner.ts";
import {openCells} from "./quarantine/waiting.ts";

/** A file as it was read, with the time it came in, the cells its sender says are about no one, whether the sender confirms how it is read, and how to keep its name. */
export type Arrived = {
  readonly read: FileRead;
  readonly received: string;
  readonly answered: ReadonlySet<string>;
  readonly repairsAccepted?: true;
  readonly keepName: () => Promise<string>;
};
/** `known`: another process took the same bytes in meanwhile, nothing was written twice. */
export type TakenIn = Examination & {readonly refused: boolean; readonly known: boolean};

/** The confirmation of what there is to confirm. */
export const confirmed = ({checked}: Examination, sha256: string, accepted: true | undefined): Event[] =>
  accepted === true && checked.findings.some(({rule}) => rule === "STR-012") ? [{type: "repairs-accepted", sha256}] : [];

/** Before there was the event `unread`, a file that took too long was rejected and archived. Another engine looks at it once more when the same bytes come again. */
export const wasNeverRead = ({format, checked}: Submission, engine: string): boolean =>
  format === "unknown" && checked !== null && checked.verdict === "rejected" && checked.body === null && checked.engine !== engine;

const isWaiting = (refusal: RefusedFile) => !refusal.emptied && openCells(refusal).length > 0;
/** Whether everything about these bytes is in the ledger: nothing is to be done when they come again. */
export const isSettled = ({submissions, refusals}: Pick<Known, "submissions" | "refusals">, sha256: string, engine: string): boolean => {
  const [refusal, submission] = [refusals.get(sha256), submissions.get(sha256)];
  return (submission?.checked != null && !wasNeverRead(submission, engine)) || (refusal !== undefined && isWaiting(refusal));
};

/** What was not read is noted; that is no verdict, so nothing else happens to it. */
const noteUnread =
  (desk: Desk, {read: {sha256, size}, received, keepName}: Arrived) =>
  async (error: unknown): Promise<never> => {
    if (error instanceof Unread) await desk.ledger.append([{type: "unread", sha256, size, received, cause: error.ended, name: await keepName()}]);
    throw error;
  };

/** Of what is larger than any return nothing is kept but hash and head. */
const takeInHead = async (desk: Desk, {read: {sha256, size}, received, keepName}: Arrived): Promise<{examination: Examination; events: Event[]}> => {
  const examination = tooLargeExamination();
  const receipt = {sha256, size, format: examination.reading.format, received, kept: "head"} as const;
  return {examination, events: eventsOf(receipt, await keepName(), {engine: desk.engine, ...examination})};
};
const takeInWhole = async (desk: Desk, bytes: Uint8Array, arrived: Arrived): Promise<{examination: Examination; events: Event[]}> => {
  const {
    read: {sha256, size},
    received,
    keepName,
    ...said
  } = arrived;
  const foreign = foreignExamination(bytes);
  // What is no workbook is not screened, so it need not wait; until it is archived it lies where it came from.
  if (foreign === null) await desk.quarantine.put(bytes);
  const raw = foreign ?? (await desk.examiner.examine(bytes).catch(noteUnread(desk, arrived)));
  const examination = withSaid(raw, said);
  const refused = isRefused({engine: desk.engine, ...examination});
  if (!refused) await Promise.all([desk.archive.put(bytes), desk.readings.put(sha256, raw)]);
  const receipt = {sha256, size, format: examination.reading.format, received};
  const events = eventsOf(receipt, refused ? "" : await keepName(), {engine: desk.engine, ...examination});
  return {examination, events: [...events, ...(refused ? [] : confirmed(raw, sha256, said.repairsAccepted))]};
};

/**
 * Quarantine, reading and checking, archive, ledger; only what is in the ledger has happened. Refused and unread bytes stay in quarantine.
 * @throws Unread, which is then in the ledger
 */
export const takeIn = async (desk: Desk, arrived: Arrived): Promise<TakenIn> => {
  const {
    read: {sha256, bytes},
    received,
  } = arrived;
  const {examination, events} = bytes === null ? await takeInHead(desk, arrived) : await takeInWhole(desk, bytes, arrived);
  const refused = isRefused({engine: desk.engine, ...examination});
  let known = false;
  await desk.ledger.decide(sha256, (lines) => {
    const before = foldLedger(lines);
    known = isSettled(before, sha256, desk.engine);
    const name = events.find((event) => event.type === "received")?.name ?? "";
    return known ? earlierReceipt(before.submissions.get(sha256), received, name) : events;
  });
  if (!refused) await desk.quarantine.remove(sha256);
  return {...examination, refused, known};
};
