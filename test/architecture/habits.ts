import {spawnSync} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, relative} from "node:path";
import {type House, root} from "./house.ts";

/** Biome's names of what the house forbids; `plugin` is the clock and the dice. */
const forbidden = [
  "plugin",
  "lint/style/noDefaultExport",
  "lint/style/noProcessEnv",
  "lint/suspicious/noConsole",
  "lint/suspicious/noExplicitAny",
  "lint/performance/noBarrelFile",
  "lint/performance/noReExportAll",
];

const lint = (folder: string): string[] => {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const {stdout, stderr, status, error} = spawnSync(process.execPath, [biome, "lint", "--reporter=github", "--max-diagnostics=none", "."], {
    cwd: folder,
    encoding: "utf8",
    env: {...process.env, NO_COLOR: "1"},
  });
  if (error !== undefined || status === null || (status !== 0 && !stdout.includes("::"))) throw new Error(`missing lint result: ${error ?? stderr}`);
  return [...stdout.matchAll(/^::\w+ title=([^,]+),file=([^,]+),line=(\d+)/gm)]
    .filter(([, rule]) => forbidden.includes(rule!))
    .map(([, rule, file, line]) => `${relative(folder, file!)}:${line} ${rule}`);
};

/** Clock, chance, environment, console, default exports, barrels and any where they may not be, in the tree on the disk. */
export const badHabitsHere = (): string[] => lint(root);

/** The same in a house that exists only as text. */
export const badHabits = (house: House): string[] => {
  const folder = mkdtempSync(join(tmpdir(), "kim-habits-"));
  try {
    cpSync(join(root, "biome.json"), join(folder, "biome.json"));
    cpSync(join(root, "test/architecture"), join(folder, "test/architecture"), {recursive: true, filter: (path) => !path.endsWith(".ts")});
    for (const [path, text] of house) {
      mkdirSync(join(folder, dirname(path)), {recursive: true});
      writeFileSync(join(folder, path), text);
    }
    return lint(folder);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
};
