import {type ChildProcess, spawn} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {hostname, tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {afterAll, beforeAll, expect, test} from "vitest";
import {oneReturn} from "../../fixtures/sample/one-return.ts";

const entry = join(import.meta.dirname, "../../kim.ts");
const root = mkdtempSync(join(tmpdir(), "kim-stop-"));
const data = join(root, "data");
afterAll(() => rmSync(root, {recursive: true, force: true}));

type Started = {
  readonly child: ChildProcess;
  readonly text: () => string;
  readonly ended: Promise<number | string | null>;
  readonly says: (words: RegExp) => Promise<void>;
};
const start = (...args: string[]): Started => {
  const child = spawn(process.execPath, [entry, ...args], {cwd: root, stdio: ["ignore", "pipe", "pipe"], detached: true});
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  const ended = new Promise<number | string | null>((resolve) => child.once("close", (code, signal) => resolve(code ?? signal)));
  const says = async (words: RegExp) => {
    while (!words.test(text) && child.exitCode === null) await setTimeout(20);
    expect(text).toMatch(words);
  };
  return {child, text: () => text, ended, says};
};
const done = async (...args: string[]): Promise<string> => {
  const {ended, text} = start(...args);
  expect([await ended, text()]).toEqual([0, text()]);
  return text();
};
/** Living processes of a group; what ended and was not yet fetched is dead. */
const living = (group: number | undefined) =>
  readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid) || !existsSync(`/proc/${pid}/stat`)) return false;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const [state, , pgrp] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return pgrp === String(group) && state !== "Z";
    } catch {
      return false;
    }
  });
const endsIn = async ({child, ended}: Started, signal: NodeJS.Signals): Promise<{how: number | string | null; within: number; left: string[]}> => {
  const begun = performance.now();
  child.kill(signal);
  const how = await ended;
  const within = performance.now() - begun;
  for (let tries = 0; tries < 20 && living(child.pid).length > 0; tries++) await setTimeout(50);
  return {how, within, left: living(child.pid)};
};

beforeAll(async () => {
  mkdirSync(join(data, "inbox"), {recursive: true});
  for (const body of ["05111", "05170"]) writeFileSync(join(data, "inbox", `${body}.xlsx`), await oneReturn({body}));
});

test("ingest ends at once with its readers, and the next one goes on from there", async () => {
  const running = start("ingest", "--data", data);
  await setTimeout(900);
  const {within, left} = await endsIn(running, "SIGTERM");
  expect([within < 10_000, left]).toEqual([true, []]);
  await done("ingest", "--data", data);
  expect(readdirSync(join(data, "archive"))).toHaveLength(2);
}, 60_000);

test("a build ends at once with its threads, and the next one goes on from there", async () => {
  const running = start("build", "--data", data);
  while (!existsSync(join(data, "warehouse.next.duckdb")) && running.child.exitCode === null) await setTimeout(10);
  const {within, left} = await endsIn(running, "SIGTERM");
  expect([within < 10_000, left]).toEqual([true, []]);
  await done("build", "--data", data);
  expect(readdirSync(data).filter((name) => name.includes(".next"))).toEqual([]);
}, 120_000);

test.runIf(process.platform === "linux").each(["SIGTERM", "SIGKILL"] as const)(
  "a query ends with its child (%s) and leaves nothing lying about",
  async (signal) => {
    const running = start("query", "select count(*) from (select distinct i from range(200000000) t(i))", "--data", data);
    while (living(running.child.pid).length < 2) await setTimeout(20);
    await setTimeout(2_500);
    const {within, left} = await endsIn(running, signal);
    expect([within < 10_000, left]).toEqual([true, []]);
    await done("query", "select 1", "--data", data);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`kim-duckdb-${running.child.pid}-`))).toEqual([]);
    expect(existsSync(join(root, ".tmp"))).toBe(false);
  },
  60_000,
);

test("a schedule sets torn state aside, says so, and ends when told to, also while a job runs", async () => {
  mkdirSync(join(data, "state/jobs"), {recursive: true});
  for (const [name, text] of [
    ["inbox", ""],
    ["build", '{"started": "2025-'],
    ["backup", "null"],
  ] as const)
    writeFileSync(join(data, "state/jobs", `${name}.json`), text);
  writeFileSync(join(data, "inbox", "05334.xlsx"), await oneReturn({body: "05334"}));
  const running = start("schedule", "--data", data);
  await running.says(/backup\.json\.unlesbar-1/);
  const second = start("schedule", "--data", data);
  expect([await second.ended, second.text()]).toEqual([2, expect.stringContaining(`Vorgang ${running.child.pid} auf ${hostname()}, seit `)]);
  const {how, within, left} = await endsIn(running, "SIGTERM");
  expect([how, within < 10_000, left]).toEqual([0, true, []]);
  expect(running.text()).not.toContain("Abgebrochen");
  expect(
    readdirSync(join(data, "state/jobs"))
      .filter((name) => name.includes("unlesbar"))
      .sort(),
  ).toEqual(["backup.json.unlesbar-1", "build.json.unlesbar-1", "inbox.json.unlesbar-1"]);
}, 60_000);

test("a schedule that is killed takes its job with it, and the next one starts", async () => {
  for (const name of readdirSync(join(data, "state/jobs"))) rmSync(join(data, "state/jobs", name), {force: true});
  const running = start("schedule", "--data", data);
  await running.says(/inbox: erledigt/);
  while (living(running.child.pid).length < 2) await setTimeout(20);
  expect((await endsIn(running, "SIGKILL")).left).toEqual([]);
  const next = start("schedule", "--data", data);
  await next.says(/Der Zeitplan läuft/);
  expect((await endsIn(next, "SIGINT")).how).toBe(0);
}, 60_000);
