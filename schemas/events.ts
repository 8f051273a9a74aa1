import type {Verdict} from "./flow.ts";
import type {HalfYear} from "./half-year.ts";

/** Why bytes were not read. */
export type UnreadCause = "time" | "memory" | "crash";

/** A decision about findings of a rule in a body's return for a half-year; `decided` is an ISO instant, the text lies in the payload store. */
type Said = {readonly body: string; readonly halfYear: HalfYear; readonly rule: string; readonly text: string; readonly decided: string};

/** What happens to a submission or is decided about one. Ids, hashes, codes, times and fixed words of ours only: free text and file names lie in the payload store under the hash named here. */
export type Event =
  /**
   * Bytes came in. The same bytes may be noted again if it turns out that they had come earlier. `kept`: the bytes are not archived. `finding`: they are no workbook that
   * can be read, so nobody could look for people in them; `unreadable` says why, in the reader's own fixed words and never in those of the file. `head`: the same of a
   * file that is too large, as it was written down before.
   */
  | {
      readonly type: "received";
      readonly sha256: string;
      readonly size: number;
      readonly format: string;
      readonly received: string;
      readonly name: string;
      readonly kept?: "head" | "finding";
      readonly unreadable?: {readonly found: string; readonly expected: string};
    }
  /** Read and checked by the engine of that hash (schemas, reader, rules). */
  | {
      readonly type: "checked";
      readonly sha256: string;
      readonly engine: string;
      readonly verdict: Verdict;
      readonly body: string | null;
      readonly halfYear: HalfYear | null;
      readonly counts: {readonly error: number; readonly warning: number; readonly note: number};
    }
  /** Contains personal data: the bytes stay in quarantine and are never archived. `cells` are table and address, never content. */
  | {
      readonly type: "refused";
      readonly sha256: string;
      readonly size: number;
      readonly format: string;
      readonly received: string;
      readonly body: string | null;
      readonly halfYear: HalfYear | null;
      readonly rule: string;
      readonly cells: readonly string[];
    }
  /** Not read: the child that reads took too long, too much memory, or died. No verdict; the bytes stay in quarantine and are tried again. */
  | {
      readonly type: "unread";
      readonly sha256: string;
      readonly size: number;
      readonly received: string;
      readonly cause: UnreadCause;
      readonly name: string;
    }
  /** The sender says of cells of a refused file, named as in `refused`, that they are about no one. */
  | {readonly type: "not-personal"; readonly sha256: string; readonly cells: readonly string[]}
  /** The sender confirms how a file was read where it differs from the template (STR-012); from then on it is judged as if that had come with it. */
  | {readonly type: "repairs-accepted"; readonly sha256: string}
  /** The bytes of a refused or unread file are deleted; only what was noted of it remains. */
  | {readonly type: "quarantine-emptied"; readonly sha256: string}
  /**
   * Without this return a build could be made and with it it could not (`found`; `text` is the payload with what the build said): neither it nor what came before
   * it for the same body and half-year counts. `accepted`: somebody has seen that, the rest may be published; `lifted`: it is tried again.
   */
  | {readonly type: "set-aside"; readonly sha256: string; readonly state: "found" | "accepted" | "lifted"; readonly text?: string}
  /** Approved posts and euros were imported; `payload` holds the rows. */
  | {readonly type: "approvals"; readonly payload: string; readonly rows: number}
  /** From here on products are made under the disclosure policy of that hash and version. */
  | {readonly type: "policy"; readonly policy: string; readonly version: number}
  /** The KfI releases an error of a releasable rule, for a row or (key null) wherever it occurs; `withdrawn` takes that back. `text` is the payload with the reason. */
  | ({readonly type: "waived"; readonly key: string | null; readonly withdrawn?: true} & Said)
  /** A body explains a finding: by rule and, where given, field and row key, so that it outlives addresses. `text` is the payload with the explanation. */
  | ({readonly type: "explained"; readonly field: string | null; readonly row: string | null} & Said);

/** A line of the ledger: an event with its place in the chain. `hash` is the SHA-256 of the line without it; `prev` the hash of the line before. */
export type LedgerLine = Event & {readonly seq: number; readonly prev: string; readonly hash: string; readonly recorded: string};
/** Place and hash of the last line, also kept outside the ledger so that a cut end shows. */
export type LedgerHead = {readonly seq: number; readonly hash: string};

/** Approved for a body and Baustein from a day on: VZÄ in hundredths, euros of a calendar year in cents, both as decimal text of integers. */
export type ApprovalRow = {readonly body: string; readonly from: string; readonly baustein: "B1" | "B2" | "B3"; readonly vzae: string; readonly euro: string};
