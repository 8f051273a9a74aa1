import {z} from "zod";
import type {LedgerHead} from "../../schemas/events.ts";
import {timezone} from "../../schemas/settings.ts";
import type {Clock} from "../effects/clock.ts";
import {entriesIn} from "../effects/entries.ts";
import {openFolder, type Folder} from "../effects/folder.ts";
import {Refusal} from "../effects/refusal.ts";
import {sha256Of} from "../effects/store.ts";
import {headFault} from "../ledger/chain.ts";
import {openTruth} from "../ledger/truth.ts";
import {insistSound, verifyLedger} from "../ledger/verify.ts";
import {retire} from "./retention.ts";

const head = z.strictObject({seq: z.number(), hash: z.string()});
const published = z.strictObject({contentHash: z.string(), ledgerSeq: z.number(), asOf: z.string().nullable(), engine: z.string()});
const backupManifest = z.strictObject({
  made: z.iso.datetime(),
  head: head.nullable(),
  quarantine: z.boolean(),
  keys: z.boolean(),
  published: published.nullable(),
  files: z.array(z.strictObject({path: z.string(), size: z.number(), sha256: z.string()})),
});
/** What a backup holds: when it was made, the last line of its ledger, what was chosen, what was published then, and each file by size in bytes and SHA-256. */
export type BackupManifest = z.infer<typeof backupManifest>;
type BackupEntry = BackupManifest["files"][number];
/** What had been published when the backup was made: a restored folder must come to the same content. */
export type PublishedThen = z.infer<typeof published>;
export type BackupChoice = {readonly quarantine: boolean; readonly keys: boolean};
export type BackupEffects = {readonly clock: Clock; readonly root: string; readonly published: PublishedThen | null};

/**
 * In this order: the head of the ledger before the ledger, the ledger before the bytes it names.
 * Whatever arrives meanwhile makes the copy longer than its head says, never shorter.
 */
const parts = ({quarantine, keys}: BackupChoice) => [
  "state",
  "ledger.ndjson",
  "payload",
  "archive",
  "releases",
  ...(quarantine ? ["quarantine"] : []),
  ...(keys ? ["keys"] : []),
];
/** Locks and caches say nothing about the returns, and the pages that state/site-* speaks of are drawn again. */
const leftOut = /\.(lock|next|tmp)$|\.lock\.|^state\/(readings|attacked)\/|^state\/site-/;

export const dayOf = (instant: Date): string => new Intl.DateTimeFormat("sv-SE", {timeZone: timezone}).format(instant);
const manifestText = (manifest: BackupManifest) => `${JSON.stringify({...manifest, checksum: sha256Of(JSON.stringify(manifest))}, null, 1)}\n`;

/** What a backup says of itself; null if that is missing, torn or was changed. */
export const readBackup = async (folder: Pick<Folder, "read">, backup: string): Promise<BackupManifest | null> => {
  try {
    const {checksum, ...manifest} = JSON.parse((await folder.read(`${backup}/manifest.json`)) ?? "");
    return checksum === sha256Of(JSON.stringify(manifest)) ? backupManifest.parse(manifest) : null;
  } catch {
    return null;
  }
};

/** What is wrong with a backup, in German; nothing: every file is as it was kept, and its ledger and archive verify. */
export const backupFaults = async (root: string, backup: string, clock: Clock): Promise<string[]> => {
  const folder = openFolder(root);
  const manifest = await readBackup(folder, backup);
  if (manifest === null) return [`${backup}/manifest.json fehlt oder wurde verändert.`];
  const wrong: string[] = [];
  for (const {path, sha256} of manifest.files) {
    const found = await folder.sha256(`${backup}/${path}`).catch(() => "");
    if (found !== sha256) wrong.push(`${backup}/${path} fehlt oder wurde verändert.`);
  }
  return wrong.length > 0 ? wrong : [...(await verifyLedger(openTruth(`${root}/${backup}`, clock))).faults];
};

/** What lies in a backup and is not of it. It stops no restore, which copies only what the manifest names. */
const strangeIn = async (root: string, backup: string, {files}: BackupManifest): Promise<string[]> => {
  const own = new Set(["manifest.json", ...files.map(({path}) => path)]);
  const look = async (below: string): Promise<string[]> => {
    const found: string[] = [];
    for (const {name, kind} of await entriesIn(`${root}/${backup}/${below}`)) {
      const path = `${below}${name}`;
      if (kind === "folder") found.push(...(await look(`${path}/`)));
      else if (kind !== "file") found.push(`${backup}/${path} ist keine Datei (eine Verknüpfung oder anderes) und gehört nicht in die Sicherung.`);
      else if (!own.has(path)) found.push(`${backup}/${path} gehört nicht zur Sicherung.`);
    }
    return found;
  };
  return look("");
};

/** Bytes that are already in the last backup, and still sound there, get a second name; all others are copied. */
const keepOne = async (folder: Folder, path: string, last: string | null, next: string): Promise<BackupEntry> => {
  const [before, now] = [last === null ? "" : await folder.sha256(`${last}/${path}`).catch(() => ""), await folder.sha256(path)];
  await (before === now ? folder.link(`${last}/${path}`, `${next}/${path}`) : folder.copy(path, `${next}/${path}`));
  const sha256 = before === now ? now : await folder.sha256(`${next}/${path}`);
  return {path, size: await folder.sizeOf(`${next}/${path}`), sha256};
};
/** Ledger lines and files arrive while this goes on; what is torn at the end of the copy is what a crash would leave. */
const gather = async (folder: Folder, choice: BackupChoice, last: string | null, next: string): Promise<BackupEntry[]> => {
  const entries: BackupEntry[] = [];
  for (const part of parts(choice)) for (const path of await folder.files(part)) if (!leftOut.test(path)) entries.push(await keepOne(folder, path, last, next));
  return entries;
};

const restoredAt = async (folder: Folder): Promise<string> => {
  const text = await folder.read("state/restored.json");
  return text === null ? "" : ((/"at":\s*"([^"]+)"/.exec(text) ?? [])[1] ?? "");
};
/** A backup that knows more than the ledger was made before something was lost, or before an older one was restored. */
const isBehind = async (root: string, clock: Clock, before: BackupManifest): Promise<boolean> =>
  before.head !== null && headFault((await openTruth(root, clock).ledger.examine()).chain, before.head as LedgerHead) !== null;
const insistNotWorse = async (root: string, clock: Clock, days: readonly string[]): Promise<"after" | "restored"> => {
  const folder = openFolder(root);
  const readable = (await Promise.all(days.map(async (day) => ({last: `backups/${day}`, before: await readBackup(folder, `backups/${day}`)})))).findLast(
    ({before}) => before !== null,
  );
  if (readable === undefined || readable.before === null) return "after";
  const {last, before} = {last: readable.last, before: readable.before};
  if (!(await isBehind(root, clock, before))) return "after";
  if (before.made < (await restoredAt(folder))) return "restored";
  throw new Refusal(
    `Die Sicherung ${last} enthält Zeilen des Journals, die jetzt fehlen (dort sind es ${before.head?.seq}). Es wurde nichts gesichert, damit sie nicht ersetzt wird. Bitte prüfen und wiederherstellen: ./kim restore ${last}`,
    1,
  );
};

const withheld = ({quarantine, keys}: BackupChoice): string => {
  const [inside, outside] = [["Quarantäne", quarantine] as const, ["Schlüssel", keys] as const].reduce<[string[], string[]]>(
    ([yes, no], [name, chosen]) => (chosen ? [[...yes, name], no] : [yes, [...no, name]]),
    [[], []],
  );
  const notes = {Quarantäne: "Quarantäne (--with-quarantine)", Schlüssel: "Schlüssel (--with-keys)"} as const;
  const missing = outside.map((name) => notes[name as keyof typeof notes]);
  return `${inside.length > 0 ? ` Mitgesichert: ${inside.join(" und ")}.` : ""}${missing.length > 0 ? ` Nicht enthalten: ${missing.join(" und ")}.` : ""}`;
};

/** A copy with its manifest, proved. @throws Refusal (exit 1) if it is not what was to be copied */
const written = async ({clock, root, published: then}: BackupEffects, choice: BackupChoice, last: string | null, next: string): Promise<BackupEntry[]> => {
  const folder = openFolder(root);
  const made = clock.now().toISOString();
  const files = await gather(folder, choice, last, next);
  const {head: end} = await verifyLedger(openTruth(`${root}/${next}`, clock));
  await folder.write(`${next}/manifest.json`, manifestText({made, head: end, ...choice, published: then, files}));
  const faults = await backupFaults(root, next, clock);
  if (faults.length > 0) throw new Refusal(`Die Sicherung ist nicht vollständig und wurde verworfen:\n– ${faults.slice(0, 5).join("\n– ")}`, 1);
  return files;
};

/**
 * Copies ledger, archive, payload, releases and state into `backups/<date>`, proves the copy and retires old ones.
 * A damaged folder is not backed up, and no good backup is replaced by a worse one. @returns what was done, in German. @throws Refusal (exit 1)
 */
export const backup = async (effects: BackupEffects, choice: BackupChoice = {quarantine: false, keys: false}): Promise<string> => {
  const {clock, root} = effects;
  const folder = openFolder(root);
  await insistSound(openTruth(root, clock));
  const now = clock.now();
  const [target, next] = [`backups/${dayOf(now)}`, `backups/${dayOf(now)}.next`];
  const days = (await folder.folders("backups")).filter((name) => !name.includes("."));
  const last = days.length === 0 ? null : `backups/${days.at(-1)}`;
  const order = await insistNotWorse(root, clock, days);
  // Half a backup on a full disk takes the room that others need, also one of a day on which it was killed.
  for (const left of await folder.folders("backups")) if (left.endsWith(".next")) await folder.remove(`backups/${left}`);
  const files = await written(effects, choice, last, next).catch(async (error: unknown) => {
    await folder.remove(next);
    throw error;
  });
  const isWorthKeeping = order === "restored" || (await readBackup(folder, target)) === null;
  if (isWorthKeeping && (await folder.exists(target))) await folder.move(target, `${target}.beiseite-${now.getTime()}`);
  await folder.remove(target);
  await folder.move(next, target);
  const retired = await retire(folder);
  return `${files.length} Dateien gesichert und geprüft in ${target}${retired.length === 0 ? "" : `, ${retired.length} alte Sicherungen entfernt`}.${withheld(choice)}`;
};

/** Each backup with what is wrong with it. `name`: only that one. @throws Refusal (exit 2) if there is none */
export const verifyBackups = async (
  root: string,
  clock: Clock,
  name: string | null,
): Promise<{name: string; made: string | null; faults: readonly string[]}[]> => {
  const folder = openFolder(root);
  const names = (await folder.folders("backups")).filter((each) => (name === null ? !each.includes(".") : each === name));
  if (names.length === 0)
    throw new Refusal(
      name === null
        ? "Es gibt noch keine Sicherung. Bitte „./kim backup“ ausführen."
        : `Die Sicherung „${name}“ gibt es nicht. Alle zeigt ./kim backup verify.`,
    );
  const reports: {name: string; made: string | null; faults: readonly string[]}[] = [];
  for (const each of names) {
    const manifest = await readBackup(folder, `backups/${each}`);
    const faults = [...(await backupFaults(root, `backups/${each}`, clock)), ...(manifest === null ? [] : await strangeIn(root, `backups/${each}`, manifest))];
    reports.push({name: each, made: manifest?.made ?? null, faults});
  }
  return reports;
};
