import {existsSync, mkdirSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test, vi} from "vitest";

test("what a database has no room for lies in a folder of its own, which is removed, and so is what the dead left behind", async () => {
  const [dead, living] = [4194304, process.ppid].map((pid) => join(tmpdir(), `kim-duckdb-${pid}-77`));
  for (const folder of [dead, living]) mkdirSync(folder ?? "", {recursive: true});
  vi.resetModules();
  const {openSpill} = await import("../../../pipelines/effects/spill.ts");
  const {folder, close} = openSpill();
  expect([dead, living].map((each) => existsSync(each ?? ""))).toEqual([false, true]);
  mkdirSync(join(folder, "deep"), {recursive: true});
  close();
  expect(existsSync(folder)).toBe(false);
});
