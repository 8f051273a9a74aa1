import type {LoadedSubmission} from "../../../load/load-submission.ts";

/** Of two returns the one received earlier comes first (ties: hash): the order in which files are taken in cannot show. */
export const isEarlier = (a: Pick<LoadedSubmission, "received" | "sha256">, b: Pick<LoadedSubmission, "received" | "sha256">): boolean =>
  a.received < b.received || (a.received === b.received && a.sha256 < b.sha256);
