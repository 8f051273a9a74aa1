import {quarantineDays} from "../../../../schemas/settings.ts";
import type {Known, Refusal} from "../fold-ledger.ts";

const day = 24 * 60 * 60 * 1000;
/** When the bytes of a refused file are deleted at the latest. */
export const waitsUntil = ({recorded}: Refusal): Date => new Date(Date.parse(recorded) + quarantineDays * day);

/** Cells of a refused file of which the sender has not said that they are about no one. */
export const openCells = ({cells, answered}: Refusal): string[] => cells.filter((cell) => !answered.has(cell));

/** Refused files whose bytes are still there, the one that waits longest first. */
export const waiting = ({refusals}: Known): Refusal[] =>
  [...refusals.values()]
    .filter(({emptied}) => !emptied)
    .toSorted((a, b) => (a.recorded < b.recorded || (a.recorded === b.recorded && a.sha256 < b.sha256) ? -1 : 1));
