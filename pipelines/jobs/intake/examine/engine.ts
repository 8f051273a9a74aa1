import {fileURLToPath} from "node:url";
import type {Files} from "../../../effects/files.ts";
import {sha256Of} from "../../../effects/store.ts";

const sources = ["../../../../schemas/", "../../../read/", "../../../check/"].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));

/** Hash of everything that decides how a file is read and checked: a reading made by another engine is made again. */
export const engineHash = async (files: Files): Promise<string> => {
  const paths = (await Promise.all(sources.map((folder) => files.list(folder)))).flatMap((found) => found ?? []).filter((path) => /\.(?:ts|json)$/.test(path));
  const contents = await Promise.all(paths.map((path) => files.read(path)));
  return sha256Of(contents.map((content) => sha256Of(content!)).join("\n")).slice(0, 16);
};
