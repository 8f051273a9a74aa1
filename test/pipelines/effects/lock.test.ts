import {mkdtemp, readdir, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {afterAll, beforeAll, expect, test} from "vitest";
import {withLock} from "../../../pipelines/effects/lock.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "kim-lock-"));
});
afterAll(() => rm(root, {recursive: true, force: true}));

test("only one is inside at a time, and the lock is gone afterwards", async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await setTimeout(3);
    inside--;
  };
  await Promise.all(Array.from({length: 12}, () => withLock(join(root, "a.lock"), work)));
  expect(most).toBe(1);
  expect(await readdir(root)).toEqual([]);
});

test("a lock is given back when the work fails", async () => {
  await expect(withLock(join(root, "b.lock"), () => Promise.reject(new Error("invalid work: x")))).rejects.toThrow("invalid work: x");
  expect(await withLock(join(root, "b.lock"), async () => 1)).toBe(1);
});

test("who waits too long is told in German", async () => {
  await writeFile(join(root, "c.lock"), String(process.ppid));
  await expect(withLock(join(root, "c.lock"), async () => 1, 200)).rejects.toThrow(/seit 0\.2 Sekunden von einem anderen Vorgang belegt/);
});
test.each(["", "{", '{"pid": 1}'])("a torn lock (%j) stops nobody", async (text) => {
  await writeFile(join(root, "d.lock"), text);
  expect(await withLock(join(root, "d.lock"), async () => 1, 2_000)).toBe(1);
});
test("one who waits in vain hears who holds it", async () => {
  const lock = {pid: 4711, host: "another-machine", born: null, since: "2025-07-10T10:00:00.000Z"};
  await writeFile(join(root, "e.lock"), JSON.stringify(lock));
  await expect(withLock(join(root, "e.lock"), async () => 1, 200)).rejects.toThrow("Vorgang 4711 auf another-machine, seit 10.07.25, 12:00 Uhr");
});
