import {checkReading} from "../../check/check-reading.ts";
import {unreadable} from "../../read/unreadable.ts";
import {acceptRepairs} from "../../check/repairs/accept-repairs.ts";
import {settled} from "../../check/privacy/settled.ts";
import {type Clock, systemClock} from "../../effects/clock.ts";
import {type DataFolder, dataFolder} from "../../effects/data-folder.ts";
import {diskFiles, type Files} from "../../effects/files.ts";
import {type Ledger, openLedger} from "../../ledger/ledger.ts";
import {type Log, silentLog} from "../../effects/log.ts";
import {type Store, store} from "../../effects/store.ts";
import type {LoadedSubmission} from "../../load/load-submission.ts";
import {foreignReading, tooLarge} from "../../read/unreadable.ts";
import {engineHash} from "./examine/engine.ts";
import {type Examination, type Examiner, openExaminer, Unread, unreadCauses} from "./examine/examiner.ts";
import {type ReadingCache, readingCache} from "./examine/reading-cache.ts";
import type {Submission} from "../../ledger/fold.ts";

/** Everything intake works with: a data folder, its stores and ledger, the clock, and the children that read. */
export type Desk = {
  readonly folder: DataFolder;
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  readonly ledger: Ledger;
  readonly archive: Store;
  readonly quarantine: Store;
  readonly payload: Store;
  readonly engine: string;
  readonly readings: ReadingCache;
  readonly examiner: Examiner;
};
export type DeskOptions = {readonly clock?: Clock; readonly log?: Log; readonly examiner?: Examiner; readonly parsers?: number};

/** Opens the desk of a data folder. Close its examiner when done. */
export const openDesk = async (
  path: string,
  {clock = systemClock, log = silentLog, parsers = 2, examiner = openExaminer(parsers)}: DeskOptions = {},
): Promise<Desk> => {
  const folder = dataFolder(path);
  const files = diskFiles;
  const engine = await engineHash(files);
  return {
    folder,
    files,
    clock,
    log,
    engine,
    examiner,
    ledger: openLedger(folder, clock, log),
    archive: store(folder.archive, files),
    quarantine: store(folder.quarantine, files),
    payload: store(folder.payload, files),
    readings: readingCache(folder.readings, engine, files),
  };
};

/** What there is to say of a file that is larger than any return. */
export const tooLargeExamination = (): Examination => {
  const reading = tooLarge();
  return {reading, checked: checkReading(reading)};
};

/** The same of one whose first bytes say that it is no workbook: no child is asked. Null for all others. */
export const foreignExamination = (bytes: Uint8Array): Examination | null => {
  const reading = foreignReading(bytes);
  return reading && {reading, checked: checkReading(reading)};
};

/** What the ledger alone says of a file that could not be read: no byte of it is needed. */
export const unreadableExamination = ({format, unreadable: why}: Pick<Submission, "format" | "unreadable">): Examination => {
  if (why === undefined) return tooLargeExamination();
  const reading = unreadable(format, why.found, why.expected);
  return {reading, checked: checkReading(reading)};
};

/** What its sender has said of a submission since, and whether its bytes are there at all. */
export type Said = Partial<Pick<Submission, "answered" | "repairsAccepted" | "kept" | "unreadable" | "format">>;
/** What the file alone says, with the hits that were answered settled and the repairs that were confirmed told as notes. */
export const withSaid = ({reading, checked}: Examination, {answered = new Set(), repairsAccepted}: Said): Examination => {
  const own = settled(reading, checked, answered);
  return {reading, checked: repairsAccepted === true ? acceptRepairs(own) : own};
};
/** Reading and findings of archived bytes: kept ones, or made again; the bytes are proved either way. @throws Refusal if they are missing or were changed */
export const examineArchived = async (
  {archive, readings, examiner}: Pick<Desk, "archive" | "readings" | "examiner">,
  sha256: string,
  said: Said = {},
): Promise<Examination> => {
  if (said.kept !== undefined) return withSaid(unreadableExamination({format: "unknown", ...said}), said);
  const kept = (await archive.check(sha256)) === "sound" ? await readings.get(sha256) : null;
  if (kept !== null) return withSaid(kept, said);
  const examination = await examiner.examine(await archive.require(sha256));
  await readings.put(sha256, examination);
  return withSaid(examination, said);
};
/** Before there was the event `unread`, files that no child could read were archived. One of them stays what it was and stops nobody else; a return that was read once must be read again. */
const orNeverRead =
  ({format}: Pick<Submission, "format">) =>
  (error: unknown): Examination => {
    if (!(error instanceof Unread) || format !== "unknown") throw error;
    const reading = unreadable(format, `nicht gelesen worden (${unreadCauses[error.ended]})`);
    return {reading, checked: checkReading(reading)};
  };
/** A submission of the ledger with what its archived bytes say. @throws Refusal if they are missing or were changed */
export const loadArchived = async (
  desk: Pick<Desk, "archive" | "readings" | "examiner">,
  {sha256, received, ...said}: Submission,
): Promise<LoadedSubmission> => ({sha256, received, ...(await examineArchived(desk, sha256, said).catch(orNeverRead(said)))});
