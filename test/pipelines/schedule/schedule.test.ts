import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {readJobState} from "../../../pipelines/schedule/job-state.ts";
import {runJob} from "../../../pipelines/schedule/run-job.ts";
import {schedule} from "../../../pipelines/schedule/schedule.ts";
import {bodies} from "../care/room.ts";

/** Noon of a day in July; only the test moves time on, and the state lies in memory so that nothing else takes any. */
beforeEach(() => void vi.useFakeTimers({now: new Date("2025-07-10T10:00:30Z")}));
afterEach(() => void vi.useRealTimers());

const begin = () => {
  const files = new Map<string, string>();
  const folder = {
    read: async (path: string) => files.get(path) ?? null,
    write: async (path: string, text: string) => void files.set(path, text),
    files: async (path: string) => [...files.keys()].filter((each) => each === path),
    move: async (from: string, to: string) => {
      files.set(to, files.get(from) ?? "");
      files.delete(from);
    },
    hold: async () => async () => {},
    holder: async () => null,
  };
  const said: string[] = [];
  return {folder, said, say: (line: string) => void said.push(line), clock: {now: () => new Date()}, stop: new AbortController()};
};
const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);
const succeededAll = async (here: ReturnType<typeof begin>) => {
  for (const name of ["inbox", "build", "backup", "quarantine", "drill"]) await runJob(name, here, bodies([]));
};

test("what was missed is made up for at the start, in order, once", async () => {
  const here = begin();
  const ran: string[] = [];
  const running = schedule(here, bodies(ran), here.stop.signal);
  await minutes(1);
  here.stop.abort();
  await running;
  expect(ran).toEqual(["inbox", "build", "backup", "quarantine", "drill"]);
});

test("what ran since it was due is not made up for", async () => {
  const here = begin();
  const ran: string[] = [];
  await succeededAll(here);
  const running = schedule(here, bodies(ran), here.stop.signal);
  await minutes(1);
  here.stop.abort();
  await running;
  expect(ran).toEqual([]);
});

test("a job that failed last night is made up for", async () => {
  const here = begin();
  const ran: string[] = [];
  await succeededAll(here);
  vi.setSystemTime(new Date("2025-07-11T01:30:10Z"));
  await runJob("build", here, bodies([], {build: () => Promise.reject(new Error("Strom weg"))}));
  await runJob("inbox", here, bodies([]));
  const running = schedule(here, bodies(ran), here.stop.signal);
  await minutes(1);
  here.stop.abort();
  await running;
  expect(ran).toEqual(["build"]);
});

test("the inbox is looked at every five minutes", async () => {
  const here = begin();
  const ran: string[] = [];
  await succeededAll(here);
  const running = schedule(here, bodies(ran), here.stop.signal);
  await minutes(1);
  await minutes(16);
  here.stop.abort();
  await running;
  expect(ran).toEqual(["inbox", "inbox", "inbox"]);
});

test("a slow job is not started again while it runs, and jobs do not run beside each other", async () => {
  const here = begin();
  await succeededAll(here);
  let [inside, most, runs] = [0, 0, 0];
  const slow = async () => {
    most = Math.max(most, ++inside);
    runs++;
    await new Promise((resolve) => setTimeout(resolve, 12 * 60_000));
    inside--;
    return "langsam";
  };
  const running = schedule(here, bodies([], {inbox: slow, build: slow}), here.stop.signal);
  await minutes(1);
  await minutes(14);
  here.stop.abort();
  await minutes(14);
  await running;
  expect([most, runs]).toEqual([1, 1]);
});

test("a fault of a job does not end the schedule", async () => {
  const here = begin();
  const ran: string[] = [];
  await succeededAll(here);
  const fails = async () => {
    ran.push("inbox");
    throw new Error("Platte voll");
  };
  const running = schedule(here, bodies(ran, {inbox: fails}), here.stop.signal);
  await minutes(1);
  await minutes(11);
  here.stop.abort();
  await running;
  expect(ran).toEqual(["inbox", "inbox"]);
  expect((await readJobState(here, "inbox")).said).toContain("Platte voll");
  expect(here.said.at(-1)).toBe("Der Zeitplan ist beendet.");
});

const runUntil = async (here: ReturnType<typeof begin>, ran: string[], count: number) => {
  const running = schedule(here, bodies(ran), here.stop.signal);
  await minutes(count);
  here.stop.abort();
  await running;
};

test("a clock that was put back while nothing ran is said once; nothing runs twice, and all go on at their next times", async () => {
  const here = begin();
  await succeededAll(here);
  vi.setSystemTime(new Date("2025-07-09T10:00:30Z"));
  const ran: string[] = [];
  await runUntil(here, ran, 12);
  expect(here.said.filter((line) => line.includes("zurückgestellt"))).toHaveLength(1);
  expect(ran).toEqual(["inbox", "inbox"]);
  expect(await readJobState(here, "inbox")).toMatchObject({succeeded: "2025-07-09T10:10:00.000Z"});
});
test("a success by a wrong clock hides no failure that comes after it", async () => {
  const here = begin();
  await succeededAll(here);
  vi.setSystemTime(new Date("2025-07-09T10:00:30Z"));
  await runJob("build", here, bodies([], {build: () => Promise.reject(new Error("x"))}));
  const {succeeded, failed} = await readJobState(here, "build");
  expect([failed, (succeeded ?? "") < (failed ?? "")]).toEqual(["2025-07-09T10:00:30.000Z", true]);
});
test("a clock that is put back while the schedule runs is said, and the jobs are planned by the new time", async () => {
  const here = begin();
  await succeededAll(here);
  const ran: string[] = [];
  const running = schedule(here, bodies(ran), here.stop.signal);
  await minutes(1);
  vi.setSystemTime(new Date("2025-07-10T07:58:10Z"));
  await minutes(8);
  here.stop.abort();
  await running;
  expect(here.said.filter((line) => line.includes("Die Uhr wurde zurückgestellt"))).toHaveLength(1);
  expect(ran).toEqual(["inbox", "inbox"]);
});
test.each([30, 90])("a clock that is put right by %i seconds is nobody's business", async (seconds) => {
  const here = begin();
  await succeededAll(here);
  vi.setSystemTime(new Date(Date.now() - seconds * 1000));
  await runUntil(here, [], 2);
  expect(here.said.filter((line) => line.includes("Uhr "))).toEqual([]);
});
test("a second schedule on the same folder is refused", async () => {
  const here = begin();
  const busy = {...here, folder: {...here.folder, hold: async () => null}};
  await expect(schedule(busy, bodies([]), here.stop.signal)).rejects.toThrow("läuft schon ein Zeitplan");
});
