import {spawn} from "node:child_process";
import {cp, mkdtemp, readdir, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {chance} from "../fixtures/sample/chance.ts";
import {makeSample} from "../fixtures/sample/make-sample.ts";
import {sha256Of} from "../pipelines/effects/store.ts";
import {bodies} from "../schemas/codes/bodies.ts";
import {kim, kimDone} from "./proof/call.ts";
import type {Measure} from "./proof/measure.ts";
import {root} from "./proof/workshop.ts";

/** Starts a verb and kills it after some milliseconds. @returns whether it was still running */
const killed = async (after: number, ...args: string[]): Promise<boolean> => {
  const child = spawn(process.execPath, [join(root, "kim.ts"), ...args], {cwd: root, stdio: "ignore"});
  const ended = new Promise<boolean>((resolve) => child.on("exit", (_, signal) => resolve(signal === "SIGKILL")));
  await Promise.race([setTimeout(after), ended]);
  child.kill("SIGKILL");
  return ended;
};

/** What a run that nobody disturbs takes, and what comes out. */
type Reference = {readonly ingest: number; readonly build: number; readonly hash: string};
const contentHash = (out: string) => (JSON.parse(out) as {contentHash: string}).contentHash;
const undisturbed = async (sample: string): Promise<Reference> => {
  const data = await mkdtemp(join(tmpdir(), "kim-kill-"));
  await cp(sample, join(data, "inbox"), {recursive: true});
  const taken = await kimDone("ingest", "--data", data);
  const built = await kimDone("build", "--data", data, "--json");
  await rm(data, {recursive: true, force: true});
  return {ingest: taken.milliseconds, build: built.milliseconds, hash: contentHash(built.out)};
};

const filesBelow = async (folder: string) => {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};
const hashesIn = async (paths: readonly string[]) => Promise.all(paths.map(async (path) => sha256Of(await readFile(path))));
/** Returns of the sample that lie neither in the archive nor in quarantine under their hash. */
const lost = async (sample: string, data: string): Promise<string[]> => {
  const sent = (await filesBelow(sample)).filter((path) => path.endsWith(".xlsx"));
  const kept = new Set(await hashesIn([...(await filesBelow(join(data, "archive"))), ...(await filesBelow(join(data, "quarantine")))]));
  const hashes = await hashesIn(sent);
  return sent.filter((_, i) => !kept.has(hashes[i]!));
};

type Survived = {readonly at: string; readonly hits: number; readonly faults: readonly string[]};
/** Intake and build, each killed at a random moment and then run again: the same content, a sound ledger, no file lost. */
const survive = async (sample: string, reference: Reference, seed: number, round: number): Promise<Survived> => {
  const {between} = chance(seed, "kill", round);
  const data = await mkdtemp(join(tmpdir(), "kim-kill-"));
  try {
    await cp(sample, join(data, "inbox"), {recursive: true});
    const moments = [between(0, Math.round(reference.ingest)), between(0, Math.round(reference.build))] as const;
    const hits = [await killed(moments[0], "ingest", "--data", data)];
    await kimDone("ingest", "--data", data);
    hits.push(await killed(moments[1], "build", "--data", data));
    const hash = contentHash((await kimDone("build", "--data", data, "--json")).out);
    const verified = await kim("ledger", "verify", "--data", data);
    const gone = await lost(sample, data);
    const faults = [
      ...(hash === reference.hash ? [] : [`anderer Inhalt: ${hash}`]),
      ...(verified.code === 0 ? [] : [verified.out.trim()]),
      ...gone.map((path) => `verloren: ${path}`),
    ];
    return {at: moments.map((moment) => `${moment} ms`).join(", "), hits: hits.filter(Boolean).length, faults};
  } finally {
    await rm(data, {recursive: true, force: true});
  }
};

/** SIGKILL at random moments of intake and build: one content hash, the ledger verifies, no file is lost. */
export const kill: Measure = async ({size, seed, step}) => {
  const sample = await mkdtemp(join(tmpdir(), "kim-kill-sample-"));
  try {
    const full = size === "full";
    await makeSample(sample, {
      seed: 2025,
      halfYears: ["2025-H1"],
      bodies: full ? bodies.filter(({district}) => district === "Arnsberg").map(({key}) => key) : ["05554", "05566", "05117"],
    });
    const reference = await step("reference", () => undisturbed(sample));
    const rounds: Survived[] = [];
    for (let i = 0; i < (full ? 25 : 2); i++) rounds.push(await step(`round ${i}`, () => survive(sample, reference, seed, i)));
    const faults = rounds.flatMap((round, i) => round.faults.map((fault) => `Runde ${i + 1} (${round.at}): ${fault}`));
    const hits = rounds.reduce((sum, round) => sum + round.hits, 0);
    return {
      ok: faults.length === 0,
      figure: `${2 * rounds.length} Abbrüche, davon ${hits} mitten im Lauf; ${faults.length === 0 ? "ein Inhaltshash, nichts verloren" : `${faults.length} Schäden`}`,
      lines: faults,
    };
  } finally {
    await rm(sample, {recursive: true, force: true});
  }
};
