import {timezone} from "../../schemas/settings.ts";
import type {Clock} from "../effects/clock.ts";
import type {Folder} from "../effects/folder.ts";
import {retire} from "./retention.ts";
import {Refusal} from "../effects/refusal.ts";

/** One file of a backup: bytes by size and SHA-256. */
export type BackupEntry = {readonly path: string; readonly size: number; readonly sha256: string};
/** What a backup holds; `made` is an ISO instant. */
export type BackupManifest = {readonly made: string; readonly files: readonly BackupEntry[]};

/**
 * In this order: the head of the ledger before the ledger, the ledger before the bytes it names.
 * Whatever arrives meanwhile makes the copy longer than its head says, never shorter.
 */
const kept = ["state", "ledger.ndjson", "payload", "archive"];
/** Locks and caches say nothing about the returns. */
const leftOut = /\.(lock|next|tmp)$|\.lock\.|^state\/(readings|attacked)\//;

const dayOf = (instant: Date) => new Intl.DateTimeFormat("sv-SE", {timeZone: timezone}).format(instant);

const manifestOf = async (folder: Folder, backup: string): Promise<BackupManifest> => {
  const text = await folder.read(`${backup}/manifest.json`);
  if (text === null) throw new Error(`missing backup manifest: ${backup}`);
  return JSON.parse(text) as BackupManifest;
};

/** Paths of a backup whose bytes are not those of its manifest, missing ones included; none means it holds. */
export const verifyBackup = async (folder: Folder, backup: string): Promise<string[]> => {
  const wrong: string[] = [];
  for (const {path, sha256} of (await manifestOf(folder, backup)).files) {
    const found = await folder.sha256(`${backup}/${path}`).catch(() => "");
    if (found !== sha256) wrong.push(path);
  }
  return wrong;
};

/** Bytes that are already in the last backup, and still sound there, get a second name; all others are copied. */
const keepOne = async (folder: Folder, path: string, last: string | null, next: string): Promise<BackupEntry> => {
  const [before, now] = [last === null ? "" : await folder.sha256(`${last}/${path}`).catch(() => ""), await folder.sha256(path)];
  await (before === now ? folder.link(`${last}/${path}`, `${next}/${path}`) : folder.copy(path, `${next}/${path}`));
  const sha256 = before === now ? now : await folder.sha256(`${next}/${path}`);
  return {path, size: await folder.sizeOf(`${next}/${path}`), sha256};
};

/** Archived bytes are named by their hash, so a rotten one is known before it is kept. */
const misnamed = ({path, sha256}: BackupEntry) => /^(archive|payload)\//.test(path) && !path.includes(sha256);

const gather = async (folder: Folder, last: string | null, next: string): Promise<BackupEntry[]> => {
  const entries: BackupEntry[] = [];
  for (const part of kept) for (const path of await folder.files(part)) if (!leftOut.test(path)) entries.push(await keepOne(folder, path, last, next));
  return entries;
};

/** Copies archive, payload, ledger and state into `backups/<date>`, proves the copy and retires old ones. @returns what was done, in German */
export const backup = async ({clock, folder}: {clock: Clock; folder: Folder}): Promise<string> => {
  const now = clock.now();
  const [target, next] = [`backups/${dayOf(now)}`, `backups/${dayOf(now)}.next`];
  const days = (await folder.folders("backups")).filter((name) => !name.includes("."));
  const last = days.length === 0 ? null : `backups/${days.at(-1)}`;
  await folder.remove(next);
  const files = await gather(folder, last, next);
  await folder.write(`${next}/manifest.json`, `${JSON.stringify({made: now.toISOString(), files} satisfies BackupManifest, null, 1)}\n`);
  const wrong = [...files.filter(misnamed).map(({path}) => path), ...(await verifyBackup(folder, next))];
  if (wrong.length > 0)
    throw new Refusal(
      `Die Sicherung stimmt nicht mit dem Archiv überein: ${wrong.slice(0, 5).join(", ")}${wrong.length > 5 ? ` und ${wrong.length - 5} weitere` : ""}`,
    );
  await folder.remove(target);
  await folder.move(next, target);
  const retired = await retire(folder);
  return `${files.length} Dateien gesichert und geprüft in ${target}${retired.length === 0 ? "" : `, ${retired.length} alte Sicherungen entfernt`}.`;
};
