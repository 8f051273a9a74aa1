import type {Event, LedgerLine} from "../../schemas/events.ts";

type Received = Extract<Event, {type: "received"}>;
/** The last check of its bytes; null for the moment between receiving and checking. */
type CheckResult = Omit<Extract<Event, {type: "checked"}>, "type" | "sha256">;

type Refused = Extract<Event, {type: "refused"}>;
type Waived = Extract<Event, {type: "waived"}>;
type Explained = Extract<Event, {type: "explained"}>;

/** A submission as the ledger knows it: received at the earliest time any line names, recorded when it was first written down; `answered`: cells with hits of DS-001 that are about no one; `repairsAccepted`: the sender has confirmed how it was read; `setAside`: no build could be made with it. */
export type Submission = Omit<Received, "type"> & {
  readonly recorded: string;
  readonly checked: CheckResult | null;
  readonly answered?: ReadonlySet<string>;
  readonly repairsAccepted?: true;
  readonly setAside?: "found" | "accepted";
};
/** A file that was refused and not accepted since. `emptied`: its bytes are deleted. */
export type RefusedFile = Omit<Refused, "type"> & {readonly recorded: string; readonly emptied: boolean; readonly answered: ReadonlySet<string>};
/** A file that was never read; received at the earliest time any line names, recorded when it was first written down. `tries`: how often it was tried. */
export type UnreadFile = Omit<Extract<Event, {type: "unread"}>, "type"> & {readonly recorded: string; readonly tries: number};
/** What is known from all lines together; the order in which files came in does not show in it. */
export type Known = {
  readonly submissions: ReadonlyMap<string, Submission>;
  readonly refusals: ReadonlyMap<string, RefusedFile>;
  /** Files that came in and were not read yet. */
  readonly unread: ReadonlyMap<string, UnreadFile>;
  /** Payload hashes of imported approvals with the time they were recorded, in order. */
  readonly approvals: readonly {readonly payload: string; readonly recorded: string}[];
  /** Releases of the KfI and explanations of the bodies, in order. */
  readonly waived: readonly Waived[];
  readonly explained: readonly Explained[];
};

const received = (line: LedgerLine & Received, before: Submission | undefined): Submission => {
  const {seq: _, prev: __, hash: ___, type: ____, ...told} = line;
  const earlier = before === undefined || told.received < before.received ? {...before, ...told} : before;
  const {kept: _kept, unreadable: _unreadable, ...rest} = earlier;
  // Whether the bytes are archived is what the last line says: a later engine may read what an earlier one could not.
  const {kept, unreadable} = told;
  return {
    ...rest,
    format: told.format,
    ...(kept && {kept}),
    ...(unreadable && {unreadable}),
    recorded: before?.recorded ?? told.recorded,
    checked: before?.checked ?? null,
  };
};

/** The same bytes sent again wait since they first came, unless they had been deleted. */
const refused = (line: LedgerLine & Refused, before: RefusedFile | undefined): RefusedFile => {
  const {seq: _, prev: __, hash: ___, type: ____, ...told} = line;
  const received = before !== undefined && before.received < told.received ? before.received : told.received;
  return {
    ...told,
    received,
    recorded: before === undefined || before.emptied ? told.recorded : before.recorded,
    emptied: false,
    answered: before?.answered ?? new Set(),
  };
};

const earlier = (...instants: string[]): string => instants.sort()[0] ?? "";
const notRead = (
  {seq: _, prev: __, hash: ___, type: ____, ...noted}: LedgerLine & Extract<Event, {type: "unread"}>,
  before: UnreadFile | undefined,
): UnreadFile =>
  before === undefined
    ? {...noted, tries: 1}
    : {...noted, received: earlier(before.received, noted.received), recorded: before.recorded, tries: before.tries + 1};

/** Folds the lines of the ledger into what is known. */
export const foldLedger = (lines: readonly LedgerLine[]): Known => {
  const submissions = new Map<string, Submission>();
  const refusals = new Map<string, RefusedFile>();
  const unread = new Map<string, UnreadFile>();
  const approvals: {payload: string; recorded: string}[] = [];
  const waived: Waived[] = [];
  const explained: Explained[] = [];
  for (const line of lines) {
    if (line.type === "received") {
      const answered = refusals.get(line.sha256)?.answered;
      submissions.set(line.sha256, {...received(line, submissions.get(line.sha256)), ...(answered && {answered})});
      refusals.delete(line.sha256);
    }
    if (line.type === "unread" && submissions.get(line.sha256)?.checked == null) unread.set(line.sha256, notRead(line, unread.get(line.sha256)));
    if (line.type === "received" || line.type === "refused" || line.type === "quarantine-emptied") unread.delete(line.sha256);
    if (line.type === "checked") {
      const {seq: _, prev: __, hash: ___, recorded: ____, type: _____, sha256, ...checked} = line;
      const known = submissions.get(sha256);
      if (known !== undefined) submissions.set(sha256, {...known, checked});
    }
    if (line.type === "refused") {
      refusals.set(line.sha256, refused(line, refusals.get(line.sha256)));
      if (submissions.get(line.sha256)?.kept !== undefined) submissions.delete(line.sha256);
    }
    if (line.type === "not-personal") {
      const [refusal, submission] = [refusals.get(line.sha256), submissions.get(line.sha256)];
      if (refusal !== undefined) refusals.set(line.sha256, {...refusal, answered: refusal.answered.union(new Set(line.cells))});
      if (submission !== undefined) submissions.set(line.sha256, {...submission, answered: (submission.answered ?? new Set()).union(new Set(line.cells))});
    }
    if (line.type === "repairs-accepted") {
      const submission = submissions.get(line.sha256);
      if (submission !== undefined) submissions.set(line.sha256, {...submission, repairsAccepted: true});
    }
    if (line.type === "set-aside") {
      const {setAside: _, ...submission} = submissions.get(line.sha256) ?? {};
      if ("sha256" in submission) submissions.set(line.sha256, line.state === "lifted" ? submission : {...submission, setAside: line.state});
    }
    if (line.type === "quarantine-emptied") {
      const refusal = refusals.get(line.sha256);
      if (refusal !== undefined) refusals.set(line.sha256, {...refusal, emptied: true});
    }
    if (line.type === "approvals") approvals.push({payload: line.payload, recorded: line.recorded});
    if (line.type === "waived") waived.push(line);
    if (line.type === "explained") explained.push(line);
  }
  return {submissions, refusals, unread, approvals, waived, explained};
};
