import type {Desk} from "../intake/desk.ts";
import {sourceHash} from "../../effects/source/source-hash.ts";
import {Refusal} from "../../effects/refusal.ts";

/** Writes the invented returns into a folder; given by the entry, since this room does not know the fixtures. */
export type SampleMaker = (into: string, seed: number) => Promise<{files: number}>;
type Mark = {readonly synthetic: true; readonly seed: number; readonly made: string};

const sources = ["../../../fixtures/sample/", "../../../reports/template/", "../../../schemas/"].map((folder) => new URL(folder, import.meta.url));
const markPath = ({folder}: Pick<Desk, "folder">) => `${folder.state}/sample.json`;

/** The mark of a data folder that holds invented returns only; null for a real one. */
export const sampleMark = async (desk: Pick<Desk, "folder" | "files">): Promise<Mark | null> => {
  const found = await desk.files.read(markPath(desk));
  return found === null ? null : (JSON.parse(new TextDecoder().decode(found)) as Mark);
};

/** Stands in the mark while the returns are being written, so that a run that was stopped can go on. */
const pending = "angefangen";
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
  const keep = (state: string) => desk.files.write(markPath(desk), JSON.stringify({synthetic: true, seed, made: state} satisfies Mark), true);
  await keep(pending);
  const {files} = await make(desk.folder.inbox, seed);
  await keep(made);
  return {made: files};
};
