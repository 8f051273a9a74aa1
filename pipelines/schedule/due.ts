import {createTask} from "node-cron";
import {type Job, timezone} from "../../schemas/settings.ts";

const minute = 60_000;
/** Long enough for every job that runs at least once a week. */
const horizon = 8 * 24 * 60;

const firstMatch = (job: Job, from: number, step: 1 | -1): Date | null => {
  const task = createTask(job.cron, () => {}, {timezone});
  try {
    for (let i = 0; i < horizon; i++) {
      const at = new Date(from + i * step * minute);
      if (task.match(at)) return at;
    }
    return null;
  } finally {
    task.destroy();
  }
};

/** The last time a job was due, this minute included; null if it is not due within eight days. */
export const lastDue = (job: Job, now: Date): Date | null => firstMatch(job, Math.floor(now.getTime() / minute) * minute, -1);

/** The next time a job is due, after this minute. */
export const nextDue = (job: Job, now: Date): Date | null => firstMatch(job, (Math.floor(now.getTime() / minute) + 1) * minute, 1);
