import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {existsSync, globSync, readFileSync} from "node:fs";
import {availableParallelism, cpus, totalmem} from "node:os";
import {join, resolve} from "node:path";

export const root = resolve(import.meta.dirname, "../..");

/** Everything that decides what a run of the main job makes of the sample. */
export const everything = ["kim.ts", "package-lock.json", "{verbs,schemas,pipelines,dashboards,reports,fixtures/sample}/**/*.{ts,json,sql,css,js}"];

/** Hash over names and bytes of the files a proof hangs on; twelve digits tell two states of this house apart. */
export const hashOf = (globs: readonly string[], at = root): string => {
  const hash = createHash("sha256");
  for (const path of globSync([...globs], {cwd: at})
    .map((each) => each.replaceAll("\\", "/"))
    .sort())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(at, path)))
      .update("\0");
  return hash.digest("hex").slice(0, 12);
};

const git = (...args: string[]) => spawnSync("git", args, {cwd: root, encoding: "utf8"}).stdout.trim();
/** Short name of the commit that is checked out. */
export const commit = (): string => git("rev-parse", "--short=8", "HEAD");
/** Files that differ from the commit. The table of results changes with every proof and does not count. */
export const uncommitted = (): string[] => git("diff", "--name-only", "HEAD", "--", ".", ":!bench/RESULTS.md").split("\n").filter(Boolean);

export const machine = (): string =>
  `${availableParallelism()} Kerne ${cpus()[0]?.model.trim() ?? "unbekannt"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;

/** Where the hostile files and reference tables lie, if they are at hand. */
export const shared = (): string | null => {
  const named = process.env["KIM_SHARED"];
  return named !== undefined && existsSync(named) ? resolve(named) : null;
};
