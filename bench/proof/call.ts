import {spawn} from "node:child_process";
import {join} from "node:path";
import {root} from "./workshop.ts";

/** A finished call of the command line. */
export type Called = {readonly code: number | null; readonly out: string; readonly error: string; readonly milliseconds: number};

/** Runs a program to its end, from the root of the project. */
export const call = (program: string, args: readonly string[], options: {cwd?: string; env?: NodeJS.ProcessEnv} = {}): Promise<Called> => {
  const begun = performance.now();
  const child = spawn(program, args, {cwd: root, stdio: ["ignore", "pipe", "pipe"], ...options});
  let [out, error] = ["", ""];
  child.stdout.on("data", (chunk) => (out += chunk));
  child.stderr.on("data", (chunk) => (error += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({code, out, error, milliseconds: performance.now() - begun}));
  });
};

/** `./kim …` in a process of its own, as a user calls it. */
export const kim = (...args: string[]): Promise<Called> => call(process.execPath, [join(root, "kim.ts"), ...args]);

/** The same, which must end with 0. @throws Error with what was printed */
export const kimDone = async (...args: string[]): Promise<Called> => {
  const called = await kim(...args);
  if (called.code !== 0) throw new Error(`kim ${args.join(" ")} ended with ${called.code}:\n${called.out}${called.error}`);
  return called;
};
