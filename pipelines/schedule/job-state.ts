import {z} from "zod";
import type {JobName} from "../../schemas/settings.ts";
import type {Folder} from "../effects/folder.ts";
import {keptState, type StatePlace} from "../effects/kept-state.ts";

const instant = z.iso.datetime().nullable().default(null);
const jobState = z.object({started: instant, succeeded: instant, failed: instant, said: z.string().default("")});
/**
 * What is known of the last runs of a job (ISO instants); `said` is German: what the last finished run did, or why it failed.
 * A start later than success and failure is a run that was cut off, or is under way.
 */
export type JobState = Readonly<z.infer<typeof jobState>>;
const neverRun: JobState = {started: null, succeeded: null, failed: null, said: ""};

/** One file a job, so that two processes running two jobs never write over each other. */
const pathOf = (name: JobName) => `state/jobs/${name}.json`;

export const readJobState = async (place: StatePlace, name: JobName): Promise<JobState> => (await keptState(place, pathOf(name), jobState)) ?? neverRun;

const times = ["started", "succeeded", "failed"] as const;
/** The last time the state tells of. */
export const lastTime = (state: JobState): string | null =>
  times
    .flatMap((name) => state[name] ?? [])
    .sort()
    .at(-1) ?? null;

/** A time later than now was written by a clock that was wrong: it must not hide what happens from now on. */
const notAfter = (state: JobState, now: string): JobState => {
  const before = new Date(Date.parse(now) - 1).toISOString();
  const clipped = Object.fromEntries(times.map((name) => [name, (state[name] ?? "") > now ? before : state[name]]));
  return {...state, ...clipped};
};

/** Changes what is given, keeps the rest. */
export const noteJobState = async (
  place: StatePlace & {readonly folder: Pick<Folder, "write">},
  name: JobName,
  change: Partial<JobState>,
  now: string,
): Promise<JobState> => {
  const state = {...notAfter(await readJobState(place, name), now), ...change};
  await place.folder.write(pathOf(name), `${JSON.stringify(state, null, 2)}\n`);
  return state;
};
