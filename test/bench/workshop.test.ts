import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {hashOf, machine} from "../../bench/proof/workshop.ts";

const tree = (files: Record<string, string>) => {
  const root = mkdtempSync(join(tmpdir(), "kim-hash-"));
  mkdirSync(join(root, "a"));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  return root;
};
const globs = ["a/*.{ts,sql}", "kim.ts"];
const here = tree({"a/x.ts": "1", "a/y.sql": "2", "kim.ts": "3", "other.ts": "4"});
const then = hashOf(globs, here);

test("equal files have equal hashes, wherever they lie", () => expect(hashOf(globs, tree({"a/x.ts": "1", "a/y.sql": "2", "kim.ts": "3"}))).toBe(then));
test("a changed byte is another hash", () => expect(hashOf(globs, tree({"a/x.ts": "1", "a/y.sql": "2", "kim.ts": "3 "}))).not.toBe(then));
test("so is another name", () => expect(hashOf(globs, tree({"a/z.ts": "1", "a/y.sql": "2", "kim.ts": "3"}))).not.toBe(then));
test("and a file that went", () => {
  rmSync(join(here, "a/y.sql"));
  expect(hashOf(globs, here)).not.toBe(then);
});
test("a machine is known by cores, memory and Node", () => expect(machine()).toMatch(/^\d+ Kerne .+, \d+ GiB, Node 2\d\./));
