import type {Checked, Reading} from "../../../../schemas/flow.ts";
import {intakeLimits} from "../../../../schemas/intake.ts";
import {type Ended, openPool} from "../../../effects/children/pool.ts";
import {Refusal} from "../../../effects/refusal.ts";

/** A file, read and checked. */
export type Examination = {readonly reading: Reading; readonly checked: Checked};
/** Reads and checks bytes in child processes with limits. @throws Unread where a limit or the death of the child kept it from reading */
export type Examiner = {readonly examine: (bytes: Uint8Array) => Promise<Examination>; readonly close: () => void};

const seconds = intakeLimits.cpuMilliseconds / 1000;
const megabytes = intakeLimits.memoryBytes / 1024 / 1024;
/** Why a file was not read, as it is said of it. */
export const unreadCauses: Readonly<Record<Ended, string>> = {
  time: `mehr als ${seconds} s Rechenzeit`,
  memory: `mehr als ${megabytes} MB Arbeitsspeicher`,
  crash: "Abbruch des Leseprogramms",
};

/** The bytes were not read; that says nothing about what is in them, so it is no verdict. */
export class Unread extends Refusal {
  readonly ended: Ended;
  constructor(ended: Ended) {
    super(`Die Datei konnte nicht gelesen werden: ${unreadCauses[ended]}. Das ist kein Urteil über die Meldung; bitte noch einmal versuchen.`);
    this.ended = ended;
  }
}

const isExamination = (value: unknown): value is Examination => typeof value === "object" && value !== null && "reading" in value && "checked" in value;

/** @param size how many files are read at the same time */
export const openExaminer = (size: number): Examiner => {
  const {cpuMilliseconds, wallMilliseconds, memoryBytes} = intakeLimits;
  const limits = {size, cpuMilliseconds, wallMilliseconds, memoryBytes, heapBytes: memoryBytes};
  const pool = openPool<Uint8Array, Examination>(new URL("./parse-child.ts", import.meta.url), limits, isExamination);
  const examine = async (bytes: Uint8Array) => {
    const result = await pool.run(bytes);
    if ("ended" in result) throw new Unread(result.ended);
    return result.done;
  };
  return {examine, close: pool.close};
};
