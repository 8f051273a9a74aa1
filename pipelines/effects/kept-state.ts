import type {z} from "zod";
import type {Folder} from "./folder.ts";
import type {Log} from "./log.ts";
import {unsealed} from "./sealed.ts";

/** A data folder and a voice: what is needed to read state, and to say that it was not readable. */
export type StatePlace = Log & {readonly folder: Pick<Folder, "read" | "files" | "move">};

const parsed = <T>(text: string | null, schema: z.ZodType<T>): T | null => {
  if (text === null) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

/** The name under which an unreadable file stays: nobody's evidence is thrown away. */
const freeName = async ({folder}: StatePlace, path: string) => {
  let n = 1;
  while ((await folder.files(`${path}.unlesbar-${n}`)).length > 0) n++;
  return `${path}.unlesbar-${n}`;
};

/**
 * The only way to read a file of `state/` that a program of ours wrote and can make anew. One that is empty, torn or of another shape is set aside
 * and named, and counts as not there.
 * @param path relative to the data folder
 * @param madeFrom what was sealed with it (`sealed`); left out for state without a seal
 */
export const keptState = async <T>(place: StatePlace, path: string, schema: z.ZodType<T>, madeFrom?: string): Promise<T | null> => {
  const text = await place.folder.read(path);
  if (text === null) return null;
  const state = parsed(madeFrom === undefined ? text : unsealed(madeFrom, text), schema);
  if (state !== null) return state;
  const aside = await freeName(place, path);
  await place.folder.move(path, aside);
  place.say(`Die Datei ${path} war leer oder beschädigt. Sie liegt jetzt als ${aside} daneben und wird neu angelegt.`);
  return null;
};
