import {createHash, randomBytes} from "node:crypto";
import {type BigIntStats, constants, type Dirent} from "node:fs";
import {type FileHandle, link, lstat, mkdir, open, readdir, realpath, rename, rmdir, stat, unlink} from "node:fs/promises";
import {basename, dirname, extname, join} from "node:path";
import {bornOf, isRunning} from "./holder.ts";

/** What an entry of a folder is. Only files are ever opened: a pipe would never end, a link leads elsewhere. */
export type EntryKind = "file" | "folder" | "link" | "pipe" | "socket" | "device";
/** `legible`: its name is UTF-8; else `name` only resembles it and no call with it would find the entry. */
export type Entry = {readonly name: string; readonly legible: boolean; readonly kind: EntryKind};
/** What tells a file from itself at another time: size, time of change (nanoseconds) and identity (device and inode). */
export type Look = {readonly size: number; readonly changed: string; readonly identity: string};

export const sameLook = (a: Look, b: Look): boolean => a.size === b.size && a.changed === b.changed && a.identity === b.identity;
export const errorCode = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "");

const kindOf = (entry: Dirent<Buffer> | BigIntStats): EntryKind => {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  if (entry.isSymbolicLink()) return "link";
  if (entry.isFIFO()) return "pipe";
  return entry.isSocket() ? "socket" : "device";
};
const lookOf = ({size, mtimeNs, dev, ino}: BigIntStats): Look => ({size: Number(size), changed: String(mtimeNs), identity: `${dev}:${ino}`});

/** The entries of one folder, sorted by name. */
export const entriesIn = async (folder: string): Promise<Entry[]> => {
  const found = await readdir(folder, {encoding: "buffer", withFileTypes: true});
  const entries = found.map((entry) => {
    const name = entry.name.toString("utf8");
    return {name, legible: Buffer.from(name, "utf8").equals(entry.name), kind: kindOf(entry)};
  });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
};
/** A file or link as it lies there; null if there is nothing. */
export const lookAt = async (path: string): Promise<(Look & {readonly kind: EntryKind}) | null> => {
  const found = await lstat(path, {bigint: true}).catch((error: unknown) => {
    // Under a name that is too long for the disk there is nothing either.
    if (!["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes(errorCode(error))) throw error;
    return null;
  });
  return found && {...lookOf(found), kind: kindOf(found)};
};
/** The path without links, and what lies there; `dangling`: a link that leads nowhere. */
export const followed = async (path: string): Promise<{readonly path: string; readonly kind: EntryKind | "missing" | "dangling"}> => {
  const found = await stat(path, {bigint: true}).catch((error: unknown) => {
    if (errorCode(error) !== "ENOENT" && errorCode(error) !== "ENOTDIR" && errorCode(error) !== "ELOOP") throw error;
    return null;
  });
  if (found !== null) return {path: await realpath(path), kind: kindOf(found)};
  const here = await lookAt(path).catch(() => null);
  return {path, kind: here?.kind === "link" ? "dangling" : "missing"};
};

const openFile = (path: string) => open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
const chunk = 1024 * 1024;

/** Fills a buffer from a place on; shorter where the file ends before. */
const readAt = async (handle: FileHandle, position: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const {bytesRead} = await handle.read(buffer, done, length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return buffer.subarray(0, done);
};
const hashOf = async (handle: FileHandle, size: number): Promise<string> => {
  const hash = createHash("sha256");
  for (let at = 0; at < size; at += chunk) hash.update(await readAt(handle, at, Math.min(chunk, size - at)));
  return hash.digest("hex");
};

/** A file, read: all of it up to a limit, of what is larger only the hash. */
export type FileRead = {readonly size: number; readonly sha256: string; readonly bytes: Uint8Array | null};

/** Reads a file in constant memory beyond the limit. Null if it was another one, or changed, before it was read to its end. */
export const readUnchanged = async (path: string, before: Look, limit: number): Promise<FileRead | null> => {
  const handle = await openFile(path);
  try {
    const size = before.size;
    if (!sameLook(before, lookOf(await handle.stat({bigint: true})))) return null;
    const bytes = size > limit ? null : new Uint8Array(await readAt(handle, 0, size));
    const sha256 = bytes === null ? await hashOf(handle, size) : createHash("sha256").update(bytes).digest("hex");
    return sameLook(before, lookOf(await handle.stat({bigint: true}))) ? {size, sha256, bytes} : null;
  } finally {
    await handle.close();
  }
};
/** Some bytes of a file, from its beginning or, negative, up to its end. */
export const readPart = async (path: string, from: number, length: number): Promise<Uint8Array> => {
  const handle = await openFile(path);
  try {
    const {size} = await handle.stat();
    const start = from < 0 ? Math.max(0, size + from) : from;
    return new Uint8Array(await readAt(handle, start, Math.min(length, Math.max(0, size - start))));
  } finally {
    await handle.close();
  }
};

/** What tells a process from a later one with its number, in twelve signs; null where the system does not tell. */
const birthOf = (pid: number): string | null => {
  const born = bornOf(pid);
  return born === null ? null : createHash("sha256").update(born).digest("hex").slice(0, 12);
};
/** A name for what this process does now: its number, its start, because numbers of processes come again, and chance. */
export const ownMark = (): string => `${process.pid}-${birthOf(process.pid) ?? ""}${randomBytes(6).toString("hex")}`;
/** Whether the process of a mark may still be at work; a mark of our own number that is not ours was left by an earlier process. */
export const mayBeAtWork = (mark: string): boolean => {
  const [number, signs = ""] = mark.split("-");
  const pid = Number(number);
  if (pid === process.pid || !isRunning(pid)) return false;
  return signs.length < 24 || signs.startsWith(birthOf(pid) ?? "");
};

export const makeFolder = (path: string): Promise<unknown> => mkdir(path, {recursive: true});
/** Removes a folder if it is empty. */
export const removeEmpty = (path: string): Promise<void> => rmdir(path).catch(() => undefined);
/** Where another process may do the same, only one succeeds. @returns whether it was us */
export const moveAway = (from: string, to: string): Promise<boolean> =>
  rename(from, to).then(
    () => true,
    (error: unknown) => {
      if (errorCode(error) !== "ENOENT") throw error;
      return false;
    },
  );
export const removeFile = (path: string): Promise<void> => unlink(path);
export const changedAt = async (path: string): Promise<number> => (await stat(path)).mtimeMs;

const withNumber = (path: string, n: number): string => {
  const ending = extname(path);
  return n === 1 ? path : join(dirname(path), `${basename(path, ending)} (${n})${ending}`);
};
/** A rename never asks whether the name is taken; a second name for the same file does. */
const moveUnlessTaken = async (from: string, to: string): Promise<boolean> => {
  try {
    await link(from, to);
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(errorCode(error))) throw error;
    // This file system has no second names.
    if ((await lookAt(to)) !== null) return false;
    return moveAway(from, to);
  }
  await unlink(from);
  return true;
};
/** Moves a file to its name or, where that is taken, to the next free one. Never overwrites. @returns where it lies now */
export const moveBack = async (from: string, to: string): Promise<string> => {
  for (let n = 1; ; n++) if (await moveUnlessTaken(from, withNumber(to, n))) return withNumber(to, n);
};
