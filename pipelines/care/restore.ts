import {basename, dirname, join, resolve} from "node:path";
import type {Clock} from "../effects/clock.ts";
import {type Folder, openFolder} from "../effects/folder.ts";
import {Refusal} from "../effects/refusal.ts";
import {store} from "../effects/store.ts";
import {lookAt} from "../effects/entries.ts";
import {diskFiles} from "../effects/files.ts";
import {type Chain, chainOf, lineHash} from "../ledger/chain.ts";
import {restoring} from "../ledger/ledger.ts";
import {openTruth} from "../ledger/truth.ts";
import {verifyLedger} from "../ledger/verify.ts";
import {backupFaults, type BackupManifest, dayOf, readBackup} from "./backup.ts";

/** Paths of a backup and of the data folder that gets its content. `onto`: it may hold something, which is set aside. */
export type Restore = {readonly clock: Clock; readonly from: string; readonly into: string; readonly onto: boolean};
/** `aside`: where what was there before lies now, relative to the folder; `again`: returns that came after the backup and wait in the inbox; `lines` of the ledger. */
export type Restored = {
  readonly files: number;
  readonly lines: number;
  readonly aside: string | null;
  readonly again: number;
  readonly manifest: BackupManifest;
};

/** All that follows from ledger and archive: pages and products of another state must not stay beside the restored one. */
const replaced = ["state", "ledger.ndjson", "payload", "archive", "releases", "products", "site", "desk", "warehouse.duckdb"];

const manifestOf = async ({clock, from}: Restore): Promise<BackupManifest> => {
  const [place, name] = [dirname(resolve(from)), basename(resolve(from))];
  if (!(await openFolder(place).exists(`${name}/manifest.json`)))
    throw new Refusal(`„${from}“ ist keine Sicherung (manifest.json fehlt), es wurde nichts geändert. Alle Sicherungen zeigt ./kim backup verify.`);
  const faults = await backupFaults(place, name, clock);
  const manifest = await readBackup(openFolder(place), name);
  if (faults.length === 0 && manifest !== null) return manifest;
  throw new Refusal(
    `Die Sicherung „${from}“ ist nicht unversehrt, es wurde nichts geändert:\n– ${faults.slice(0, 5).join("\n– ")}\nBitte eine andere nehmen; alle prüft ./kim backup verify.`,
    1,
  );
};

const freeName = async (folder: Folder, name: string): Promise<string> => {
  let n = 1;
  while (await folder.exists(n === 1 ? name : `${name}-${n}`)) n++;
  return n === 1 ? name : `${name}-${n}`;
};
const moveAll = async (folder: Folder, parts: readonly string[], from: (part: string) => string, to: (part: string) => string): Promise<number> => {
  let moved = 0;
  for (const part of parts)
    if (await folder.exists(from(part))) {
      await folder.move(from(part), to(part));
      moved++;
    }
  return moved;
};

/** Lines of a damaged ledger that are each as they were written, wherever the chain is broken. */
const trustworthy = ({lines}: Chain) => lines.filter((line) => line !== null).filter((line) => lineHash(line) === line.hash);
/** Sound archived files that the restored ledger does not name go back to the inbox, with the time they came in. */
const comeAgain = async ({into, clock}: Restore, folder: Folder, aside: string): Promise<number> => {
  const [restored, old] = [store(join(into, "archive"), diskFiles), store(join(into, aside, "archive"), diskFiles)];
  const lines = trustworthy(chainOf((await folder.read(`${aside}/ledger.ndjson`)) ?? ""));
  const received = new Map(lines.flatMap((line) => (line.type === "received" ? [[line.sha256, line.received] as const] : [])));
  const drop = `inbox/wiederhergestellt-${dayOf(clock.now())}`;
  let again = 0;
  for (const sha256 of await old.names()) {
    if ((await restored.check(sha256)) === "sound" || (await old.check(sha256)) !== "sound") continue;
    const at = received.get(sha256);
    if (at !== undefined) await folder.write(`${drop}/${sha256}.eingang.json`, JSON.stringify({received: at}));
    await folder.copy(`${aside}/archive/${sha256}`, `${drop}/${sha256}`);
    again++;
  }
  return again;
};

/** Copies a backup beside everything else and proves the copy: until then nothing else is touched. */
const copied = async ({clock, from, into}: Restore, folder: Folder, {files}: BackupManifest): Promise<number> => {
  await folder.remove(restoring);
  for (const {path, sha256} of files) {
    await folder.bring(join(from, path), `${restoring}/${path}`);
    if ((await folder.sha256(`${restoring}/${path}`)) !== sha256)
      throw new Refusal(`${path} kam nicht unversehrt an. Bitte das Laufwerk prüfen und noch einmal versuchen.`, 1);
  }
  await folder.write(`${restoring}/state/restored.json`, `${JSON.stringify({from: basename(resolve(from)), at: clock.now().toISOString()})}\n`);
  const {lines, faults} = await verifyLedger(openTruth(join(into, restoring), clock));
  if (faults.length > 0) throw new Refusal(`Die Sicherung ergibt kein unversehrtes Journal:\n– ${faults.join("\n– ")}`, 1);
  return lines;
};

/**
 * Puts the content of a backup into a data folder. What lay there is set aside and never deleted; returns that came after the backup wait in the inbox.
 * Killed anywhere, every verb says so, and the same call again ends in the same state. @throws Refusal if the backup is damaged or the folder is in use
 */
export const restore = async (request: Restore): Promise<Restored> => {
  const {clock, into, onto} = request;
  const folder = openFolder(into);
  const manifest = await manifestOf(request);
  if (!onto && (await folder.files("")).length > 0)
    throw new Refusal(`Der Ordner „${into}“ ist nicht leer. Erwartet: ein neuer oder leerer Ordner. Ohne --into wird in den Datenordner wiederhergestellt.`);
  const release = await folder.hold("restore.lock");
  const building = await folder.hold("state/build.lock");
  if (release === null || building === null) {
    await release?.();
    throw new Refusal("Ein anderer Vorgang baut gerade den Datenbestand oder stellt ihn wieder her. Bitte warten Sie, bis er fertig ist.");
  }
  try {
    const isFirst = !(await folder.exists(restoring));
    const lines = await copied(request, folder, manifest).catch(async (error: unknown) => {
      // Nothing has been moved yet, unless an earlier call had begun to: then what says so must stay.
      await (isFirst ? folder.remove(restoring) : diskFiles.makeFolder(join(into, restoring)));
      throw error;
    });
    const name = await freeName(folder, `beiseite-${dayOf(clock.now())}`);
    const parts = [...replaced, ...(manifest.quarantine ? ["quarantine"] : []), ...(manifest.keys ? ["keys"] : [])];
    await building();
    if ((await folder.files("state")).length === 0) await folder.remove("state");
    const moved = await moveAll(
      folder,
      parts,
      (part) => part,
      (part) => `${name}/${part}`,
    );
    await moveAll(
      folder,
      parts,
      (part) => `${restoring}/${part}`,
      (part) => part,
    );
    const aside = moved === 0 ? null : name;
    const again = aside === null ? 0 : await comeAgain(request, folder, aside);
    // A folder with a ledger and no inbox would be one whose share is not mounted.
    if ((await lookAt(join(into, "inbox"))) === null) await diskFiles.makeFolder(join(into, "inbox"));
    await folder.remove(restoring);
    return {files: manifest.files.length, lines, aside, again, manifest};
  } finally {
    await building();
    await release();
  }
};

const arrivedLater = (n: number) =>
  n === 1 ? "Eine Datei, die erst nach der Sicherung angenommen wurde, wartet" : `${n} Dateien, die erst nach der Sicherung angenommen wurden, warten`;
/** What was done and what is to be done, in German. */
export const restoredText = ({from, into}: Pick<Restore, "from" | "into">, {files, lines, aside, again, manifest}: Restored): string =>
  [
    `Wiederhergestellt aus ${from} nach ${into}: ${files} Dateien, ${lines} Zeilen im Journal, alle geprüft.`,
    ...(aside === null ? [] : [`Was vorher dort lag, liegt jetzt in ${aside}/ und kann nach Prüfung gelöscht werden.`]),
    ...(again === 0 ? [] : [`${arrivedLater(again)} im Posteingang: bitte „./kim ingest“ ausführen.`]),
    ...(manifest.quarantine ? [] : ["Die Quarantäne war nicht in der Sicherung; was im Ordner davon da ist, blieb unberührt, anderes ist neu zu senden."]),
    ...(manifest.keys ? [] : ["Die Schlüssel waren nicht in der Sicherung; fehlen sie, wird ein neuer angelegt. Schon ausgegebene Vordrucke gelten weiter."]),
    "Freigaben, Erläuterungen und Bewilligungen seit der Sicherung sind gegebenenfalls noch einmal einzugeben. Dann bitte „./kim build“ und „./kim site“ ausführen.",
  ].join("\n");
