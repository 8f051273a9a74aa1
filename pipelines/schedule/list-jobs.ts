import {type Job, jobs, timezone} from "../../schemas/settings.ts";
import {nextDue} from "./due.ts";
import {type JobState, readJobState} from "./job-state.ts";
import type {CareEffects} from "./run-job.ts";

/** A job with what is known of it and when it is due next (ISO instant). */
export type JobListed = Job & JobState & {readonly next: string | null};

export const listJobs = async (effects: CareEffects): Promise<JobListed[]> =>
  Promise.all(jobs.map(async (job) => ({...job, ...(await readJobState(effects, job.name)), next: nextDue(job, effects.clock.now())?.toISOString() ?? null})));

const when = new Intl.DateTimeFormat("de-DE", {timeZone: timezone, dateStyle: "short", timeStyle: "short"});
const print = (instant: string | null) => (instant === null ? "noch nie" : when.format(new Date(instant)));

const paragraph = ({name, description, succeeded, failed, started, next, said}: JobListed): string => {
  const ended =
    [succeeded, failed]
      .filter((instant) => instant !== null)
      .sort()
      .at(-1) ?? "";
  return [
    `${name}  ${description}`,
    `    zuletzt erfolgreich: ${print(succeeded)}${failed !== null && failed > (succeeded ?? "") ? `, danach fehlgeschlagen: ${print(failed)}` : ""}`,
    ...(started !== null && started > ended ? [`    begonnen und nicht beendet: ${print(started)} (läuft noch oder wurde abgebrochen)`] : []),
    ...(said === "" ? [] : [`    ${said.replaceAll("\n", "\n    ")}`]),
    `    nächster Termin: ${next === null ? "keiner" : print(next)}`,
  ].join("\n");
};

/** What `./kim jobs` prints. */
export const jobsAsText = (listed: readonly JobListed[]): string => listed.map(paragraph).join("\n\n");
