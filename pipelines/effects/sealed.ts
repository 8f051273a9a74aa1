import {sha256Of} from "./store.ts";

/**
 * What is kept for speed, with a checksum over it and over what it was made from, on a line of its own. Torn, edited or put in the place of another,
 * it is as good as not there, and is made again.
 */
export const sealed = (madeFrom: string, text: string): string => `${sha256Of(`${madeFrom}\n${text}`)}\n${text}`;

/** The text that was sealed; null if it is not that, or was made from something else. */
export const unsealed = (madeFrom: string, kept: string): string | null => {
  const end = kept.indexOf("\n");
  const text = kept.slice(end + 1);
  return end >= 0 && kept.slice(0, end) === sha256Of(`${madeFrom}\n${text}`) ? text : null;
};
