import {type ChildProcess, fork} from "node:child_process";
import {readFile} from "node:fs/promises";
import {getCompileCacheDir} from "node:module";

/** What became of a task: its result, or why the child had to be ended. */
export type Parsed<T> = {readonly done: T} | {readonly ended: "time" | "memory" | "crash"};
export type PoolLimits = {readonly size: number; readonly milliseconds: number; readonly memoryBytes: number};
/** Warm child processes that read untrusted bytes: killed when they take too long or too much, and replaced. */
export type ParsePool<T> = {readonly run: (bytes: Uint8Array) => Promise<Parsed<T>>; readonly close: () => void};

type Worker = {readonly child: ChildProcess; readonly ready: Promise<boolean>};

const start = (script: URL, {memoryBytes}: PoolLimits): Worker => {
  const heap = Math.floor(memoryBytes / 1024 / 1024);
  const cache = getCompileCacheDir();
  const child = fork(script, [], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    execArgv: [`--max-old-space-size=${heap}`],
    env: cache === undefined ? process.env : {...process.env, NODE_COMPILE_CACHE: cache},
  });
  const ready = new Promise<boolean>((resolve) => {
    child.once("message", () => resolve(true));
    child.once("exit", () => resolve(false));
  });
  return {child, ready};
};

/** Resident memory of a process; null where the system does not tell (the heap limit holds there). */
const residentBytes = async (pid: number) => {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
};

const runOn = async <T>({child, ready}: Worker, bytes: Uint8Array, {milliseconds, memoryBytes}: PoolLimits): Promise<Parsed<T>> => {
  // A child that does not even start says nothing about the file.
  if (!(await ready)) throw new Error(`missing parser: ${child.spawnargs.at(-1)}`);
  return new Promise((resolve) => {
    const finish = (result: Parsed<T>) => {
      clearTimeout(timer);
      clearInterval(watch);
      child.removeAllListeners("message");
      child.removeAllListeners("exit");
      if ("ended" in result) child.kill("SIGKILL");
      resolve(result);
    };
    const timer = setTimeout(() => finish({ended: "time"}), milliseconds);
    const watch = setInterval(async () => {
      if (((await residentBytes(child.pid!)) ?? 0) > memoryBytes) finish({ended: "memory"});
    }, 100);
    child.once("message", (done) => finish({done: done as T}));
    // Running out of heap ends a process with SIGABRT.
    child.once("exit", (_, signal) => finish({ended: signal === "SIGABRT" ? "memory" : "crash"}));
    if (!child.connected) return finish({ended: "crash"});
    child.send(bytes, (error) => error && finish({ended: "crash"}));
  });
};

export const openPool = <T>(script: URL, limits: PoolLimits): ParsePool<T> => {
  const idle: Worker[] = [];
  const queue: (() => void)[] = [];
  let started = 0;
  const take = async (): Promise<Worker> => {
    while (idle.length === 0 && started >= limits.size) await new Promise<void>((resolve) => queue.push(resolve));
    const worker = idle.pop();
    if (worker?.child.connected) return worker;
    if (worker !== undefined) started--;
    started++;
    return start(script, limits);
  };
  const giveBack = (worker: Worker, usable: boolean) => {
    if (usable) idle.push(worker);
    else started--;
    queue.shift()?.();
  };
  return {
    run: async (bytes) => {
      const worker = await take();
      let usable = false;
      try {
        const result = await runOn<T>(worker, bytes, limits);
        usable = "done" in result;
        return result;
      } finally {
        giveBack(worker, usable);
      }
    },
    close: () => idle.splice(0).forEach(({child}) => child.kill()),
  };
};
