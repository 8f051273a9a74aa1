import {spawn} from "node:child_process";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {afterAll, expect, test} from "vitest";
import {openPool, type Pool} from "../../../pipelines/effects/children/pool.ts";

type Answer = {answer: unknown};
const mb = 1024 * 1024;
const limits = {size: 2, cpuMilliseconds: 1_500, wallMilliseconds: 8_000, memoryBytes: 320 * mb, heapBytes: 256 * mb};
const here = join(import.meta.dirname, "children");
const isAnswer = (value: unknown): value is Answer => typeof value === "object" && value !== null && "answer" in value && value.answer !== "no number";
const open = (script: string, changed: Partial<typeof limits & {readable: readonly string[]}> = {}): Pool<Uint8Array, Answer> =>
  openPool(new URL(`./children/${script}.ts`, import.meta.url), {...limits, readable: [here], ...changed}, isAnswer);
const pool = open("odd-parser");
afterAll(() => pool.close());
const run = (what: number) => pool.run(new Uint8Array([what]));
/** What ended and was not yet fetched by its new parent is dead. */
const isAlive = (pid: number) => {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
};

test("children are warm: many tasks, at most two processes", async () => {
  const answers = await Promise.all(Array.from({length: 8}, () => run(0)));
  expect(new Set(answers.map((each) => ("done" in each ? each.done.answer : each.ended))).size).toBeLessThanOrEqual(2);
});
test("one that computes too long is ended", async () => expect(await run(1)).toEqual({ended: "time"}));
test("one that grows is ended", async () => expect(await run(2)).toEqual({ended: "memory"}));
test("one that crashes is named so", async () => expect(await run(3)).toEqual({ended: "crash"}));
test("one that never answers and computes nothing is ended by the clock", async () => {
  const patient = open("odd-parser", {wallMilliseconds: 1_000});
  expect(await patient.run(new Uint8Array([4]))).toEqual({ended: "time"});
  patient.close();
});
test.each([
  ["bytes that are no message", 5],
  ["a length that cannot be", 6],
  ["an answer of another kind", 7],
])("one that says garbage (%s) is ended and does no harm here", async (_, what) => expect(await run(what)).toEqual({ended: "crash"}));
test("each is replaced", async () => expect(await run(0)).toMatchObject({done: {answer: expect.any(Number)}}));

test("what counts is computing, not waiting: eight children at once on few processors each have their time", async () => {
  const crowd = open("odd-parser", {size: 8, cpuMilliseconds: 900, wallMilliseconds: 60_000});
  const results = await Promise.all(Array.from({length: 16}, () => crowd.run(new Uint8Array([9]))));
  crowd.close();
  expect(results.filter((each) => "ended" in each)).toEqual([]);
});
test("a child may read the code and nothing else, write nothing, start nothing, and knows no environment", async () => {
  expect(await run(8)).toEqual({
    done: {answer: {read: "ERR_ACCESS_DENIED", write: "ERR_ACCESS_DENIED", start: "ERR_ACCESS_DENIED", thread: "ERR_ACCESS_DENIED", environment: []}},
  });
});

test.each(["no-such-parser", "dies-at-start"])("a parser that does not start (%s) is our fault, not that of the file, and nothing hangs", async (script) => {
  const broken = open(script);
  const all = await Promise.allSettled(Array.from({length: 5}, () => broken.run(new Uint8Array())));
  expect(all.map((each) => (each.status === "rejected" ? String(each.reason) : "?"))).toEqual(
    Array.from({length: 5}, () => `Error: missing child: ${script}.ts does not start`),
  );
});
test("children that die at any moment cost their task and no other", async () => {
  const shaky = open("dies-sometimes");
  const all = await Promise.allSettled(Array.from({length: 24}, () => shaky.run(new Uint8Array())));
  shaky.close();
  expect(all.map((each) => each.status).filter((status) => status !== "fulfilled" && status !== "rejected")).toEqual([]);
  expect(all.some((each) => each.status === "fulfilled" && "done" in each.value)).toBe(true);
}, 60_000);
test("closing ends the busy ones too, and whoever waits hears of it", async () => {
  const closing = open("odd-parser", {cpuMilliseconds: 60_000, wallMilliseconds: 60_000});
  const tasks = Promise.allSettled([1, 1, 0, 0].map((what) => closing.run(new Uint8Array([what]))));
  await setTimeout(1_500);
  closing.close();
  expect((await tasks).map((each) => each.status)).toEqual(["rejected", "rejected", "rejected", "rejected"]);
});
test.runIf(process.platform === "linux").each(["SIGTERM", "SIGKILL"] as const)("busy children end with a parent that is ended by %s", async (signal) => {
  const parent = spawn(process.execPath, [join(here, "parent.ts")], {stdio: ["ignore", "pipe", "inherit"]});
  const children = await new Promise<number[]>((resolve) => parent.stdout.once("data", (said: Buffer) => resolve(String(said).trim().split(" ").map(Number))));
  await setTimeout(500);
  expect(children.map(isAlive)).toEqual([true, true]);
  parent.kill(signal);
  await setTimeout(1_000);
  expect(children.map(isAlive)).toEqual([false, false]);
});
