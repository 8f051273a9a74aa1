import {join} from "node:path";
import {openWarehouse} from "../../effects/warehouse.ts";
import type {Desk} from "../intake/desk.ts";
import type {Examination} from "../intake/examine/examiner.ts";
import type {ReadingCache} from "../intake/examine/reading-cache.ts";
import {assemble} from "./assemble.ts";
import {contentHash} from "./content-hash.ts";
import {openJudging} from "./submissions/judging.ts";
import {knownOn} from "./submissions/known-submissions.ts";
import {readManifest} from "./manifest.ts";
import {modelFiles} from "./model-files.ts";

/** What a build from nothing gave beside what was published. */
export type RebuildReport = {readonly published: string; readonly rebuilt: string; readonly equal: boolean; readonly submissions: number};

/** Nothing that was kept for speed may take part in the proof. */
const noCache: ReadingCache = {get: async (): Promise<Examination | null> => null, put: async () => undefined};

/** Builds from archive and ledger alone, without any cache and beside everything else, and compares the content. @throws Error `missing products: controlling` */
export const rebuildVerify = async (desk: Desk): Promise<RebuildReport> => {
  const {files, folder, archive, examiner, ledger, payload} = desk;
  const manifest = await readManifest(files, folder.products, "controlling");
  if (manifest === null) throw new Error("missing products: controlling");
  const lines = (await ledger.read()).filter(({seq}) => seq <= manifest.ledgerSeq);
  const known = knownOn(lines, manifest.asOf);
  const warehouse = await openWarehouse();
  try {
    const {submissions, findingsOf} = await openJudging({archive, examiner, payload, readings: noCache}, lines, manifest.asOf);
    await assemble(warehouse, submissions, modelFiles(), findingsOf);
    const rebuilt = await contentHash(warehouse, files, join(folder.state, "rebuild.csv"));
    return {published: manifest.contentHash, rebuilt, equal: rebuilt === manifest.contentHash, submissions: known.archived.length};
  } finally {
    warehouse.close();
  }
};

/** In German. */
export const rebuildText = ({published, rebuilt, equal, submissions}: RebuildReport): string =>
  [
    `Aus Archiv und Journal neu aufgebaut: ${submissions} ${submissions === 1 ? "Datei" : "Dateien"}, ohne Zwischenstände.`,
    `Veröffentlicht: ${published}`,
    `Neu aufgebaut:  ${rebuilt}`,
    equal
      ? "Der Inhalt ist gleich."
      : "Der Inhalt ist NICHT gleich. Bitte „./kim build“ ausführen; bleibt der Unterschied, wurde etwas an Archiv, Journal oder Programm verändert.",
  ].join("\n");
