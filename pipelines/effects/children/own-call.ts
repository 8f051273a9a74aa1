import {spawn} from "node:child_process";
import {fileURLToPath} from "node:url";
import {endsWithParent} from "./guarded.ts";

/** A finished call; `exit` is null if it was ended from outside. */
export type OwnCall = {readonly exit: number | null; readonly out: string; readonly complaint: string};

const entry = fileURLToPath(new URL("../../../kim.ts", import.meta.url));

/**
 * `./kim …` in a process of its own, so that the caller stays awake whatever it computes. It ends with its parent.
 * @param grace milliseconds it may go on after `stop`; then it is ended, which leaves what its next run goes on from
 */
export const ownCall = (args: readonly string[], stop: AbortSignal, grace: number): Promise<OwnCall> =>
  new Promise((resolve, reject) => {
    const [program = process.execPath, ...before] = [...endsWithParent(), process.execPath];
    const child = spawn(program, [...before, entry, ...args], {stdio: ["ignore", "pipe", "pipe"]});
    let [out, complaint] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      out += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      complaint += chunk;
    });
    let timer: NodeJS.Timeout | undefined;
    const ending = () => {
      timer = setTimeout(() => child.kill("SIGTERM"), grace);
    };
    if (stop.aborted) ending();
    stop.addEventListener("abort", ending, {once: true});
    const over = () => {
      clearTimeout(timer);
      stop.removeEventListener("abort", ending);
    };
    child.once("error", (error) => {
      over();
      reject(error);
    });
    child.once("close", (exit) => {
      over();
      resolve({exit, out: out.trim(), complaint: complaint.trim()});
    });
  });
