import {setTimeout as pause} from "node:timers/promises";
import cron, {type ScheduledTask} from "node-cron";
import {type Job, jobs, timezone} from "../../schemas/settings.ts";
import {holderSentence} from "../effects/holder.ts";
import {Refusal} from "../effects/refusal.ts";
import {faultText} from "../effects/system-fault.ts";
import {lastDue} from "./due.ts";
import {lastTime, readJobState} from "./job-state.ts";
import {type CareEffects, type JobBodies, runJob} from "./run-job.ts";

/** It speaks English and of what the lane already says; faults it cannot hide, since no body of ours throws. */
const quiet = {info: () => {}, warn: () => {}, error: () => {}, debug: () => {}};
const outcomes = {done: "erledigt", failed: "FEHLER", busy: "übersprungen"} as const;

/** How long a stopped schedule waits for the job that runs. */
const patience = 8_000;

/** One job at a time, in the order they fell due; a job that already waits is not put in line twice. */
const lane = (effects: CareEffects, bodies: JobBodies, stop: AbortSignal) => {
  const waiting = new Set<string>();
  let last: Promise<void> = Promise.resolve();
  const run = async (job: Job) => {
    waiting.delete(job.name);
    if (stop.aborted) return;
    const {outcome, said} = await runJob(job.name, effects, bodies, stop);
    effects.say(`${job.name}: ${outcomes[outcome]}. ${said}`);
  };
  const enter = (job: Job): Promise<void> => {
    if (stop.aborted || waiting.has(job.name)) return last;
    waiting.add(job.name);
    last = last
      .then(() => run(job))
      .catch((error: unknown) =>
        effects.say(`${job.name}: FEHLER. Der Stand des Auftrags konnte nicht geschrieben werden. ${faultText(error, "Datenordner")}`),
      );
    return last;
  };
  return {enter, idle: () => last};
};

/** A job that ran in what is now the future is not made up for: it did run, by a clock that was wrong, and runs again at its next time. */
const missed = async (effects: CareEffects, job: Job): Promise<boolean> => {
  if (!job.catchUp) return false;
  const due = lastDue(job, effects.clock.now());
  const {succeeded} = await readJobState(effects, job.name);
  return due !== null && (succeeded === null || new Date(succeeded) < due);
};

/** Clocks of two machines differ by seconds, and are put right by them. */
const slack = 120_000;
const when = new Intl.DateTimeFormat("de-DE", {timeZone: timezone, dateStyle: "short", timeStyle: "short"});

/** Said once, at the start: the clock shows a time before what was last written down. */
const sayFuture = async (effects: CareEffects): Promise<void> => {
  const now = effects.clock.now();
  const last = (await Promise.all(jobs.map(async ({name}) => lastTime(await readJobState(effects, name)))))
    .flatMap((instant) => instant ?? [])
    .sort()
    .at(-1);
  if (last === undefined || Date.parse(last) <= now.getTime() + slack) return;
  effects.say(
    `Die Uhr steht auf ${when.format(now)}, der letzte Lauf wurde aber für ${when.format(new Date(last))} festgehalten: Sie wurde zurückgestellt, oder sie ging vor. Bitte Datum und Uhrzeit prüfen. Die Aufträge laufen zu ihren nächsten Terminen; nachgeholt wird nichts doppelt.`,
  );
};

const every = 30_000;
/** Notices that the clock was put back while we run: timers count on, so the jobs are planned anew. Steps of less than the slack do not matter. */
const watchClock = ({clock, say}: CareEffects, planAnew: () => void) => {
  let last = clock.now().getTime();
  return setInterval(() => {
    const now = clock.now().getTime();
    if (now < last + every - slack) {
      say(
        `Die Uhr wurde zurückgestellt, von ${when.format(new Date(last))} auf ${when.format(new Date(now))}. Die Termine gelten ab jetzt nach der neuen Zeit.`,
      );
      planAnew();
    }
    last = now;
  }, every);
};

const untilAborted = (stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => (stop.aborted ? resolve() : stop.addEventListener("abort", () => resolve(), {once: true})));

const keepTimes = async (effects: CareEffects, bodies: JobBodies, stop: AbortSignal): Promise<void> => {
  const {enter, idle} = lane(effects, bodies, stop);
  const plan = () =>
    jobs.map((job) => cron.schedule(job.cron, () => enter(job), {timezone, noOverlap: true, name: job.name, suppressMissedWarning: true, logger: quiet}));
  let tasks: ScheduledTask[] = plan();
  const clock = watchClock(effects, () => {
    for (const task of tasks) void task.destroy();
    tasks = plan();
  });
  effects.say(`Der Zeitplan läuft mit ${jobs.length} Aufträgen. Beenden mit Strg+C.`);
  try {
    await sayFuture(effects);
    for (const job of jobs) if (await missed(effects, job)) enter(job);
    await untilAborted(stop);
  } finally {
    clearInterval(clock);
    await Promise.all(tasks.map((task) => task.destroy()));
  }
  const finished = await Promise.race([idle().then(() => true), pause(patience, false, {ref: false})]);
  effects.say(
    finished ? "Der Zeitplan ist beendet." : "Der Zeitplan ist beendet; der laufende Auftrag wurde abgebrochen und wird beim nächsten Start nachgeholt.",
  );
};

/**
 * Runs all jobs at their times until told to stop, what was missed first; then lets the running one finish, for some seconds.
 * Nothing a job does wrong ends it. @throws Refusal if another schedule keeps this folder
 */
export const schedule = async (effects: CareEffects, bodies: JobBodies, stop: AbortSignal): Promise<void> => {
  const lock = "state/schedule.lock";
  const release = await effects.folder.hold(lock);
  if (release === null) {
    const holder = await effects.folder.holder(lock);
    throw new Refusal(
      `Für diesen Datenordner läuft schon ein Zeitplan${holder === null ? "" : ` (${holderSentence(holder)})`}. Zwei davon würden alles zweimal tun; bitte diesen weiterlaufen lassen oder ihn zuerst beenden.`,
    );
  }
  try {
    await keepTimes(effects, bodies, stop);
  } finally {
    await release();
  }
};
