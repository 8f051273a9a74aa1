import {relative} from "node:path";
import {type Patience, sidecarEnding} from "../../schemas/inbox.ts";
import {type Look, lookAt, readPart, sameLook} from "../effects/entries.ts";
import type {Files} from "../effects/files.ts";
import {sha256Of} from "../effects/store.ts";
import {isTorn} from "../read/container/torn.ts";
import type {Candidate} from "./claim.ts";

/** What was last seen of a file that waits: since when it does, and since when it is unchanged (ISO instants). */
type Watched = {readonly since: string; readonly unchanged: string; readonly look: Look};
export type WaitsFor = "changing" | "torn" | "empty";
/** A file that is not taken yet. `long`: so long that somebody must look after it. `until`: then a torn file is taken for what it is. */
export type Waiting = {readonly path: string; readonly because: WaitsFor; readonly since: string; readonly until: string | null; readonly long: boolean};
export type Judged = {readonly state: "ready"; readonly look: Look} | {readonly state: "gone"} | {readonly state: "waiting"; readonly waiting: Waiting};

/** Looks twice at files: what was the same both times, is not empty and comes to an end is complete. What waits is remembered from run to run. */
export type Watch = {
  /** Whether the first look of this run needs a second one later; else an earlier run had the first. */
  readonly needsPause: (candidate: Candidate) => boolean;
  readonly judge: (candidate: Candidate) => Promise<Judged>;
  /** Notes that a file went on changing after it had been judged ready. */
  readonly putOff: (candidate: Candidate, look: Look) => Waiting;
  readonly save: () => Promise<void>;
};

const isWatched = (each: unknown): each is Watched => typeof each === "object" && each !== null && "since" in each && "unchanged" in each && "look" in each;
const remembered = (text: string | null): Map<string, Watched> => {
  try {
    const kept: unknown = JSON.parse(text ?? "{}");
    return new Map(Object.entries(typeof kept === "object" && kept !== null ? kept : {}).filter((each): each is [string, Watched] => isWatched(each[1])));
  } catch {
    return new Map(); // cut off by a power failure; what waits is noticed anew
  }
};

/** `inbox`: paths in it are remembered relative to it, and all only as hashes, for names may be personal. */
export const openWatch = async (files: Files, path: string, inbox: string, now: Date, patience: Patience): Promise<Watch> => {
  const bytes = await files.read(path);
  const before = remembered(bytes && new TextDecoder().decode(bytes));
  const after = new Map<string, Watched>();
  const keyOf = ({path: file, ours}: Candidate) => sha256Of(ours ? relative(inbox, file) : file);
  const age = (instant: string) => now.getTime() - Date.parse(instant);

  const wait = (candidate: Candidate, because: WaitsFor, look: Look): Waiting => {
    const key = keyOf(candidate);
    const known = before.get(key);
    const [since, unchanged] = [known?.since ?? now.toISOString(), known !== undefined && sameLook(known.look, look) ? known.unchanged : now.toISOString()];
    after.set(key, {since, unchanged, look: {size: look.size, changed: look.changed, identity: look.identity}});
    const until = because === "torn" ? new Date(Date.parse(unchanged) + patience.torn).toISOString() : null;
    return {path: candidate.path, because, since, until, long: age(since) >= patience.named};
  };
  const unchangedSince = (candidate: Candidate, look: Look) => {
    const known = before.get(keyOf(candidate));
    return known !== undefined && sameLook(known.look, look) ? known.unchanged : now.toISOString();
  };
  const judge = async (candidate: Candidate): Promise<Judged> => {
    const at = candidate.claimed?.path ?? candidate.path;
    const look = await lookAt(at);
    if (look === null || look.kind !== "file") return {state: "gone"};
    const waits = (because: WaitsFor): Judged => ({state: "waiting", waiting: wait(candidate, because, look)});
    if (look.size === 0) return waits("empty");
    if (!sameLook(look, candidate.look) || !(await sidecarUnchanged(candidate))) return waits("changing");
    const patient = age(unchangedSince(candidate, look)) < patience.torn;
    if (patient && (await isTorn((from, length) => readPart(at, from, length), look.size))) return waits("torn");
    return {state: "ready", look};
  };
  return {
    needsPause: (candidate) => {
      const known = before.get(keyOf(candidate));
      return known === undefined || !sameLook(known.look, candidate.look) || age(known.unchanged) < patience.still;
    },
    judge,
    putOff: (candidate, look) => wait(candidate, "changing", look),
    save: async () => {
      if (after.size > 0 || before.size > 0) await files.write(path, JSON.stringify(Object.fromEntries(after)), false);
    },
  };
};

/** A sidecar that changed, went or only came now belongs to the next look. */
const sidecarUnchanged = async ({path, sidecar, claimed}: Candidate): Promise<boolean> => {
  if (claimed !== null) return true;
  const now = await lookAt(sidecar?.path ?? `${path}${sidecarEnding}`);
  return sidecar === null ? now === null : now !== null && sameLook(now, sidecar.look);
};
