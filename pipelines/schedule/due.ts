import {createTask} from "node-cron";
import {type Job, timezone} from "../../schemas/settings.ts";

const minute = 60_000;
/** Long enough for every job that runs at least once a month, in minutes. */
const horizon = 32 * 24 * 60;
/** A job with one fixed minute can only be due in that minute of an hour: the time zone differs from UTC by whole hours. */
const strideOf = ({cron}: Job): {stride: number; minuteOfHour: number | null} => {
  const fixed = /^(\d+) /.exec(cron)?.[1];
  return fixed === undefined ? {stride: 1, minuteOfHour: null} : {stride: 60, minuteOfHour: Number(fixed)};
};
/** Minutes from a time to the nearest one of that minute of an hour, in the direction of the step. */
const offsetTo = (minuteOfHour: number | null, from: number, step: 1 | -1) =>
  minuteOfHour === null ? 0 : ((minuteOfHour - new Date(from).getUTCMinutes()) * step + 60) % 60;

const firstMatch = (job: Job, from: number, step: 1 | -1): Date | null => {
  const task = createTask(job.cron, () => {}, {timezone});
  try {
    const {stride, minuteOfHour} = strideOf(job);
    for (let i = offsetTo(minuteOfHour, from, step); i < horizon; i += stride) {
      const at = new Date(from + i * step * minute);
      if (task.match(at)) return at;
    }
    return null;
  } finally {
    task.destroy();
  }
};

/** The last time a job was due, this minute included; null if it is not due within a month. */
export const lastDue = (job: Job, now: Date): Date | null => firstMatch(job, Math.floor(now.getTime() / minute) * minute, -1);

/** The next time a job is due, after this minute. */
export const nextDue = (job: Job, now: Date): Date | null => firstMatch(job, (Math.floor(now.getTime() / minute) + 1) * minute, 1);
