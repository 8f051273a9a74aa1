import type {Desk} from "../intake/desk.ts";
import type {Examination} from "../intake/examine/examiner.ts";
import {insistSound} from "../../ledger/verify.ts";
import type {ReadingCache} from "../intake/examine/reading-cache.ts";
import {contentOf} from "./content-of.ts";
import {knownOn} from "./submissions/known-submissions.ts";
import {soundProducts} from "./manifest.ts";

/** What a build from nothing gave beside what was published. */
export type RebuildReport = {readonly published: string; readonly rebuilt: string; readonly equal: boolean; readonly submissions: number};

/** Nothing that was kept for speed may take part in the proof. */
const noCache: ReadingCache = {get: async (): Promise<Examination | null> => null, put: async () => undefined};

/** Builds from archive and ledger alone, without any cache and beside everything else, and compares the content. @throws Refusal on damage, or without products */
export const rebuildVerify = async (desk: Desk): Promise<RebuildReport> => {
  const manifest = await soundProducts(desk, "controlling");
  await insistSound(desk);
  const lines = (await desk.ledger.read()).filter(({seq}) => seq <= manifest.ledgerSeq);
  const known = knownOn(lines, manifest.asOf);
  const rebuilt = await contentOf({...desk, readings: noCache}, lines, manifest.asOf);
  return {published: manifest.contentHash, rebuilt, equal: rebuilt === manifest.contentHash, submissions: known.archived.length};
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
