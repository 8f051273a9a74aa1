import {appendFile, mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {dataFolder} from "../../../pipelines/effects/data-folder.ts";
import {openLedger} from "../../../pipelines/ledger/ledger.ts";
import type {Event} from "../../../schemas/events.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "kim-ledger-"));
});
afterEach(() => rm(root, {recursive: true, force: true}));

const said: string[] = [];
const open = () => openLedger(dataFolder(root), {now: () => new Date("2025-07-31T10:00:00Z")}, {say: (text) => said.push(text)});
const event = (rows: number): Event => ({type: "approvals", payload: "p", rows});
const seqs = async () => (await open().read()).map(({seq}) => seq);

test("lines are chained from the first on", async () => {
  await open().append([event(1), event(2)]);
  const [first, second] = await open().read();
  expect(first).toMatchObject({seq: 1, prev: "0".repeat(64), recorded: "2025-07-31T10:00:00.000Z", rows: 1});
  expect(second).toMatchObject({seq: 2, prev: first!.hash, rows: 2});
});

test("what is appended at the same time, by several processes or one, is one chain", async () => {
  const ledgers = [open(), open(), open()];
  await Promise.all(Array.from({length: 30}, (_, i) => ledgers[i % 3]!.append([event(i)])));
  const lines = await open().read();
  expect(lines.map(({seq}) => seq)).toEqual(Array.from({length: 30}, (_, i) => i + 1));
  expect(lines.slice(1).map(({prev}) => prev)).toEqual(lines.slice(0, -1).map(({hash}) => hash));
});

test("the head is kept outside the ledger", async () => {
  await open().append([event(1)]);
  const head = JSON.parse(await readFile(join(root, "state/ledger-head.json"), "utf8"));
  expect(head).toEqual({seq: 1, hash: (await open().read())[0]!.hash});
});

test("a torn last line is set aside, said, and written over", async () => {
  await open().append([event(1)]);
  await appendFile(join(root, "ledger.ndjson"), '{"seq":2,"prev":"ab');
  expect(await seqs()).toEqual([1]);
  await open().append([event(2)]);
  expect(await seqs()).toEqual([1, 2]);
  expect(await readFile(join(root, "ledger.torn-1"), "utf8")).toBe('{"seq":2,"prev":"ab');
  expect(said.at(-1)).toMatch(/unvollständig.*ledger\.torn-1/);
});

test("a cut end is not covered up by appending", async () => {
  await open().append([event(1), event(2)]);
  const [first] = (await readFile(join(root, "ledger.ndjson"), "utf8")).split("\n");
  await writeFile(join(root, "ledger.ndjson"), `${first}\n`);
  await expect(open().append([event(3)])).rejects.toThrow(/Am Ende fehlen Zeilen: Festgehalten waren 2, vorhanden sind 1/);
  await expect(open().read()).rejects.toThrow(/Am Ende fehlen Zeilen/);
  expect(await readFile(join(root, "ledger.ndjson"), "utf8")).toBe(`${first}\n`);
});

test("a lock left behind by a process that is gone does not stop anybody", async () => {
  await writeFile(join(root, "ledger.ndjson.lock"), "999999999");
  await open().append([event(1)]);
  expect(await seqs()).toEqual([1]);
});

test("nothing to append writes nothing", async () => {
  await open().append([]);
  expect(await open().examine()).toEqual({chain: {whole: "", torn: "", lines: [], fault: null}, faults: [], renew: false});
  expect(await readdir(root)).toEqual([]);
});
