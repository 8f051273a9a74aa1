import {constants} from "node:fs";
import {access, mkdir, open, readdir, readFile, rename, rm, stat, truncate} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {naming} from "./system-fault.ts";

/** Files by absolute path. A write is the old or the new file after a crash, never half of one. */
export type Files = {
  readonly read: (path: string) => Promise<Uint8Array | null>;
  readonly exists: (path: string) => Promise<boolean>;
  /** Replaces a file. `durable`: on disk before it returns. */
  readonly write: (path: string, content: Uint8Array | string, durable: boolean) => Promise<void>;
  /** Paths of all files below a folder, sorted; of a file its own path; null if there is neither. */
  readonly list: (path: string) => Promise<string[] | null>;
  readonly remove: (path: string) => Promise<void>;
  /** Adds to the end of a file, which is made if there is none; on disk when it returns. @returns its size in bytes */
  readonly append: (path: string, text: string) => Promise<number>;
  readonly makeFolder: (path: string) => Promise<void>;
  /** Cuts a file to so many bytes. */
  readonly truncate: (path: string, bytes: number) => Promise<void>;
  /** Size in bytes and a stamp that changes whenever the file is written; null if there is none. */
  readonly stamp: (path: string) => Promise<{readonly size: number; readonly stamp: string} | null>;
  /** When a file was last written; null if there is none. */
  readonly written: (path: string) => Promise<Date | null>;
};

const isAbsent = (error: unknown) => (error as NodeJS.ErrnoException).code === "ENOENT";
const nullIfAbsent = (error: unknown) => {
  if (!isAbsent(error)) throw error;
  return null;
};

/** A rename is on disk only when its folder is. */
const syncFolder = async (path: string) => {
  const handle = await open(path, constants.O_RDONLY).catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

let counter = 0;
const write = async (path: string, content: Uint8Array | string, durable: boolean) => {
  const next = join(dirname(path), `.${basename(path)}.${process.pid}-${counter++}.next`);
  await mkdir(dirname(path), {recursive: true});
  try {
    const handle = await open(next, "w");
    try {
      await handle.writeFile(content);
      if (durable) await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(next, path);
  } catch (error) {
    // Half a file on a full disk takes the room that others need.
    await rm(next, {force: true}).catch(() => undefined);
    naming(path)(error);
  }
  if (durable) await syncFolder(dirname(path));
};

const append = async (path: string, text: string): Promise<number> => {
  const isNew = (await stat(path).catch(nullIfAbsent)) === null;
  const handle = await open(path, "a");
  try {
    await handle.writeFile(text);
    await handle.sync();
    if (isNew) await syncFolder(dirname(path));
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
};

const list = async (path: string): Promise<string[] | null> => {
  const found = await stat(path).catch(nullIfAbsent);
  if (found === null) return null;
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, {recursive: true, withFileTypes: true});
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};

export const diskFiles: Files = {
  read: (path) =>
    readFile(path)
      .then((bytes) => new Uint8Array(bytes), nullIfAbsent)
      .catch(naming(path)),
  exists: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  write,
  list,
  remove: (path) => rm(path, {force: true}),
  append,
  makeFolder: async (path) => void (await mkdir(path, {recursive: true})),
  truncate,
  stamp: async (path) => {
    const found = await stat(path).catch(nullIfAbsent);
    return found && {size: found.size, stamp: `${found.size} ${found.mtimeMs} ${found.ctimeMs} ${found.ino}`};
  },
  written: (path) => stat(path).then(({mtime}) => mtime, nullIfAbsent),
};
