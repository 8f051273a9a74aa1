import {existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {delimiter, join} from "node:path";
import {type Called, call} from "./proof/call.ts";
import type {Measure} from "./proof/measure.ts";
import {commit, root} from "./proof/workshop.ts";

/** What a machine has on which nobody installed anything for us: a shell, git, node and npm. */
const given = ["sh", "bash", "env", "git", "node", "npm", "npx", "dirname", "readlink", "uname", "sed"];
const limits: Readonly<Record<string, number>> = {"npm start": 120_000, "npm start (again)": 2_000, "npm test": 240_000};

/** Finds a program outside this project's own node_modules. */
const systemPath = (program: string): string | undefined =>
  (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => !folder.includes("node_modules"))
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));

/** Where npm finds packages is the machine's own affair. */
const reachable = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) =>
      /^(npm_config_(registry|cafile|cache)|(https?|no)_proxy|node_extra_ca_certs|ssl_cert_(file|dir))$/i.test(name),
    ),
  );

const bareEnvironment = (folder: string): NodeJS.ProcessEnv => {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  for (const program of given) {
    const found = systemPath(program);
    if (found !== undefined) symlinkSync(realpathSync(found), join(bin, program));
  }
  return {...reachable(), PATH: bin, HOME: process.env["HOME"], LANG: "C.UTF-8"};
};

/** The commands of the first block of the README, as a reader would type them. */
const readmeCommands = (): string[] => {
  const block = /```(?:sh|bash)\n([\s\S]*?)```/.exec(readFileSync(join(root, "README.md"), "utf8"))?.[1] ?? "";
  const commands = block
    .split("\n")
    .flatMap((line) => line.replace(/\s#.*/, "").split("&&"))
    .map((text) => text.trim())
    .filter((text) => text.startsWith("npm "));
  if (commands.length === 0) throw new Error("missing commands: README.md");
  return commands;
};

const commandsOf = (size: string): string[] => {
  if (size === "test") return ["npm ci", "npm run kim -- --help"];
  const commands = readmeCommands();
  return [...commands, "npm start", ...(commands.includes("npm test") ? [] : ["npm test"])];
};

const judged = (command: string, again: boolean, {code, milliseconds, out, error}: Called): {ok: boolean; line: string} => {
  const limit = limits[again ? `${command} (again)` : command] ?? Number.POSITIVE_INFINITY;
  const ok = code === 0 && milliseconds <= limit;
  const tail = code === 0 ? "" : `\n${`${out}${error}`.split("\n").slice(-25).join("\n")}`;
  return {ok, line: `${command}: ${(milliseconds / 1000).toFixed(1)} s, Ende mit ${code}${ok ? "" : " – HÄLT NICHT"}${tail}`};
};

/** Clones what is committed into an empty folder and types the README's commands with nothing but npm at hand. */
export const fresh: Measure = async ({size}) => {
  if (size === "full" && commit().endsWith("+")) throw new Error("invalid tree: it has changes that are not committed, and a clone would not have them");
  const folder = await mkdtemp(join(tmpdir(), "kim-fresh-"));
  try {
    const [clone, env] = [join(folder, "clone"), bareEnvironment(folder)];
    const cloned = await call("git", ["clone", "--quiet", "--no-hardlinks", root, clone]);
    if (cloned.code !== 0) throw new Error(`invalid clone: ${cloned.error}`);
    const results: {ok: boolean; line: string}[] = [];
    const typed: string[] = [];
    for (const command of commandsOf(size)) {
      results.push(judged(command, typed.includes(command), await call("sh", ["-c", command], {cwd: clone, env})));
      typed.push(command);
    }
    return {
      ok: results.every(({ok}) => ok),
      figure: `${results.filter(({ok}) => ok).length} von ${results.length} Befehlen`,
      lines: results.map(({line}) => line),
    };
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
};
