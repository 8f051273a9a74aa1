import {join} from "node:path";
import type {Clock} from "../effects/clock.ts";
import {openFolder} from "../effects/folder.ts";
import {Refusal} from "../effects/refusal.ts";
import {readBackup} from "./backup.ts";
import {restore} from "./restore.ts";

/** What a data folder comes to, built from its archive and ledger alone up to a line and a day, as a content hash. Given by the entry, since this room knows no warehouse. */
export type ContentOf = (data: string, upTo: {readonly seq: number; readonly asOf: string | null}) => Promise<string>;
export type DrillEffects = {readonly clock: Clock; readonly root: string; readonly engine: string; readonly contentOf: ContentOf};

const trial = "drill.next";

/**
 * Restores the newest backup into a folder of its own, proves it, compares its content with what was published (or, where the program has changed since,
 * with what the data folder comes to today), and removes it. @returns what was found, in German. @throws Refusal (exit 1) if the backup would not help
 */
export const drill = async ({clock, root, engine, contentOf}: DrillEffects): Promise<string> => {
  const folder = openFolder(root);
  const name = (await folder.folders("backups")).filter((each) => !each.includes(".")).at(-1);
  if (name === undefined) throw new Refusal("Es gibt noch keine Sicherung, die zu üben wäre. Bitte „./kim backup“ ausführen.", 1);
  const manifest = await readBackup(folder, `backups/${name}`);
  await folder.remove(trial);
  try {
    const {lines, files} = await restore({clock, from: join(root, "backups", name), into: join(root, trial), onto: false});
    const published = manifest?.published?.engine === engine ? manifest.published : null;
    const upTo = {seq: published?.ledgerSeq ?? lines, asOf: published?.asOf ?? null};
    const [found, expected] = [await contentOf(join(root, trial), upTo), published?.contentHash ?? (await contentOf(root, upTo))];
    if (found !== expected)
      throw new Refusal(
        `Die Sicherung ${name} ergibt einen anderen Inhalt: gefunden ${found}, erwartet ${expected}. Bitte „./kim ledger verify“ und „./kim rebuild --verify“ ausführen.`,
        1,
      );
    return `Wiederherstellung geübt: Die Sicherung ${name} ergibt ${lines} Zeilen und ${files} Dateien mit demselben Inhalt wie ${published === null ? "der Datenordner" : "das Veröffentlichte"} (${found.slice(0, 12)}).`;
  } finally {
    await folder.remove(trial);
  }
};
