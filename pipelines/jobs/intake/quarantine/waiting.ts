import {quarantineDays} from "../../../../schemas/settings.ts";
import type {Known, RefusedFile} from "../../../ledger/fold.ts";

const day = 24 * 60 * 60 * 1000;
/** When the bytes of a refused file are deleted at the latest. */
export const waitsUntil = ({recorded}: RefusedFile): Date => new Date(Date.parse(recorded) + quarantineDays * day);

/** Cells of a refused file of which the sender has not said that they are about no one. */
export const openCells = ({cells, answered}: RefusedFile): string[] => cells.filter((cell) => !answered.has(cell));

/** How many files lie in quarantine of which the ledger says nothing yet: an intake is at work on them, or was ended. */
export const underway = (stored: readonly string[], {refusals, unread}: Known): number =>
  stored.filter((sha256) => !refusals.has(sha256) && !unread.has(sha256)).length;

/** Refused files whose bytes are still there, the one that waits longest first. */
export const waiting = ({refusals}: Known): RefusedFile[] =>
  [...refusals.values()]
    .filter(({emptied}) => !emptied)
    .toSorted((a, b) => (a.recorded < b.recorded || (a.recorded === b.recorded && a.sha256 < b.sha256) ? -1 : 1));
