import {settled} from "../../check/privacy/settled.ts";
import {eventsOf, isRefused} from "../../receive/screen.ts";
import type {Desk} from "./desk.ts";
import type {Examination} from "./examine/examiner.ts";

/** Bytes with the time they came in, the cells their sender says are about no one, and how to keep the name of their file. */
export type Arrived = {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly received: string;
  readonly answered: ReadonlySet<string>;
  readonly keepName: () => Promise<string>;
};
export type TakenIn = Examination & {readonly refused: boolean};

/** Quarantine, reading and checking, archive, ledger; only what is in the ledger has happened. Refused bytes stay in quarantine. */
export const takeIn = async (desk: Desk, {bytes, sha256, received, answered, keepName}: Arrived): Promise<TakenIn> => {
  await desk.quarantine.put(bytes);
  const examination = await desk.examiner.examine(bytes);
  const {reading} = examination;
  const checked = settled(reading, examination.checked, answered);
  const refused = isRefused({engine: desk.engine, reading, checked});
  if (!refused) await Promise.all([desk.archive.put(bytes), desk.readings.put(sha256, examination)]);
  const name = refused ? "" : await keepName();
  await desk.ledger.append(eventsOf({sha256, size: bytes.length, format: reading.format, received}, name, {engine: desk.engine, reading, checked}));
  if (!refused) await desk.quarantine.remove(sha256);
  return {reading, checked, refused};
};
