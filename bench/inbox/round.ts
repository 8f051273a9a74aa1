import {spawn} from "node:child_process";
import {mkdir, mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {chance} from "../../fixtures/sample/chance.ts";
import type {IngestSummary} from "../../pipelines/jobs/intake/ingest.ts";
import {systemClock} from "../../pipelines/effects/clock.ts";
import {openTruth} from "../../pipelines/ledger/truth.ts";
import {verifyLedger} from "../../pipelines/ledger/verify.ts";
import {kimDone} from "../proof/call.ts";
import {root} from "../proof/workshop.ts";
import {faultsOf} from "./invariants.ts";
import {tell} from "./stories.ts";

/** What one round showed: how many runs were killed in the middle, how many files the last run named, and what went wrong. */
export type Round = {readonly killed: number; readonly named: number; readonly faults: readonly string[]};
/** Runs intake once over a data folder, killed after some milliseconds or not at all. @returns whether it was killed in the middle */
export type Runner = (data: string, killAfter: number | null) => Promise<boolean>;
/** The last run, undisturbed. @returns the paths it named */
export type LastRun = (data: string) => Promise<ReadonlySet<string>>;

const runOnce: Runner = async (data, killAfter) => {
  const child = spawn(process.execPath, [join(root, "kim.ts"), "ingest", "--data", data], {cwd: root, stdio: "ignore"});
  const ended = new Promise<boolean>((resolve) => child.on("exit", (_, signal) => resolve(signal === "SIGKILL")));
  if (killAfter !== null) {
    await Promise.race([setTimeout(killAfter), ended]);
    child.kill("SIGKILL");
  }
  return ended;
};
/** Every path of a summary, in whatever list it stands. */
export const namedIn = ({files, left, waiting, troubles, unclear, sidecars}: IngestSummary): Set<string> =>
  new Set([...files, ...left, ...waiting, ...troubles, ...unclear, ...sidecars].map(({path}) => path));
const lastRun: LastRun = async (data) => namedIn(JSON.parse((await kimDone("ingest", "--data", data, "--json")).out) as IngestSummary);

const verified = async (data: string) => (await verifyLedger(openTruth(data, systemClock))).faults;

/** Several stories at once while two runs take in, one of them killed at a random moment in nearly all rounds; then a run that nobody disturbs. */
export const playRound = async (seed: number, number: number, stories: number, run = runOnce, last = lastRun, verify = verified): Promise<Round> => {
  const luck = chance(seed, "inbox", number);
  const data = await mkdtemp(join(tmpdir(), "kim-inbox-"));
  const later = async (delay: number, killAfter: number | null) => setTimeout(delay).then(() => run(data, killAfter));
  try {
    await mkdir(join(data, "inbox"));
    const telling = Array.from({length: stories}, (_, i) => tell(data, chance(seed, "story", number, i), i));
    const runs = [later(luck.between(0, 2_500), luck.happens(0.9) ? luck.between(300, 4_000) : null), later(luck.between(0, 3_500), null)];
    const [told, killed] = await Promise.all([Promise.all(telling), Promise.all(runs)]);
    const named = await last(data);
    return {killed: killed.filter(Boolean).length, named: named.size, faults: [...(await faultsOf(data, told, named)), ...(await verify(data))]};
  } finally {
    await rm(data, {recursive: true, force: true});
  }
};
