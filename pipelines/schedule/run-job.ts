import {type JobName, jobOf} from "../../schemas/settings.ts";
import type {Clock} from "../effects/clock.ts";
import type {Folder} from "../effects/folder.ts";
import {holderSentence} from "../effects/holder.ts";
import {faultText} from "../effects/system-fault.ts";
import {noteJobState} from "./job-state.ts";

/** What a job does, until told to stop; returns one German sentence on what was done. */
export type JobBody = (stop: AbortSignal) => Promise<string>;
export type JobBodies = Readonly<Record<JobName, JobBody>>;
export type CareEffects = {
  readonly clock: Clock;
  readonly folder: Pick<Folder, "read" | "write" | "files" | "move" | "hold" | "holder">;
  readonly say: (line: string) => void;
};
/** `said` is German: what was done, why it failed, or who is already at it. */
export type JobRun = {readonly name: JobName; readonly outcome: "done" | "failed" | "busy"; readonly said: string};

const failure = (error: unknown) => `Fehlgeschlagen: ${faultText(error, "Datenordner").replace(/\.$/, "")}. Beim nächsten Termin wird es wieder versucht.`;
const never = new AbortController().signal;

/** Runs a job once and writes down how it went. A fault of the body is an outcome, never an exception. @throws Error `unknown job: NAME` */
export const runJob = async (name: string, effects: CareEffects, bodies: JobBodies, stop: AbortSignal = never): Promise<JobRun> => {
  const {clock, folder} = effects;
  const job = jobOf(name);
  const note = (change: (now: string) => Parameters<typeof noteJobState>[2]) => {
    const now = clock.now().toISOString();
    return noteJobState(effects, job.name, change(now), now);
  };
  const lock = `state/jobs/${job.name}.lock`;
  const release = await folder.hold(lock);
  if (release === null) {
    const holder = await folder.holder(lock);
    const who = holder === null ? "" : ` (${holderSentence(holder)})`;
    return {name: job.name, outcome: "busy", said: `Dieser Auftrag läuft gerade schon${who}; es wurde nichts getan.`};
  }
  try {
    await note((started) => ({started}));
    const said = await bodies[job.name](stop);
    await note((succeeded) => ({succeeded, said}));
    return {name: job.name, outcome: "done", said};
  } catch (error) {
    const said = failure(error);
    // Where even this cannot be written down, the job has still failed for its own reason.
    await note((failed) => ({failed, said})).catch(() => undefined);
    return {name: job.name, outcome: "failed", said};
  } finally {
    await release();
  }
};
