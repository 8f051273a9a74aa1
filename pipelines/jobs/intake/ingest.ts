import {noPatience, type Patience} from "../../../schemas/inbox.ts";
import {instantOf} from "../../../schemas/calendar/instant.ts";
import {intakeLimits} from "../../../schemas/intake.ts";
import type {Checked, Reading} from "../../../schemas/flow.ts";
import {pause} from "../../effects/clock.ts";
import {type FileRead, lookAt, readUnchanged, sameLook} from "../../effects/entries.ts";
import {type Candidate, type Claimed, type Claims, openClaims, type Receiving, type Sidecar} from "../../intake/claim.ts";
import {type Left, type Survey, surveyFile, surveyFolder} from "../../intake/inbox.ts";
import {type Places, placesOf} from "../../intake/places.ts";
import {earlierReceipt, keepName, type LateSidecar, placeLateSidecar, statedIn} from "../../intake/receipts.ts";
import {eventsOf} from "../../intake/screen.ts";
import {orTrouble, type Trouble} from "../../intake/trouble.ts";
import {openWatch, type Waiting, type Watch} from "../../intake/watch.ts";
import {foldLedger, type Known, type Submission, type UnreadFile} from "../../ledger/fold.ts";
import {type Desk, examineArchived} from "./desk.ts";
import {emptyQuarantine} from "./quarantine/empty-quarantine.ts";
import {releaseAnswered} from "./quarantine/release-answered.ts";
import {retryUnread, unlessUnread} from "./quarantine/unread.ts";
import {confirmed, isSettled, takeIn} from "./take-in.ts";

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
/** Every file that was looked at stands in one of the lists. */
export type IngestSummary = {
  readonly files: readonly Ingested[];
  /** Paths that do not exist. */
  readonly missing: readonly string[];
  /** What is no return and stays where it is. */
  readonly left: readonly Left[];
  /** What is not complete yet. */
  readonly waiting: readonly Waiting[];
  /** What could not be read, moved or removed. */
  readonly troubles: readonly Trouble[];
  /** Files left where they are because their sidecar names no time, with what is wrong with it (German). */
  readonly unclear: readonly Trouble[];
  /** Sidecars that name no file, and what was done about them. */
  readonly sidecars: readonly LateSidecar[];
  /** What the caller must know about times, German. */
  readonly notes: readonly string[];
  /** Hashes of refused files that were taken in because their sender had answered, and of those deleted because nobody had. */
  readonly released: readonly string[];
  /** Files that came in, now or before, and are still not read. */
  readonly unread: readonly UnreadFile[];
  readonly emptied: readonly string[];
};
/** `acceptRepairs`: the sender confirms how these files are read where they differ from the template. `patience`: how files are watched before they are taken; without it the caller vouches that they are complete. */
export type IngestOptions = {
  readonly received?: string;
  readonly acceptRepairs?: boolean;
  readonly patience?: Patience;
  readonly progress?: (done: number, of: number) => void;
};

type Arrival = {readonly path: string; readonly read: FileRead; readonly received: string; readonly repairsAccepted?: true};
const nameOf = ({payload}: Desk, {path, read: {sha256}}: Arrival) => keepName(payload, sha256, path);

/** A confirmation that comes after the file: what was rejected only for it counts from now on. */
const confirmLater = async (desk: Desk, {path, read: {sha256}, received}: Arrival, before: Submission): Promise<Ingested | null> => {
  const events = confirmed(await examineArchived(desk, sha256, before), sha256, true);
  if (events.length === 0) return null;
  const {reading, checked} = await examineArchived(desk, sha256, {...before, repairsAccepted: true});
  const again = eventsOf(before, before.name, {engine: desk.engine, reading, checked}).filter(({type}) => type === "checked");
  await desk.ledger.decide(sha256, (lines) => (foldLedger(lines).submissions.get(sha256)?.repairsAccepted === true ? [] : [...events, ...again]));
  const {body, halfYear} = reading;
  return {path, sha256, outcome: checked.verdict, received, body, halfYear, findings: checked.findings};
};
const noteAgain = async (desk: Desk, arrival: Arrival, known: Known): Promise<Ingested> => {
  const {
    path,
    read: {sha256, bytes},
    received,
    repairsAccepted,
  } = arrival;
  const before = known.submissions.get(sha256);
  if (before !== undefined && received < before.received) {
    const name = await nameOf(desk, arrival);
    await desk.ledger.decide(sha256, (lines) => earlierReceipt(foldLedger(lines).submissions.get(sha256), received, name));
  }
  const refusal = known.refusals.get(sha256);
  if (refusal !== undefined && bytes !== null) await desk.quarantine.put(bytes);
  const later = repairsAccepted === true && before !== undefined && before.repairsAccepted !== true ? await confirmLater(desk, arrival, before) : null;
  if (later !== null) return later;
  const {body, halfYear} = before?.checked ?? refusal ?? {body: null, halfYear: null};
  return {path, sha256, outcome: "known", received, body, halfYear, findings: []};
};

/** Bytes that had been refused and then answered, or deleted, are taken in like new ones; they came when they first came. */
const noteNew = async (desk: Desk, arrival: Arrival, {refusals, unread, submissions}: Known): Promise<Ingested> => {
  const {path, read, received: now, repairsAccepted} = arrival;
  const refusal = refusals.get(read.sha256);
  const before = (refusal ?? unread.get(read.sha256) ?? submissions.get(read.sha256))?.received;
  const received = before !== undefined && before < now ? before : now;
  const answered = refusal?.answered ?? new Set<string>();
  const arrived = {read, received, answered, keepName: () => nameOf(desk, arrival), ...(repairsAccepted && {repairsAccepted})};
  const taken = await unlessUnread(() => takeIn(desk, arrived));
  if (taken === null) return {path, sha256: read.sha256, outcome: "unread", received, body: null, halfYear: null, findings: []};
  const {body, halfYear} = taken.reading;
  const ended = taken.refused ? "refused" : taken.checked.verdict;
  return {path, sha256: read.sha256, outcome: taken.known ? "known" : ended, received, body, halfYear, findings: taken.known ? [] : taken.checked.findings};
};

type Underway = Map<string, Promise<Ingested>>;
/** The same bytes a second time in one run wait for the first. */
const note = (desk: Desk, arrival: Arrival, known: Known, underway: Underway): Promise<Ingested> => {
  const {sha256} = arrival.read;
  const first = () => (isSettled(known, sha256, desk.engine) ? noteAgain(desk, arrival, known) : noteNew(desk, arrival, known));
  const twin = underway.get(sha256);
  const work = twin === undefined ? first() : twin.then(async () => noteAgain(desk, arrival, foldLedger(await desk.ledger.read())));
  underway.set(sha256, work);
  return work;
};

/** What one run works with. */
type Run = {
  readonly desk: Desk;
  readonly claims: Claims;
  readonly watch: Watch;
  readonly receiving: Receiving;
  readonly known: Known;
  readonly underway: Underway;
};
type Taken =
  | {readonly state: "noted"; readonly ingested: Ingested; readonly note: string | null; readonly waiting?: Waiting; readonly trouble?: Trouble}
  | {readonly state: "waiting"; readonly waiting: Waiting}
  | {readonly state: "left"; readonly left: Left}
  | {readonly state: "unclear"; readonly unclear: Trouble}
  | {readonly state: "trouble"; readonly trouble: Trouble};

const gone = ({path}: Candidate): Taken => ({
  state: "left",
  left: {path, reason: "war beim zweiten Blick nicht mehr da: von einem anderen Vorgang angenommen, umbenannt oder entfernt"},
});

type Time = {readonly at: string; readonly note: string | null; readonly because?: never} | {readonly because: string};
/** When a file came: as its caller states, else by its sidecar, else when it was found. */
const timeOf = async ({at, stated}: Receiving, sidecar: string | null): Promise<Time> => {
  if (stated || sidecar === null) return {at, note: null};
  const found = await statedIn(sidecar);
  return found.state === "unclear" ? {because: found.because} : {at: found.at, note: found.note};
};

/** The file is noted, so from here on nothing that goes wrong makes it new again. */
const removed = async ({claims, watch}: Run, candidate: Candidate, claimed: Claimed): Promise<{waiting?: Waiting; trouble?: Trouble}> => {
  const ended = await orTrouble(candidate.path, async () => ({state: await claims.remove(candidate, claimed, candidate.look)}));
  if (ended.state === "trouble") return {trouble: ended.trouble};
  return ended.state === "changed" ? {waiting: watch.putOff(candidate, candidate.look)} : {};
};

/** A claimed file (or one elsewhere that is only read): read, noted, removed. Whatever goes wrong, it is not lost. */
const takeClaimed = async (run: Run, candidate: Candidate, claimed: Claimed | null): Promise<Taken> => {
  const {desk, claims, watch, receiving, known, underway} = run;
  const {path, look} = candidate;
  const restore = () => (claimed === null ? Promise.resolve() : claims.giveBack(candidate, claimed).then(() => undefined));
  try {
    const from = claimed?.receiving ?? receiving;
    const time = await timeOf(from, claimed === null ? (candidate.sidecar?.path ?? null) : claimed.sidecar);
    if (time.because !== undefined) return await restore().then(() => ({state: "unclear", unclear: {path, sentence: time.because}}));
    const read = await readUnchanged(claimed?.path ?? path, look, intakeLimits.bytes);
    if (read === null) return await restore().then(() => ({state: "waiting", waiting: watch.putOff(candidate, look)}));
    const arrival = {path, read, received: time.at, ...(from.repairsAccepted && {repairsAccepted: true as const})};
    const ingested = await note(desk, arrival, known, underway);
    return {state: "noted", ingested, note: time.note, ...(claimed !== null && (await removed(run, candidate, claimed)))};
  } catch (error) {
    if (claimed !== null && (await lookAt(claimed.path)) !== null) await restore().catch(() => undefined);
    throw error;
  }
};
const takeOne = async (run: Run, candidate: Candidate): Promise<Taken> => {
  const judged = await run.watch.judge(candidate);
  if (judged.state === "gone") return gone(candidate);
  if (judged.state === "waiting") return judged;
  if (!candidate.ours || candidate.claimed !== null) return takeClaimed(run, candidate, candidate.claimed);
  // Nothing is moved for a sidecar that says nothing.
  const time = await timeOf(run.receiving, candidate.sidecar?.path ?? null);
  if (time.because !== undefined) return {state: "unclear", unclear: {path: candidate.path, sentence: time.because}};
  const claimed = await run.claims.claim(candidate);
  return claimed === null ? gone(candidate) : takeClaimed(run, candidate, claimed);
};

/** A sidecar that names no file, if it was the same at both looks. */
const takeSidecar = async ({desk, claims}: Run, ours: boolean, sidecar: Sidecar): Promise<LateSidecar | null> => {
  const now = await lookAt(sidecar.path);
  if (now === null || !sameLook(now, sidecar.look)) return null;
  const placed = await placeLateSidecar(desk, foldLedger(await desk.ledger.read()), sidecar);
  if (!placed.done || !ours) return placed;
  const candidate = {...sidecar, sidecar: null, ours, claimed: null};
  const claimed = await claims.claim(candidate);
  if (claimed !== null) await claims.remove(candidate, claimed, sidecar.look);
  return placed;
};

const surveyAll = async ({found}: Places, claims: Claims, now: Date): Promise<Survey[]> => {
  const surveys: Survey[] = [];
  for (const {path, kind, ours} of found) surveys.push(kind === "folder" ? await surveyFolder(path, ours ? claims : null, now) : await surveyFile(path, ours));
  return surveys;
};

/** So many files, and so many bytes of files, are underway at the same time: enough to keep parsers and disk busy, and memory does not grow with what lies there. */
const underwayAtMost = {files: 48, bytes: 64 * 1024 * 1024};
/** Does the work for each; after a fault that is nobody's file nothing new is begun, and it is thrown when all have ended. */
const forEach = async (all: readonly Candidate[], work: (each: Candidate) => Promise<void>): Promise<void> => {
  const faults: unknown[] = [];
  const running = new Set<Promise<void>>();
  let load = 0;
  const begin = (each: Candidate) => {
    const size = Math.min(each.look.size, intakeLimits.bytes);
    load += size;
    const one: Promise<void> = work(each)
      .catch((error: unknown) => void faults.push(error))
      .finally(() => {
        load -= size;
        running.delete(one);
      });
    running.add(one);
  };
  for (const each of all) {
    while (running.size >= underwayAtMost.files || (running.size > 0 && load + each.look.size > underwayAtMost.bytes)) await Promise.race(running);
    if (faults.length > 0) break;
    begin(each);
  }
  await Promise.all(running);
  if (faults.length > 0) throw faults[0];
};

const receivingOf = (told: string | undefined, acceptRepairs: boolean, now: Date): {receiving: Receiving; notes: string[]} => {
  const instant = told === undefined ? null : instantOf(told);
  if (instant?.state === "impossible") throw new Error(`invalid received: ${told}`);
  const at = instant?.at ?? now.toISOString();
  return {receiving: {at, stated: instant !== null, repairsAccepted: acceptRepairs}, notes: instant?.note == null ? [] : [instant.note]};
};
const byPath = (a: {path: string}, b: {path: string}) => (a.path < b.path ? -1 : 1);

/**
 * Takes in files and folders (without any: the inbox). Killed anywhere, the next run ends in the same state; the same bytes twice change nothing.
 * @throws Refusal if the inbox is not there
 */
export const ingest = async (
  desk: Desk,
  paths: readonly string[],
  {received, acceptRepairs = false, patience = noPatience, progress = () => undefined}: IngestOptions = {},
): Promise<IngestSummary> => {
  await desk.ledger.begin();
  const now = desk.clock.now();
  const {receiving, notes} = receivingOf(received, acceptRepairs, now);
  const places = await placesOf(desk.folder, paths);
  const [released, emptied] = [await releaseAnswered(desk), await emptyQuarantine(desk)];
  const retried = await retryUnread(desk);
  const claims = openClaims(receiving);
  try {
    const surveys = await surveyAll(places, claims, now);
    const candidates = [...new Map(surveys.flatMap((each) => each.candidates).map((each) => [each.claimed?.path ?? each.path, each])).values()];
    const orphans = surveys.flatMap((survey, i) => survey.orphans.map((sidecar) => ({sidecar, ours: places.found[i]?.ours === true})));
    const watch = await openWatch(desk.files, desk.folder.waiting, places.inbox, now, patience);
    if (orphans.length > 0 || candidates.some(watch.needsPause)) await pause(patience.still);
    const run: Run = {desk, claims, watch, receiving, known: foldLedger(await desk.ledger.read()), underway: new Map()};
    const all: Taken[] = [];
    await forEach(candidates, async (candidate) => {
      all.push(await orTrouble(candidate.path, () => takeOne(run, candidate)));
      progress(all.length, candidates.length);
    });
    const placed: (LateSidecar | null)[] = [];
    for (const {sidecar, ours} of orphans) placed.push(await takeSidecar(run, ours, sidecar));
    const sidecars = placed.filter((each) => each !== null);
    await watch.save();
    const unread = [...foldLedger(await desk.ledger.read()).unread.values()];
    const {files, ...rest} = sorted(all, surveys);
    const said = [...notes, ...takenUpAgain(candidates), ...notesOf(all)];
    return {files: [...retried, ...files], unread, ...rest, missing: places.missing, sidecars, notes: said, released, emptied};
  } finally {
    await claims.tidy();
  }
};
/** What an intake that was ended had begun with is among what this one took in. */
const takenUpAgain = (candidates: readonly Candidate[]): string[] => {
  const n = candidates.filter(({claimed}) => claimed !== null).length;
  if (n === 0) return [];
  return [`Eine frühere Annahme war unterbrochen worden. ${n === 1 ? "Ihre Datei wurde" : `Ihre ${n} Dateien wurden`} jetzt wieder aufgenommen.`];
};
const notesOf = (all: readonly Taken[]) => all.flatMap((each) => (each.state === "noted" && each.note != null ? [`${each.ingested.path}: ${each.note}`] : []));
const sorted = (all: readonly Taken[], surveys: readonly Survey[]): Pick<IngestSummary, "files" | "left" | "waiting" | "troubles" | "unclear"> => ({
  files: all.flatMap((each) => (each.state === "noted" ? [each.ingested] : [])).sort(byPath),
  left: [...surveys.flatMap(({left}) => left), ...all.flatMap((each) => (each.state === "left" ? [each.left] : []))].sort(byPath),
  waiting: all.flatMap((each) => ((each.state === "noted" || each.state === "waiting") && each.waiting ? [each.waiting] : [])).sort(byPath),
  troubles: [
    ...surveys.flatMap(({troubles}) => troubles),
    ...all.flatMap((each) => ((each.state === "noted" || each.state === "trouble") && each.trouble ? [each.trouble] : [])),
  ].sort(byPath),
  unclear: all.flatMap((each) => (each.state === "unclear" ? [each.unclear] : [])).sort(byPath),
});
