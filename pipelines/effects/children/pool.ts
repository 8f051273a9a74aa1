import type {ChildProcess} from "node:child_process";
import {setTimeout as pause} from "node:timers/promises";
import type {UnreadCause} from "../../../schemas/events.ts";
import {framed, unframed} from "./answering.ts";
import {type Rights, startGuarded, usageOf} from "./guarded.ts";

/** Why a child did not answer: too much computing, too much memory, or it died. None of them says anything about the question. */
export type Ended = UnreadCause;
/** What became of a task. */
export type Parsed<A> = {readonly done: A} | {readonly ended: Ended};
/** `cpuMilliseconds` is what the child may compute for one task, on however busy a machine; `wallMilliseconds` only ends what hangs. */
export type PoolLimits = Rights & {readonly size: number; readonly cpuMilliseconds: number; readonly wallMilliseconds: number; readonly memoryBytes: number};
/** Warm child processes that handle what strangers sent: ended when they take too long or too much, and replaced. */
export type Pool<Q, A> = {
  /** @throws Error `missing child: SCRIPT` if no child starts at all, `closed pool` after close */
  readonly run: (question: Q) => Promise<Parsed<A>>;
  /** Ends all children, busy ones too; what still waits for them fails. */
  readonly close: () => void;
};

type Message = (value: unknown) => void;
type Worker = {readonly child: ChildProcess; listen: Message; ended: boolean; whenEnded: (signal: NodeJS.Signals | null) => void};

/** Loading our own code takes half a second; on the busiest machine it is not a minute. */
const startsWithin = 60_000;
const startsTried = 3;
const watchEvery = 100;
const ignore = () => undefined;

const attach = (script: URL, limits: PoolLimits): Worker => {
  const child = startGuarded(script, limits);
  const worker: Worker = {child, listen: ignore, ended: false, whenEnded: ignore};
  const over = (signal: NodeJS.Signals | null) => {
    if (worker.ended) return;
    worker.ended = true;
    worker.whenEnded(signal);
  };
  child.once("exit", (_, signal) => over(signal));
  child.once("error", () => over(null));
  // A child that is gone closes its line while we still write.
  child.stdin?.on("error", ignore);
  const read = unframed((value) => worker.listen(value));
  child.stdio[3]?.on("error", ignore);
  child.stdio[3]?.on("data", (chunk: Buffer) => {
    try {
      read(chunk);
    } catch {
      child.kill("SIGKILL");
    }
  });
  return worker;
};

/** Whether the child has said that it is ready. */
const isReady = (worker: Worker): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => worker.child.kill("SIGKILL"), startsWithin);
    const finish = (ready: boolean) => {
      clearTimeout(timer);
      [worker.listen, worker.whenEnded] = [ignore, ignore];
      resolve(ready);
    };
    if (worker.ended) return finish(false);
    worker.listen = (value) => (value === "ready" ? finish(true) : worker.child.kill("SIGKILL"));
    worker.whenEnded = () => finish(false);
  });

const answerIn = (value: unknown): {readonly answer: unknown} | null =>
  typeof value === "object" && value !== null && "answer" in value ? {answer: value.answer} : null;

/** Ends the child once it has used more than it may; ended by the returned function. */
const watch = (pid: number, {cpuMilliseconds, wallMilliseconds, memoryBytes}: PoolLimits, tooMuch: (what: Ended) => void): (() => void) => {
  const stop = new AbortController();
  const hangs = setTimeout(() => tooMuch("time"), wallMilliseconds);
  const look = async () => {
    const before = (await usageOf(pid))?.cpuMilliseconds ?? 0;
    while (!stop.signal.aborted) {
      const used = await usageOf(pid);
      if (used !== null && used.residentBytes > memoryBytes) return tooMuch("memory");
      if (used !== null && used.cpuMilliseconds - before > cpuMilliseconds) return tooMuch("time");
      await pause(watchEvery, undefined, {signal: stop.signal}).catch(ignore);
    }
  };
  void look();
  return () => {
    clearTimeout(hangs);
    stop.abort();
  };
};

const ask = <A>(worker: Worker, question: unknown, limits: PoolLimits, isAnswer: (value: unknown) => value is A): Promise<Parsed<A>> =>
  new Promise((resolve) => {
    const {child} = worker;
    let unwatch = ignore as () => void;
    const finish = (result: Parsed<A>) => {
      unwatch();
      [worker.listen, worker.whenEnded] = [ignore, ignore];
      if ("ended" in result) child.kill("SIGKILL");
      resolve(result);
    };
    if (worker.ended || child.pid === undefined) return finish({ended: "crash"});
    unwatch = watch(child.pid, limits, (what) => finish({ended: what}));
    worker.listen = (value) => {
      const said = answerIn(value);
      finish(said !== null && isAnswer(said.answer) ? {done: said.answer} : {ended: "crash"});
    };
    // Running out of heap ends a process with SIGABRT.
    worker.whenEnded = (signal) => finish({ended: signal === "SIGABRT" ? "memory" : "crash"});
    child.stdin?.write(framed(question));
  });

/** @param isAnswer whether what a child says is an answer at all; anything else counts as its death */
export const openPool = <Q, A>(script: URL, limits: PoolLimits, isAnswer: (value: unknown) => value is A): Pool<Q, A> => {
  const all = new Set<Worker>();
  const idle: Worker[] = [];
  const queue: (() => void)[] = [];
  let free = limits.size;
  let closed = false;

  const started = async (): Promise<Worker> => {
    for (let tried = 0; tried < startsTried && !closed; tried++) {
      const worker = attach(script, limits);
      all.add(worker);
      if (await isReady(worker)) return worker;
      all.delete(worker);
    }
    throw new Error(closed ? "closed pool" : `missing child: ${script.pathname.split("/").at(-1)} does not start`);
  };
  const enter = async () => {
    if (closed) throw new Error("closed pool");
    if (free > 0) free--;
    else await new Promise<void>((resolve) => queue.push(resolve));
  };
  const leave = () => {
    const next = queue.shift();
    if (next === undefined) free++;
    else next();
  };
  const warm = (): Worker | undefined => {
    const worker = idle.pop();
    return worker?.ended === true ? warm() : worker;
  };
  return {
    run: async (question) => {
      await enter();
      try {
        const worker = warm() ?? (await started());
        const result = await ask(worker, question, limits, isAnswer);
        if (closed) throw new Error("closed pool");
        if ("done" in result) idle.push(worker);
        else all.delete(worker);
        return result;
      } finally {
        leave();
      }
    },
    close: () => {
      closed = true;
      for (const {child} of all) child.kill("SIGKILL");
      all.clear();
    },
  };
};
