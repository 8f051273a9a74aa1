import {intakeLimits} from "../../../../schemas/intake.ts";
import type {Checked, Reading} from "../../../../schemas/flow.ts";
import {checkReading} from "../../../check/check-reading.ts";
import {openPool, type Parsed} from "../../../effects/parse-pool.ts";
import {unreadable} from "../../../read/unreadable.ts";

/** A file, read and checked. */
export type Examination = {readonly reading: Reading; readonly checked: Checked};
/** Reads and checks bytes in child processes with limits; never fails for what is in a file. */
export type Examiner = {readonly examine: (bytes: Uint8Array) => Promise<Examination>; readonly close: () => void};

const reasons = {
  time: `so aufgebaut, dass das Lesen nach ${intakeLimits.milliseconds / 1000} Sekunden abgebrochen wurde,`,
  memory: "so aufgebaut, dass das Lesen wegen zu hohen Speicherbedarfs abgebrochen wurde,",
  crash: "beschädigt",
} as const;

const understood = (result: Parsed<Examination>): Examination => {
  if ("done" in result) return result.done;
  const reading = unreadable("unknown", reasons[result.ended]);
  return {reading, checked: checkReading(reading)};
};

/** @param size how many files are read at the same time */
export const openExaminer = (size: number): Examiner => {
  const {milliseconds, memoryBytes} = intakeLimits;
  const pool = openPool<Examination>(new URL("./parse-child.ts", import.meta.url), {size, milliseconds, memoryBytes});
  return {examine: async (bytes) => understood(await pool.run(bytes)), close: pool.close};
};
