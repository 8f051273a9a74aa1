import {basename, resolve, sep} from "node:path";
import type {Checked, Reading} from "../../../schemas/flow.ts";
import {sha256Of} from "../../effects/store.ts";
import {isReturnFile, receivedAt, sidecarOf} from "../../receive/drop.ts";
import {eventsOf} from "../../receive/screen.ts";
import {type Desk, examineArchived} from "./desk.ts";
import {foldLedger, type Known, type RefusedFile, type Submission, type UnreadFile} from "../../ledger/fold.ts";
import {emptyQuarantine} from "./quarantine/empty-quarantine.ts";
import {releaseAnswered} from "./quarantine/release-answered.ts";
import {retryUnread, unlessUnread, wasNeverRead} from "./quarantine/unread.ts";
import {openCells} from "./quarantine/waiting.ts";
import {confirmed, takeIn} from "./take-in.ts";

/** What became of one file. `known`: these bytes had come before; `refused`: personal data, not archived; `unread`: not read, no verdict, tried again. */
export type Ingested = {
  readonly path: string;
  readonly sha256: string;
  readonly outcome: Checked["verdict"] | "known" | "refused" | "unread";
  readonly received: string;
  readonly body: string | null;
  readonly halfYear: Reading["halfYear"];
  readonly findings: Checked["findings"];
};
/** `missing`: paths that do not exist; `unclear`: files left where they are because their sidecar names no time. */
export type IngestSummary = {
  readonly files: readonly Ingested[];
  readonly missing: readonly string[];
  readonly unclear: readonly string[];
  /** Hashes of refused files that were taken in because their sender had answered, and of those deleted because nobody had. */
  readonly released: readonly string[];
  /** Files that came in, now or before, and are still not read. */
  readonly unread: readonly UnreadFile[];
  readonly emptied: readonly string[];
};
/** `acceptRepairs`: the sender confirms how these files are read where they differ from the template. */
export type IngestOptions = {readonly received?: string; readonly acceptRepairs?: boolean; readonly progress?: (done: number, of: number) => void};

const decoder = new TextDecoder();
const textOf = async ({files}: Desk, path: string) => {
  const bytes = await files.read(path);
  return bytes && decoder.decode(bytes);
};

/** A file leaves the inbox once everything about it is on disk; files elsewhere are not ours to take away. */
const takeAway = async ({files, folder}: Desk, path: string) => {
  if (!resolve(path).startsWith(`${folder.inbox}${sep}`)) return;
  await files.remove(path);
  await files.remove(sidecarOf(path));
};

/** The file's name, kept where it can be erased; its own hash in it makes the payload's hash tell nothing about the name. */
const keepName = ({payload}: Desk, sha256: string, path: string) => payload.put(new TextEncoder().encode(JSON.stringify({file: sha256, name: basename(path)})));

type Arrival = {readonly path: string; readonly bytes: Uint8Array; readonly sha256: string; readonly received: string; readonly repairsAccepted?: true};

/** A confirmation that comes after the file: what was rejected only for it counts from now on. */
const confirmLater = async (desk: Desk, {path, sha256, received}: Arrival, before: Submission): Promise<Ingested | null> => {
  const events = confirmed(await examineArchived(desk, sha256), sha256, true);
  if (events.length === 0) return null;
  const {reading, checked} = await examineArchived(desk, sha256, {...before, repairsAccepted: true});
  const told = eventsOf(before, before.name, {engine: desk.engine, reading, checked}).filter(({type}) => type === "checked");
  await desk.ledger.append([...events, ...told]);
  const {body, halfYear} = reading;
  return {path, sha256, outcome: checked.verdict, received, body, halfYear, findings: checked.findings};
};
const noteAgain = async (desk: Desk, arrival: Arrival, known: Known): Promise<Ingested> => {
  const {path, bytes, sha256, received, repairsAccepted} = arrival;
  const before = known.submissions.get(sha256);
  if (before !== undefined && received < before.received) {
    const {size, format} = before;
    await desk.ledger.append([{type: "received", sha256, size, format, received, name: await keepName(desk, sha256, path)}]);
  }
  const refusal = known.refusals.get(sha256);
  if (refusal !== undefined) await desk.quarantine.put(bytes);
  const later = repairsAccepted === true && before !== undefined && before.repairsAccepted !== true ? await confirmLater(desk, arrival, before) : null;
  if (later !== null) return later;
  const {body, halfYear} = before?.checked ?? refusal ?? {body: null, halfYear: null};
  return {path, sha256, outcome: "known", received, body, halfYear, findings: []};
};

/** Bytes that had been refused and then answered, or deleted, are taken in like new ones; they came when they first came. */
const noteNew = async (
  desk: Desk,
  {path, bytes, sha256, received: now, repairsAccepted}: Arrival,
  {refusals, unread, submissions}: Known,
): Promise<Ingested> => {
  const refusal = refusals.get(sha256);
  const before = (refusal ?? unread.get(sha256) ?? submissions.get(sha256))?.received;
  const received = before !== undefined && before < now ? before : now;
  const arrived = {
    bytes,
    sha256,
    received,
    answered: refusal?.answered ?? new Set<string>(),
    keepName: () => keepName(desk, sha256, path),
    ...(repairsAccepted && {repairsAccepted}),
  };
  const taken = await unlessUnread(() => takeIn(desk, arrived));
  if (taken === null) return {path, sha256, outcome: "unread", received, body: null, halfYear: null, findings: []};
  const {reading, checked, refused} = taken;
  const {body, halfYear} = reading;
  return {path, sha256, outcome: refused ? "refused" : checked.verdict, received, body, halfYear, findings: checked.findings};
};

const isWaiting = (refusal: RefusedFile) => !refusal.emptied && openCells(refusal).length > 0;
const isSettled = ({submissions, refusals}: Known, sha256: string, engine: string) => {
  const [refusal, submission] = [refusals.get(sha256), submissions.get(sha256)];
  return (submission?.checked != null && !wasNeverRead(submission, engine)) || (refusal !== undefined && isWaiting(refusal));
};

/** Null if another process took the file meanwhile, `unclear` if its sidecar names no time. */
const arrivalOf = async (
  desk: Desk,
  path: string,
  {received: told = null, acceptRepairs = false}: Pick<IngestOptions, "acceptRepairs"> & {readonly received?: string | null},
): Promise<Arrival | null | "unclear"> => {
  const bytes = await desk.files.read(path);
  const sidecar = await textOf(desk, sidecarOf(path));
  try {
    return (
      bytes && {path, bytes, sha256: sha256Of(bytes), received: receivedAt(told, sidecar, desk.clock.now()), ...(acceptRepairs && {repairsAccepted: true})}
    );
  } catch {
    return "unclear";
  }
};

type Underway = Map<string, Promise<Ingested>>;
const ingestOne = async (desk: Desk, arrival: Arrival, known: Known, underway: Underway): Promise<Ingested> => {
  const {path, sha256} = arrival;
  const twin = underway.get(sha256);
  const work =
    twin === undefined
      ? isSettled(known, sha256, desk.engine)
        ? noteAgain(desk, arrival, known)
        : noteNew(desk, arrival, known)
      : twin.then(async () => noteAgain(desk, arrival, foldLedger(await desk.ledger.read())));
  underway.set(sha256, work);
  const ingested = await work;
  await takeAway(desk, path);
  return ingested;
};

const returnsIn = async ({files}: Desk, paths: readonly string[]) => {
  const found = await Promise.all(paths.map(async (path) => ({path, files: await files.list(path)})));
  return {
    missing: found.filter((each) => each.files === null).map(({path}) => path),
    returns: [...new Set(found.flatMap((each) => each.files ?? []))].filter((path) => isReturnFile(basename(path))),
  };
};

/** Files underway at the same time: enough to keep the parsers busy while others wait for the disk. */
const width = 6;

/** Takes in files and folders (without any: the inbox). Killed anywhere, the next run ends in the same state; the same bytes twice change nothing. */
export const ingest = async (desk: Desk, paths: readonly string[], {progress = () => undefined, ...told}: IngestOptions = {}): Promise<IngestSummary> => {
  const [released, emptied] = [await releaseAnswered(desk), await emptyQuarantine(desk)];
  const retried = await retryUnread(desk);
  const {missing, returns} = await returnsIn(desk, paths.length > 0 ? paths : [desk.folder.inbox]);
  const known = foldLedger(await desk.ledger.read());
  const underway: Underway = new Map();
  const files: Ingested[] = [];
  const unclear: string[] = [];
  let next = 0;
  let done = 0;
  const lane = async () => {
    while (next < returns.length) {
      const path = returns[next++]!;
      const arrival = await arrivalOf(desk, path, told);
      if (arrival === "unclear") unclear.push(path);
      else if (arrival !== null) files.push(await ingestOne(desk, arrival, known, underway));
      progress(++done, returns.length);
    }
  };
  await Promise.all(Array.from({length: width}, lane));
  const order = new Map(returns.map((path, i) => [path, i]));
  return {
    files: [...retried, ...files.toSorted((a, b) => order.get(a.path)! - order.get(b.path)!)],
    unread: [...foldLedger(await desk.ledger.read()).unread.values()],
    missing: paths.length > 0 ? missing : [],
    unclear: unclear.sort(),
    released,
    emptied,
  };
};
