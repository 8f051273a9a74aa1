import {type JobName, jobOf} from "../../schemas/settings.ts";
import type {Clock} from "../effects/clock.ts";
import type {Folder} from "../effects/folder.ts";
import {noteJobState} from "./job-state.ts";

/** What a job does; returns one German sentence on what was done. */
export type JobBody = () => Promise<string>;
export type JobBodies = Readonly<Record<JobName, JobBody>>;
export type CareEffects = {readonly clock: Clock; readonly folder: Pick<Folder, "read" | "write" | "hold">; readonly say: (line: string) => void};
/** `said` is German: what was done, why it failed, or who is already at it. */
export type JobRun = {readonly name: JobName; readonly outcome: "done" | "failed" | "busy"; readonly said: string};

const failure = (error: unknown) => `Fehlgeschlagen: ${error instanceof Error ? error.message : String(error)}. Beim nächsten Termin wird es wieder versucht.`;

/** Runs a job once and writes down how it went. A fault of the body is an outcome, never an exception. @throws Error `unknown job: NAME` */
export const runJob = async (name: string, {clock, folder}: CareEffects, bodies: JobBodies): Promise<JobRun> => {
  const job = jobOf(name);
  const now = () => clock.now().toISOString();
  const release = await folder.hold(`state/jobs/${job.name}.lock`);
  if (release === null) return {name: job.name, outcome: "busy", said: "Dieser Auftrag läuft gerade schon; es wurde nichts getan."};
  try {
    await noteJobState(folder, job.name, {started: now()});
    const said = await bodies[job.name]();
    await noteJobState(folder, job.name, {succeeded: now(), said});
    return {name: job.name, outcome: "done", said};
  } catch (error) {
    await noteJobState(folder, job.name, {failed: now(), said: failure(error)});
    return {name: job.name, outcome: "failed", said: failure(error)};
  } finally {
    await release();
  }
};
