import {z} from "zod";
import {Refusal} from "../../effects/refusal.ts";
import {fromBackup} from "../../effects/store.ts";
import type {Desk} from "../intake/desk.ts";
import {sourceHash} from "../../effects/source/source-hash.ts";

/** Writes the invented returns into a folder; given by the entry, since this room does not know the fixtures. */
export type SampleMaker = (into: string, seed: number) => Promise<{files: number}>;
const mark = z.strictObject({synthetic: z.literal(true), seed: z.number(), made: z.string()});
type Mark = z.infer<typeof mark>;

const sources = ["../../../fixtures/sample/", "../../../reports/template/", "../../../schemas/"].map((folder) => new URL(folder, import.meta.url));
const markPath = ({folder}: Pick<Desk, "folder">) => `${folder.state}/sample.json`;

/** The mark of a data folder that holds invented returns only; null for a real one. */
export const sampleMark = async (desk: Pick<Desk, "folder" | "files">): Promise<Mark | null> => {
  const found = await desk.files.read(markPath(desk));
  if (found === null) return null;
  try {
    return mark.parse(JSON.parse(new TextDecoder().decode(found)));
  } catch {
    throw new Refusal(`Die Datei ${markPath(desk)} ist nicht lesbar; sie sagt, ob die Daten erfunden sind. ${fromBackup}`, 1);
  }
};

/** Stands in the mark while the returns are being written, so that a run that was stopped can go on. */
const pending = "angefangen";
const refuseForeign = async ({folder, files, ledger}: Desk, mark: Mark | null) => {
  if (mark?.made === pending) return;
  if (mark !== null)
    throw new Error(`Im Ordner ${folder.root} liegen Beispieldaten einer anderen Fassung. Bitte den Ordner löschen oder mit --data einen anderen wählen.`);
  // A build of nothing has noted the policy, and taken nothing in.
  const used = (await ledger.read()).some(({type}) => type !== "policy") || ((await files.list(folder.inbox)) ?? []).length > 0;
  if (used)
    throw new Error(`Im Ordner ${folder.root} liegen schon Dateien. Beispieldaten kommen nur in einen leeren Ordner; bitte mit --data einen anderen wählen.`);
};

/**
 * Puts the invented returns into the inbox of an empty data folder and marks it; does nothing where they already are.
 * A folder that holds anything else is left alone. @throws Error in German if the folder is in use, or holds an older sample
 */
export const prepareSample = async (desk: Desk, seed: number, make: SampleMaker): Promise<{made: number}> => {
  const there = await sampleMark(desk);
  const made = await sourceHash(desk.files, sources);
  if (there !== null && there.seed === seed && there.made === made) return {made: 0};
  await refuseForeign(desk, there);
  const keep = (state: string) => desk.files.write(markPath(desk), JSON.stringify({synthetic: true, seed, made: state} satisfies Mark), true);
  await keep(pending);
  const {files} = await make(desk.folder.inbox, seed);
  await keep(made);
  return {made: files};
};
