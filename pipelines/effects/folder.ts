import {createHash, randomUUID} from "node:crypto";
import {createReadStream} from "node:fs";
import {copyFile, link, mkdir, open, readdir, readFile, rename, rm, stat, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {pipeline} from "node:stream/promises";

/** A folder by relative paths with `/`: what keeping state and copies needs of a disk, and no more. */
export type Folder = {
  /** Text of a file, null if there is none. */
  readonly read: (path: string) => Promise<string | null>;
  /** Replaces a file as a whole: after a crash it is the old or the new one. */
  readonly write: (path: string, text: string) => Promise<void>;
  /** Names of the folders directly below, sorted. */
  readonly folders: (path: string) => Promise<string[]>;
  /** Relative paths of all files below, sorted; of a file its own path; none if there is nothing. */
  readonly files: (path: string) => Promise<string[]>;
  readonly sizeOf: (path: string) => Promise<number>;
  readonly sha256: (path: string) => Promise<string>;
  readonly copy: (from: string, to: string) => Promise<void>;
  /** A second name for the same bytes. */
  readonly link: (from: string, to: string) => Promise<void>;
  readonly move: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** Holds a name against other processes until released; null if a living process holds it. */
  readonly hold: (path: string) => Promise<(() => Promise<void>) | null>;
};

const absent = (error: unknown) => (error as NodeJS.ErrnoException).code === "ENOENT";
const orElse =
  <T>(value: T) =>
  (error: unknown): T => {
    if (!absent(error)) throw error;
    return value;
  };

const alive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

const durably = async (path: string, flags: string, work: (at: string) => Promise<void>) => {
  await mkdir(dirname(path), {recursive: true});
  await work(path);
  const handle = await open(path, flags);
  await handle.sync().finally(() => handle.close());
};

const replace = async (path: string, text: string) => {
  await durably(`${path}.next`, "r+", (next) => writeFile(next, text));
  await rename(`${path}.next`, path);
};

const filesBelow = async (root: string, path: string): Promise<string[]> => {
  const found = await stat(join(root, path)).catch(orElse(null));
  if (found === null) return [];
  if (!found.isDirectory()) return [path];
  const names = await readdir(join(root, path), {recursive: true, withFileTypes: true});
  return names
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
};

/** Process ids are used again, after a restart of a container at once; no job takes that long. */
const forgottenAfter = 12 * 60 * 60 * 1000;
const held = new Set<string>();

const holderOf = async (path: string): Promise<"nobody" | "somebody" | "nobody any more"> => {
  const text = await readFile(path, "utf8").catch(orElse(null));
  if (text === null) return "nobody";
  const [pid = 0, since = 0] = text.split(" ").map(Number);
  const lives = pid === process.pid ? held.has(path) : alive(pid);
  return lives && Date.now() - since < forgottenAfter ? "somebody" : "nobody any more";
};

/** The name appears with its content in one step, so nobody reads it half written. */
const taken = async (path: string): Promise<boolean> => {
  const mine = `${path}.${process.pid}.${randomUUID()}`;
  await writeFile(mine, `${process.pid} ${Date.now()}`);
  try {
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
  if (holder === "somebody") return null;
  if (holder === "nobody any more") await rm(path, {force: true});
  if (!(await taken(path))) return null;
  held.add(path);
  return async () => {
    held.delete(path);
    await rm(path, {force: true});
  };
};

const hashOf = async (path: string) => {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
};

export const openFolder = (root: string): Folder => {
  const at = (path: string) => join(root, path);
  const intoPlace = (make: (from: string, to: string) => Promise<void>) => async (from: string, to: string) => {
    await mkdir(dirname(at(to)), {recursive: true});
    await make(at(from), at(to));
  };
  return {
    read: (path) => readFile(at(path), "utf8").catch(orElse(null)),
    write: (path, text) => replace(at(path), text),
    folders: async (path) =>
      (await readdir(at(path), {withFileTypes: true}).catch(orElse([])))
        .filter((entry) => entry.isDirectory())
        .map(({name}) => name)
        .sort(),
    files: (path) => filesBelow(join(root), path),
    sizeOf: async (path) => (await stat(at(path))).size,
    sha256: (path) => hashOf(at(path)),
    copy: intoPlace((from, to) => durably(to, "r+", () => copyFile(from, to))),
    link: intoPlace(link),
    move: intoPlace(rename),
    remove: (path) => rm(at(path), {recursive: true, force: true}),
    hold: (path) => hold(at(path)),
  };
};
