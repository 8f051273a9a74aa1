import {type ChildProcess, spawn, spawnSync} from "node:child_process";
import {existsSync, realpathSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {fileURLToPath} from "node:url";

/** What a child may do: read these files and folders beside the code, use so much heap, load native code. It may write nothing, start nothing and see no environment. */
export type Rights = {readonly heapBytes: number; readonly readable?: readonly string[]; readonly native?: boolean};

const house = fileURLToPath(new URL("../../../", import.meta.url));
const code = ["pipelines", "schemas", "node_modules", "package.json", "kim.ts"].map((name) => `${house}${name}`).filter((path) => existsSync(path));
const withTargets = (paths: readonly string[]) => [...new Set(paths.flatMap((path) => (existsSync(path) ? [path, realpathSync(path)] : [path])))];

let leash: readonly string[] | null = null;
/** Linux ends a child with its parent, even one that is busy, where this program asks it to; elsewhere the child notices when it has finished its file. */
export const endsWithParent = (): readonly string[] => {
  const asked = ["setpriv", "--pdeathsig", "KILL"];
  leash ??= spawnSync("setpriv", [...asked.slice(1), "true"], {stdio: "ignore"}).status === 0 ? asked : [];
  return leash;
};

/**
 * Starts a script of ours that handles bytes or SQL of strangers, with Node's permission model. It costs no time that could be measured (490 ms to
 * ready with and without it). Two things it does not hold: native code (DuckDB shuts its own doors) and threads, which get all rights back, so that
 * a child may have none. A compile cache would save 250 ms a child, but what the child writes there the parent would run.
 */
export const startGuarded = (script: URL, {heapBytes, readable = [], native = false}: Rights): ChildProcess => {
  const flags = [
    "--no-warnings",
    `--max-old-space-size=${Math.floor(heapBytes / 1024 / 1024)}`,
    "--permission",
    ...withTargets([...code, ...readable]).map((path) => `--allow-fs-read=${path}`),
    ...(native ? ["--allow-addons"] : []),
  ];
  const [program = process.execPath, ...args] = [...endsWithParent(), process.execPath, ...flags, fileURLToPath(script)];
  // setpriv is looked up in the parent's PATH, before the child has none.
  return spawn(program, args, {stdio: ["pipe", "ignore", "ignore", "pipe"], env: program === process.execPath ? {} : {PATH: process.env["PATH"]}});
};

/** What a process has used so far; null where the system does not tell (there the limits of heap and wall time hold alone). */
export const usageOf = async (pid: number): Promise<{readonly cpuMilliseconds: number; readonly residentBytes: number} | null> => {
  const [stat, status] = await Promise.all([readFile(`/proc/${pid}/stat`, "utf8"), readFile(`/proc/${pid}/status`, "utf8")]).catch(() => ["", ""] as const);
  // The name of the program stands in brackets and may hold anything; user and system time are the 12th and 13th value after it, in hundredths.
  const [user, system] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13);
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  if (user === undefined || system === undefined || kilobytes === undefined) return null;
  return {cpuMilliseconds: (Number(user) + Number(system)) * 10, residentBytes: Number(kilobytes) * 1024};
};
