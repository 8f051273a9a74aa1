import {hash} from "node:crypto";
import {basename, join} from "node:path";
import type {Files} from "./files.ts";
import {Refusal} from "./refusal.ts";

/** What lies under a hash: the bytes as they were put there, none, or others (with the hash these have). */
export type Stored = {readonly state: "sound"; readonly bytes: Uint8Array} | {readonly state: "missing"} | {readonly state: "changed"; readonly found: string};
/** Bytes under their own SHA-256: written once, never edited, and compared with their name whenever they are read. */
export type Store = {
  /** Keeps the bytes (on disk when it returns) and gives their hash. */
  readonly put: (bytes: Uint8Array) => Promise<string>;
  readonly look: (sha256: string) => Promise<Stored>;
  /** The bytes, null if there are none. @throws Refusal if they were changed */
  readonly get: (sha256: string) => Promise<Uint8Array | null>;
  /** The bytes. @throws Refusal if they are missing or were changed */
  readonly require: (sha256: string) => Promise<Uint8Array>;
  /** Whether the bytes are as they were put. What this process has already looked at is read again only if the disk says that it was written since. */
  readonly check: (sha256: string) => Promise<Stored["state"]>;
  /** Hashes of all that lies in it, sorted. */
  readonly names: () => Promise<string[]>;
  readonly has: (sha256: string) => Promise<boolean>;
  readonly remove: (sha256: string) => Promise<void>;
};

export const sha256Of = (bytes: Uint8Array | string): string => hash("sha256", bytes);

/** What to do about damaged bytes, in German. */
export const fromBackup =
  "Bitte den Datenordner aus der letzten Sicherung wiederherstellen: ./kim restore TAG (welche Sicherungen es gibt: ./kim backup verify).";

/** @param folder named in messages by its last part, e.g. `archive` */
export const store = (folder: string, files: Files): Store => {
  const pathOf = (sha256: string) => join(folder, sha256);
  const checked = new Map<string, {readonly stamp: string; readonly state: Stored["state"]}>();
  const look = async (sha256: string): Promise<Stored> => {
    const bytes = await files.read(pathOf(sha256));
    if (bytes === null) return {state: "missing"};
    const found = sha256Of(bytes);
    return found === sha256 ? {state: "sound", bytes} : {state: "changed", found};
  };
  const check = async (sha256: string): Promise<Stored["state"]> => {
    const stamp = (await files.stamp(pathOf(sha256)))?.stamp ?? "";
    const before = checked.get(sha256);
    if (before?.stamp === stamp) return before.state;
    const {state} = await look(sha256);
    checked.set(sha256, {stamp, state});
    return state;
  };
  const changed = (sha256: string, found: string) =>
    new Refusal(
      `Die Datei ${basename(folder)}/${sha256} wurde verändert: Ihr Inhalt hat die Prüfsumme ${found}, erwartet ist die ihres Namens. ${fromBackup}`,
      1,
    );
  const get = async (sha256: string) => {
    const stored = await look(sha256);
    if (stored.state === "changed") throw changed(sha256, stored.found);
    return stored.state === "sound" ? stored.bytes : null;
  };
  return {
    look,
    check,
    get,
    put: async (bytes) => {
      const sha256 = sha256Of(bytes);
      // A file damaged on disk is mended by the same bytes coming again.
      if ((await look(sha256)).state !== "sound") await files.write(pathOf(sha256), bytes, true);
      return sha256;
    },
    require: async (sha256) => {
      const bytes = await get(sha256);
      if (bytes === null) throw new Refusal(`Es fehlt die Datei ${basename(folder)}/${sha256}, die im Journal steht. ${fromBackup}`, 1);
      return bytes;
    },
    names: async () =>
      ((await files.list(folder)) ?? [])
        .map((path) => basename(path))
        .filter((name) => /^[0-9a-f]{64}$/.test(name))
        .sort(),
    has: (sha256) => files.exists(pathOf(sha256)),
    remove: (sha256) => files.remove(pathOf(sha256)),
  };
};
