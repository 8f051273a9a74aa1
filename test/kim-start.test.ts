import {spawnSync} from "node:child_process";
import {chmodSync, copyFileSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {root} from "./architecture/house.ts";

const script = (path: string, text: string) => {
  writeFileSync(path, text);
  chmodSync(path, 0o755);
};
/** A folder with our start script, a stand-in for kim.ts, and whatever Node the machine and npm brought along. */
const house = ({own, system}: {own?: string; system?: string}) => {
  const folder = mkdtempSync(join(tmpdir(), "kim-start-"));
  const bin = join(folder, "node_modules/.bin");
  mkdirSync(bin, {recursive: true});
  mkdirSync(join(folder, "bin"));
  mkdirSync(join(folder, "elsewhere"));
  copyFileSync(join(root, "kim"), join(folder, "kim"));
  if (own !== undefined) script(join(bin, "node"), own);
  if (system !== undefined) script(join(folder, "bin/node"), system);
  symlinkSync("../kim", join(folder, "elsewhere/kim"));
  return folder;
};
const answers = (name: string, recent: boolean) => `#!/bin/sh\nif [ "$1" = -p ]; then echo ${recent}; else echo "${name} $*"; fi\n`;
/** Nothing of the real machine but what a shell script needs. */
const tools = (folder: string) => {
  mkdirSync(join(folder, "tools"), {recursive: true});
  for (const tool of ["bash", "dirname", "readlink"])
    symlinkSync(spawnSync("sh", ["-c", `command -v ${tool}`], {encoding: "utf8"}).stdout.trim(), join(folder, "tools", tool));
  return join(folder, "tools");
};

const start = (folder: string, args: string[]) =>
  spawnSync(`${tools(folder)}/bash`, [join(folder, "elsewhere/kim"), ...args], {
    cwd: "/",
    encoding: "utf8",
    env: {PATH: `${join(folder, "bin")}:${join(folder, "tools")}`},
  });

test("the Node that npm brought along comes first, from wherever it is called, blanks kept", () => {
  const folder = house({own: answers("own", true), system: answers("system", true)});
  expect(start(folder, ["check", "a b.xlsx"]).stdout).toBe(`own ${folder}/kim.ts check a b.xlsx\n`);
});
test("else a recent one of the system", () => {
  const folder = house({own: answers("own", false), system: answers("system", true)});
  expect(start(folder, ["jobs"]).stdout).toBe(`system ${folder}/kim.ts jobs\n`);
});
test("with neither it says so in one German sentence", () => {
  const {status, stderr, stdout} = start(house({system: answers("system", false)}), ["jobs"]);
  expect({status, stdout, stderr: stderr.replace(/Ordner \S+/, "Ordner X")}).toEqual({
    status: 1,
    stdout: "",
    stderr: "KIM-Controlling braucht Node.js 24 oder neuer: Bitte im Ordner X einmal „npm ci“ aufrufen (das bringt es mit) oder Node.js 24 installieren.\n",
  });
});
