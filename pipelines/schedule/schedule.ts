import cron, {type ScheduledTask} from "node-cron";
import {type Job, jobs, timezone} from "../../schemas/settings.ts";
import {lastDue} from "./due.ts";
import {readJobState} from "./job-state.ts";
import {type CareEffects, type JobBodies, runJob} from "./run-job.ts";

/** It speaks English and of what the lane already says; faults it cannot hide, since no body of ours throws. */
const quiet = {info: () => {}, warn: () => {}, error: () => {}, debug: () => {}};
const outcomes = {done: "erledigt", failed: "FEHLER", busy: "übersprungen"} as const;

/** One job at a time, in the order they fell due; a job that already waits is not put in line twice. */
const lane = (effects: CareEffects, bodies: JobBodies, stop: AbortSignal) => {
  const waiting = new Set<string>();
  let last: Promise<void> = Promise.resolve();
  const run = async (job: Job) => {
    waiting.delete(job.name);
    if (stop.aborted) return;
    const {outcome, said} = await runJob(job.name, effects, bodies);
    effects.say(`${job.name}: ${outcomes[outcome]}. ${said}`);
  };
  const enter = (job: Job): Promise<void> => {
    if (stop.aborted || waiting.has(job.name)) return last;
    waiting.add(job.name);
    last = last
      .then(() => run(job))
      .catch((error: unknown) => effects.say(`${job.name}: FEHLER. Der Stand des Auftrags konnte nicht geschrieben werden: ${error}`));
    return last;
  };
  return {enter, idle: () => last};
};

const missed = async ({clock, folder}: CareEffects, job: Job): Promise<boolean> => {
  if (!job.catchUp) return false;
  const due = lastDue(job, clock.now());
  const {succeeded} = await readJobState(folder, job.name);
  return due !== null && (succeeded === null || new Date(succeeded) < due);
};

const untilAborted = (stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => (stop.aborted ? resolve() : stop.addEventListener("abort", () => resolve(), {once: true})));

/**
 * Runs all jobs at their times until told to stop, what was missed first; then lets the running one finish.
 * Nothing a job does wrong ends it.
 */
export const schedule = async (effects: CareEffects, bodies: JobBodies, stop: AbortSignal): Promise<void> => {
  const {enter, idle} = lane(effects, bodies, stop);
  const tasks: ScheduledTask[] = jobs.map((job) =>
    cron.schedule(job.cron, () => enter(job), {timezone, noOverlap: true, name: job.name, suppressMissedWarning: true, logger: quiet}),
  );
  effects.say(`Der Zeitplan läuft mit ${jobs.length} Aufträgen. Beenden mit Strg+C.`);
  for (const job of jobs) if (await missed(effects, job)) enter(job);
  await untilAborted(stop);
  await Promise.all(tasks.map((task) => task.destroy()));
  await idle();
  effects.say("Der Zeitplan ist beendet.");
};
