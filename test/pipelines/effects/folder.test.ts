import {mkdtempSync, readdirSync, utimesSync} from "node:fs";
import {hostname, tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {openFolder} from "../../../pipelines/effects/folder.ts";

const fresh = () => {
  const root = mkdtempSync(join(tmpdir(), "kim-folder-"));
  return {root, folder: openFolder(root)};
};

test("a file that is not there is null, a folder that is not there is empty", async () => {
  const {folder} = fresh();
  expect([await folder.read("a/b"), await folder.files("a"), await folder.folders("a")]).toEqual([null, [], []]);
});
test("writing makes the folders, replaces as a whole and leaves nothing beside", async () => {
  const {root, folder} = fresh();
  await folder.write("a/b.txt", "long text");
  await folder.write("a/b.txt", "new");
  expect([await folder.read("a/b.txt"), readdirSync(join(root, "a"))]).toEqual(["new", ["b.txt"]]);
});
test("files are named from the root, sorted, at any depth", async () => {
  const {folder} = fresh();
  for (const path of ["a/z", "a/b/c", "d"]) await folder.write(path, "");
  expect([await folder.files("a"), await folder.files("d"), await folder.folders("a")]).toEqual([["a/b/c", "a/z"], ["d"], ["b"]]);
});
test("a copy has the same bytes and a life of its own", async () => {
  const {folder} = fresh();
  await folder.write("a", "äöü");
  await folder.copy("a", "x/y/b");
  expect([await folder.sha256("x/y/b"), await folder.sizeOf("x/y/b")]).toEqual([await folder.sha256("a"), 6]);
  await folder.write("a", "changed");
  expect(await folder.read("x/y/b")).toBe("äöü");
});
test("two who reach for a name at once: one has it", async () => {
  const {folder} = fresh();
  const both = await Promise.all([folder.hold("state/x.lock"), folder.hold("state/x.lock")]);
  expect(both.filter((release) => release !== null)).toHaveLength(1);
});
test("a released name can be held again", async () => {
  const {folder} = fresh();
  await (await folder.hold("x.lock"))?.();
  expect(await folder.hold("x.lock")).not.toBeNull();
});
test("a name held half a day is forgotten", async () => {
  const {folder} = fresh();
  await folder.write("x.lock", `${process.ppid} ${Date.now() - 13 * 60 * 60 * 1000}`);
  expect(await folder.hold("x.lock")).not.toBeNull();
});

const lockOf = (changed: object) => JSON.stringify({pid: process.ppid, host: hostname(), born: null, since: new Date().toISOString(), ...changed});
test("whoever holds a name is named", async () => {
  const {folder} = fresh();
  await folder.hold("x.lock");
  expect(await folder.holder("x.lock")).toMatchObject({pid: process.pid, host: hostname()});
});
test("a process that has the number of the one that held the name is another", async () => {
  const {folder} = fresh();
  await folder.write("x.lock", lockOf({born: "another start of the machine 4711"}));
  expect(await folder.hold("x.lock")).not.toBeNull();
});
test("a living process that nobody can tell from a later one is believed", async () => {
  const {folder} = fresh();
  await folder.write("x.lock", lockOf({}));
  expect(await folder.hold("x.lock")).toBeNull();
});
test.each([
  ["minutes ago", 60_000, false],
  ["half an hour ago", 30 * 60_000, true],
  ["half an hour from now, by a clock that was put back since", -30 * 60_000, true],
])("a name held on another machine, last touched %s", async (_, ago, free) => {
  const {root, folder} = fresh();
  await folder.write("x.lock", lockOf({host: "another-machine", pid: 1}));
  const at = new Date(Date.now() - ago);
  utimesSync(join(root, "x.lock"), at, at);
  expect((await folder.hold("x.lock")) !== null).toBe(free);
});
test.each(["", "{", "[]", "null"])("a lock that is torn (%j) is nobody's", async (text) => {
  const {folder} = fresh();
  await folder.write("x.lock", text);
  expect(await folder.hold("x.lock")).not.toBeNull();
});
