import {join} from "node:path";
import {z} from "zod";
import {openFolder} from "../../effects/folder.ts";
import {keptState} from "../../effects/kept-state.ts";
import type {Desk} from "../intake/desk.ts";
import {sourceHash} from "../../effects/source/source-hash.ts";
import {Refusal} from "../../effects/refusal.ts";

/** Writes the invented returns into a folder; given by the entry, since this room does not know the fixtures. */
export type SampleMaker = (into: string, seed: number) => Promise<{files: number}>;
const keptMark = z.object({synthetic: z.literal(true), seed: z.number(), made: z.string()});
type Mark = Readonly<z.infer<typeof keptMark>>;

const sources = ["../../../fixtures/sample/", "../../../reports/template/", "../../../schemas/"].map((folder) => new URL(folder, import.meta.url));
const markName = "state/sample.json";
/** Stands in the mark while the returns are being written, so that a run that was stopped can go on. */
const pending = "angefangen";
const keep = ({files, folder}: Pick<Desk, "folder" | "files">, seed: number, made: string) =>
  files.write(join(folder.root, markName), JSON.stringify({synthetic: true, seed, made} satisfies Mark), true);

/** The mark of a data folder that holds invented returns only; null for a real one. That there is one says enough, even if it cannot be read: it is written anew, and the next run makes the returns again. */
export const sampleMark = async (desk: Pick<Desk, "folder" | "files" | "log">): Promise<Mark | null> => {
  if (!(await desk.files.exists(join(desk.folder.root, markName)))) return null;
  const found = await keptState({folder: openFolder(desk.folder.root), say: desk.log.say}, markName, keptMark);
  if (found !== null) return found;
  await keep(desk, 0, pending);
  return {synthetic: true, seed: 0, made: pending};
};

const refuseForeign = async ({folder, files, ledger}: Desk, mark: Mark | null) => {
  if (mark?.made === pending) return;
  if (mark !== null)
    throw new Refusal(`Im Ordner ${folder.root} liegen Beispieldaten einer anderen Fassung. Bitte den Ordner löschen oder mit --data einen anderen wählen.`);
  // A build of nothing has noted the policy, and taken nothing in.
  const used = (await ledger.read()).some(({type}) => type !== "policy") || ((await files.list(folder.inbox)) ?? []).length > 0;
  if (used)
    throw new Refusal(`Im Ordner ${folder.root} liegen schon Dateien. Beispieldaten kommen nur in einen leeren Ordner; bitte mit --data einen anderen wählen.`);
};

/**
 * Puts the invented returns into the inbox of an empty data folder and marks it; does nothing where they already are.
 * A folder that holds anything else is left alone. @throws Refusal if the folder is in use, or holds an older sample
 */
export const prepareSample = async (desk: Desk, seed: number, make: SampleMaker): Promise<{made: number}> => {
  const mark = await sampleMark(desk);
  const made = await sourceHash(desk.files, sources);
  if (mark !== null && mark.seed === seed && mark.made === made) return {made: 0};
  await refuseForeign(desk, mark);
  await keep(desk, seed, pending);
  const {files} = await make(desk.folder.inbox, seed);
  await keep(desk, seed, made);
  return {made: files};
};
