import type {Event} from "../../../schemas/events.ts";
import type {FileRead} from "../../effects/entries.ts";
import {earlierReceipt} from "../../intake/receipts.ts";
import {eventsOf, isRefused} from "../../intake/screen.ts";
import {whyUnreadable} from "../../read/unreadable.ts";
import {foldLedger, type Known, type RefusedFile, type Submission} from "../../ledger/fold.ts";
import {type Desk, foreignExamination, tooLargeExamination, unreadableExamination, withSaid} from "./desk.ts";
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
const wasNeverRead = ({format, checked}: Submission, engine: string): boolean =>
  format === "unknown" && checked !== null && checked.verdict === "rejected" && checked.body === null && checked.engine !== engine;

/** A later engine may read what an earlier one could not; its bytes are not archived, so it is looked at when they come again. */
const wasUnreadable = ({kept, checked}: Submission, engine: string): boolean => kept !== undefined && checked !== null && checked.engine !== engine;

const isWaiting = (refusal: RefusedFile) => !refusal.emptied && openCells(refusal).length > 0;
/** Whether everything about these bytes is in the ledger: nothing is to be done when they come again. */
export const isSettled = ({submissions, refusals}: Pick<Known, "submissions" | "refusals">, sha256: string, engine: string): boolean => {
  const [refusal, submission] = [refusals.get(sha256), submissions.get(sha256)];
  const isChecked = submission?.checked != null && !wasNeverRead(submission, engine) && !wasUnreadable(submission, engine);
  return isChecked || (refusal !== undefined && isWaiting(refusal));
};

/** What was not read is noted; that is no verdict, so nothing else happens to it. */
const noteUnread =
  (desk: Desk, {read: {sha256, size}, received, keepName}: Arrived) =>
  async (error: unknown): Promise<never> => {
    if (error instanceof Unread) await desk.ledger.append([{type: "unread", sha256, size, received, cause: error.ended, name: await keepName()}]);
    throw error;
  };

/** What became of the bytes, and what is written down about it. */
type Decided = {readonly examination: Examination; readonly events: Event[]; readonly archived: boolean};

/** Nobody can look for people in what cannot be read, so it is never archived: the ledger keeps why it could not be read, and its bytes are deleted in time. */
const noteUnreadable = async (desk: Desk, {read: {sha256, size}, received, keepName}: Arrived, {reading}: Examination): Promise<Decided> => {
  const {format} = reading;
  const why = {format, unreadable: whyUnreadable(reading) ?? undefined};
  const examination = unreadableExamination(why);
  const receipt = {sha256, size, received, kept: "finding", ...why} as const;
  return {examination, events: eventsOf(receipt, await keepName(), {engine: desk.engine, ...examination}), archived: false};
};
const takeInWhole = async (desk: Desk, bytes: Uint8Array, arrived: Arrived): Promise<Decided> => {
  const {
    read: {sha256, size},
    received,
    keepName,
    ...said
  } = arrived;
  await desk.quarantine.put(bytes);
  // No child is asked about what is no workbook by its first bytes.
  const raw = foreignExamination(bytes) ?? (await desk.examiner.examine(bytes).catch(noteUnread(desk, arrived)));
  const examination = withSaid(raw, said);
  const refused = isRefused({engine: desk.engine, ...examination});
  if (!refused && whyUnreadable(raw.reading) !== null) return noteUnreadable(desk, arrived, raw);
  if (!refused) await Promise.all([desk.archive.put(bytes), desk.readings.put(sha256, raw)]);
  const receipt = {sha256, size, format: examination.reading.format, received};
  const events = eventsOf(receipt, refused ? "" : await keepName(), {engine: desk.engine, ...examination});
  return {examination, events: [...events, ...(refused ? [] : confirmed(raw, sha256, said.repairsAccepted))], archived: !refused};
};

/**
 * Quarantine, reading and checking, archive, ledger; only what is in the ledger has happened. Refused, unread and unreadable bytes stay in quarantine.
 * @throws Unread, which is then in the ledger
 */
export const takeIn = async (desk: Desk, arrived: Arrived): Promise<TakenIn> => {
  const {
    read: {sha256, bytes},
    received,
  } = arrived;
  const taken = bytes === null ? noteUnreadable(desk, arrived, tooLargeExamination()) : takeInWhole(desk, bytes, arrived);
  const {examination, events, archived} = await taken;
  const refused = isRefused({engine: desk.engine, ...examination});
  let known = false;
  await desk.ledger.decide(sha256, (lines) => {
    const before = foldLedger(lines);
    known = isSettled(before, sha256, desk.engine);
    const name = events.find((event) => event.type === "received")?.name ?? "";
    return known ? earlierReceipt(before.submissions.get(sha256), received, name) : events;
  });
  if (archived) await desk.quarantine.remove(sha256);
  return {...examination, refused, known};
};
