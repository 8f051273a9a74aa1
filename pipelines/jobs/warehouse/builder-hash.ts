import {fileURLToPath} from "node:url";
import type {Files} from "../../effects/files.ts";
import {sha256Of} from "../../effects/store.ts";

const stages = ["load", "model", "protect", "export", "jobs/warehouse", "jobs/intake/judging"].map((name) =>
  fileURLToPath(new URL(`../../${name}/`, import.meta.url)),
);
/** Hash of everything between readings and products: a product made by other code is made again. What only proves a product makes none. */
export const builderHash = async (files: Files, engine: string): Promise<string> => {
  const paths = (await Promise.all(stages.map((folder) => files.list(folder))))
    .flatMap((found) => found ?? [])
    .filter((path) => !/warehouse.(?:lineage|proof)./.test(path));
  const contents = await Promise.all(paths.map((path) => files.read(path)));
  return sha256Of([engine, ...contents.map((content) => sha256Of(content!))].join("\n")).slice(0, 16);
};
