import type {Event} from "../../../schemas/events.ts";
import {eventsOf, isRefused} from "../../receive/screen.ts";
import {type Desk, withSaid} from "./desk.ts";
import {type Examination, Unread} from "./examine/examiner.ts";

/** Bytes with the time they came in, the cells their sender says are about no one, whether the sender confirms how they are read, and how to keep the name of their file. */
export type Arrived = {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly received: string;
  readonly answered: ReadonlySet<string>;
  readonly repairsAccepted?: true;
  readonly keepName: () => Promise<string>;
};
export type TakenIn = Examination & {readonly refused: boolean};

/** The confirmation of what there is to confirm. */
export const confirmed = ({checked}: Examination, sha256: string, accepted: true | undefined): Event[] =>
  accepted === true && checked.findings.some(({rule}) => rule === "STR-012") ? [{type: "repairs-accepted", sha256}] : [];

/** What was not read is noted; that is no verdict, so nothing else happens to it. */
const noteUnread =
  (desk: Desk, {bytes, sha256, received, keepName}: Arrived) =>
  async (error: unknown): Promise<never> => {
    if (error instanceof Unread) await desk.ledger.append([{type: "unread", sha256, size: bytes.length, received, cause: error.ended, name: await keepName()}]);
    throw error;
  };

/**
 * Quarantine, reading and checking, archive, ledger; only what is in the ledger has happened. Refused and unread bytes stay in quarantine.
 * @throws Unread, which is then in the ledger
 */
export const takeIn = async (desk: Desk, arrived: Arrived): Promise<TakenIn> => {
  const {bytes, sha256, received, keepName, ...said} = arrived;
  await desk.quarantine.put(bytes);
  const examination = await desk.examiner.examine(bytes).catch(noteUnread(desk, arrived));
  const {reading, checked} = withSaid(examination, said);
  const refused = isRefused({engine: desk.engine, reading, checked});
  if (!refused) await Promise.all([desk.archive.put(bytes), desk.readings.put(sha256, examination)]);
  const name = refused ? "" : await keepName();
  const events = eventsOf({sha256, size: bytes.length, format: reading.format, received}, name, {engine: desk.engine, reading, checked});
  await desk.ledger.append([...events, ...(refused ? [] : confirmed(examination, sha256, said.repairsAccepted))]);
  if (!refused) await desk.quarantine.remove(sha256);
  return {reading, checked, refused};
};
