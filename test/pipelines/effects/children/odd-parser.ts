import {writeSync} from "node:fs";
import {answering} from "../../../../pipelines/effects/children/answering.ts";

/** A child that does what its first byte says: answer, hang, grow, crash, wait, say garbage, look around. */
const grow = () => {
  const kept: Uint8Array[] = [];
  setInterval(() => kept.push(new Uint8Array(40_000_000).fill(1)), 5);
  return new Promise<never>(() => undefined);
};
const spin = (milliseconds: number) => {
  const until = Date.now() + milliseconds;
  while (Date.now() < until);
};
const tried = async (work: () => Promise<unknown>) =>
  work().then(
    () => "allowed",
    (error: NodeJS.ErrnoException) => error.code ?? String(error),
  );
const rights = async () => {
  const [fs, processes, {Worker}] = await Promise.all([import("node:fs/promises"), import("node:child_process"), import("node:worker_threads")]);
  return {
    read: await tried(() => fs.readFile("/etc/hostname")),
    write: await tried(() => fs.writeFile("/tmp/kim-child-was-here", "")),
    start: await tried(async () => processes.execFileSync("true")),
    thread: await tried(async () => new Worker("", {eval: true})),
    environment: Object.keys(process.env).filter((name) => name !== "PATH"),
  };
};
const does: Readonly<Record<number, () => unknown>> = {
  0: () => process.pid,
  1: () => spin(60_000),
  2: grow,
  3: () => process.exit(3),
  4: () => new Promise<never>(() => undefined),
  5: () => {
    writeSync(3, Buffer.from([0, 0, 0, 10, 255, 15, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    return new Promise<never>(() => undefined);
  },
  6: () => {
    writeSync(3, Buffer.from([255, 255, 255, 255, 1]));
    return new Promise<never>(() => undefined);
  },
  7: () => "no number",
  8: rights,
  9: () => spin(400),
};
answering(async ([what = 0]: Uint8Array) => ({answer: (await does[what]?.()) ?? 0}));
