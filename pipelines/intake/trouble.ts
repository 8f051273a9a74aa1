import {faultWords} from "../effects/system-fault.ts";

/** A file that could not be handled, with German sentences that follow "PATH: ". The others are handled. */
export type Trouble = {readonly path: string; readonly sentence: string};

/** What the system said about a file, in German; null for what is no fault of the system. */
const troubleOf = (path: string, error: unknown): Trouble | null => {
  const words = faultWords(error);
  return words === null ? null : {path, sentence: `${words} Die Datei bleibt liegen.`};
};
/** Does something with one file; a fault of the system stays with that file. */
export const orTrouble = async <T>(path: string, work: () => Promise<T>): Promise<T | {readonly state: "trouble"; readonly trouble: Trouble}> => {
  try {
    return await work();
  } catch (error) {
    const trouble = troubleOf(path, error);
    if (trouble === null) throw error;
    return {state: "trouble", trouble};
  }
};
