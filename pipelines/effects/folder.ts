import {createHash, randomUUID} from "node:crypto";
import {createReadStream} from "node:fs";
import {copyFile, link, mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile} from "node:fs/promises";
import {hostname} from "node:os";
import {dirname, join, relative, resolve} from "node:path";
import {pipeline} from "node:stream/promises";
import {diskFiles} from "./files.ts";
import {type Holder, holderIn, holderText, isHeldBy} from "./holder.ts";

/** A folder by relative paths with `/`: what keeping state and copies needs of a disk, and no more. */
export type Folder = {
  /** Text of a file, null if there is none. */
  readonly read: (path: string) => Promise<string | null>;
  /** Replaces a file as a whole: after a crash it is the old or the new one. */
  readonly write: (path: string, text: string) => Promise<void>;
  /** Whether there is a file or folder. */
  readonly exists: (path: string) => Promise<boolean>;
  /** Names of the folders directly below, sorted. */
  readonly folders: (path: string) => Promise<string[]>;
  /** Relative paths of all files below, sorted; of a file its own path; none if there is nothing. */
  readonly files: (path: string) => Promise<string[]>;
  readonly sizeOf: (path: string) => Promise<number>;
  readonly sha256: (path: string) => Promise<string>;
  readonly copy: (from: string, to: string) => Promise<void>;
  /** The same from a path that lies elsewhere. */
  readonly bring: (from: string, to: string) => Promise<void>;
  /** A second name for the same bytes. */
  readonly link: (from: string, to: string) => Promise<void>;
  readonly move: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** Holds a name against other processes until released; null if a living process holds it. */
  readonly hold: (path: string) => Promise<(() => Promise<void>) | null>;
  /** Who holds a name, null if nobody does. */
  readonly holder: (path: string) => Promise<Holder | null>;
};

const orElse =
  <T>(value: T) =>
  (error: unknown): T => {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return value;
  };

/** A holder on another machine shows that it lives by touching its lock; whoever has not for so long is gone, whichever way the clock was moved. */
const touchedEvery = 30_000;
const forgottenAfter = 10 * touchedEvery;
const held = new Set<string>();

const lockAt = async (path: string): Promise<{readonly holder: Holder | null; readonly age: number} | null> => {
  const text = await readFile(path, "utf8").catch(orElse(null));
  if (text === null) return null;
  const age = await stat(path).then(({mtimeMs}) => Math.abs(Date.now() - mtimeMs), orElse(0));
  return {holder: holderIn(text), age};
};
const holderOf = async (path: string): Promise<Holder | "nobody" | "nobody any more"> => {
  const lock = await lockAt(path);
  if (lock === null) return "nobody";
  if (lock.holder === null) return "nobody any more";
  const here = lock.holder.host === hostname();
  const lives = here && lock.holder.pid === process.pid ? held.has(path) : (isHeldBy(lock.holder) ?? lock.age < forgottenAfter);
  return lives ? lock.holder : "nobody any more";
};

/** The name appears with its content in one step, so nobody reads it half written. */
const taken = async (path: string): Promise<boolean> => {
  const mine = `${path}.${process.pid}.${randomUUID()}`;
  try {
    await writeFile(mine, holderText());
    await link(mine, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    await rm(mine, {force: true});
  }
};

const hold = async (path: string): Promise<(() => Promise<void>) | null> => {
  await mkdir(dirname(path), {recursive: true});
  const holder = await holderOf(path);
  if (typeof holder === "object") return null;
  if (holder === "nobody any more") await rm(path, {force: true});
  if (!(await taken(path))) return null;
  held.add(path);
  const touch = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), touchedEvery).unref();
  return async () => {
    clearInterval(touch);
    held.delete(path);
    await rm(path, {force: true});
  };
};

const hashOf = async (path: string) => {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
};

const copyDurably = async (from: string, to: string) => {
  await copyFile(from, to);
  const handle = await open(to, "r+");
  await handle.sync().finally(() => handle.close());
};

export const openFolder = (path: string): Folder => {
  const root = resolve(path);
  const at = (name: string) => join(root, name);
  const intoPlace = (make: (from: string, to: string) => Promise<void>) => async (from: string, to: string) => {
    await mkdir(dirname(at(to)), {recursive: true});
    await make(at(from), at(to));
  };
  const read = async (name: string) => {
    const bytes = await diskFiles.read(at(name));
    return bytes === null ? null : new TextDecoder().decode(bytes);
  };
  return {
    read,
    write: (name, text) => diskFiles.write(at(name), text, true),
    exists: (name) => diskFiles.exists(at(name)),
    folders: async (name) =>
      (await readdir(at(name), {withFileTypes: true}).catch(orElse([])))
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort(),
    files: async (name) => ((await diskFiles.list(at(name))) ?? []).map((file) => relative(root, file).replaceAll("\\", "/")),
    sizeOf: async (name) => (await stat(at(name))).size,
    sha256: (name) => hashOf(at(name)),
    copy: intoPlace(copyDurably),
    bring: async (from, to) => {
      await mkdir(dirname(at(to)), {recursive: true});
      await copyDurably(from, at(to));
    },
    link: intoPlace(link),
    move: intoPlace(rename),
    remove: (name) => rm(at(name), {recursive: true, force: true}),
    hold: (name) => hold(at(name)),
    holder: async (name) => {
      const holder = await holderOf(at(name));
      return typeof holder === "object" ? holder : null;
    },
  };
};
