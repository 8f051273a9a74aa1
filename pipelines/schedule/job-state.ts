import type {JobName} from "../../schemas/settings.ts";
import type {Folder} from "../effects/folder.ts";

/** What is known of the last runs of a job (ISO instants). A start later than success and failure is a run that was cut off, or is under way. */
export type JobState = {
  readonly started: string | null;
  readonly succeeded: string | null;
  readonly failed: string | null;
  /** German: what the last finished run did, or why it failed. */
  readonly said: string;
};
const neverRun: JobState = {started: null, succeeded: null, failed: null, said: ""};

/** One file a job, so that two processes running two jobs never write over each other. */
const pathOf = (name: JobName) => `state/jobs/${name}.json`;

export const readJobState = async (folder: Pick<Folder, "read">, name: JobName): Promise<JobState> => {
  const text = await folder.read(pathOf(name));
  return text === null ? neverRun : {...neverRun, ...(JSON.parse(text) as Partial<JobState>)};
};

/** Changes what is given, keeps the rest. */
export const noteJobState = async (folder: Pick<Folder, "read" | "write">, name: JobName, change: Partial<JobState>): Promise<JobState> => {
  const state = {...(await readJobState(folder, name)), ...change};
  await folder.write(pathOf(name), `${JSON.stringify(state, null, 2)}\n`);
  return state;
};
