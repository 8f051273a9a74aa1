import {fileURLToPath} from "node:url";
import type {Files} from "../files.ts";
import {sha256Of} from "../store.ts";

/** Hash of every file below folders of the house, in their order; `counts` leaves files out by path. What other code made is made again. */
export const sourceHash = async (
  files: Pick<Files, "list" | "read">,
  folders: readonly URL[],
  counts: (path: string) => boolean = () => true,
): Promise<string> => {
  const listed = await Promise.all(folders.map((folder) => files.list(fileURLToPath(folder))));
  const paths = listed.flatMap((found) => found ?? []).filter(counts);
  const contents = await Promise.all(paths.map((path) => files.read(path)));
  return sha256Of(contents.map((content) => sha256Of(content!)).join("\n")).slice(0, 16);
};
