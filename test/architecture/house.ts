import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";

export const root = resolve(import.meta.dirname, "../..");

/** Source files of ours: path from the root → text. A wrong piece is a house, too. */
export type House = ReadonlyMap<string, string>;

const notOurs = ["node_modules", ".git", ".data", "coverage"];
const code = /\.(ts|mts|mjs|js|sql)$/;

const namesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), {withFileTypes: true}).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return notOurs.includes(entry.name) ? [] : namesIn(path);
    return code.test(entry.name) ? [path] : [];
  });

/** The house as it stands on the disk, rooms we never heard of included. A file that vanishes while we look is not ours to judge. */
export const house = (): House =>
  new Map(
    namesIn("")
      .filter((path) => existsSync(join(root, path)))
      .map((path) => [path, readFileSync(join(root, path), "utf8")]),
  );
