import type {Files} from "../../../effects/files.ts";
import {sourceHash} from "../../../effects/source/source-hash.ts";

const sources = ["../../../../schemas/", "../../../read/", "../../../check/"].map((folder) => new URL(folder, import.meta.url));

/** Hash of everything that decides how a file is read and checked: a reading made by another engine is made again. */
export const engineHash = (files: Files): Promise<string> => sourceHash(files, sources, (path) => /\.(?:ts|json)$/.test(path));
