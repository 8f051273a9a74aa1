import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {expect, test} from "vitest";

const script = "pipelines/effects/runtime.mjs";
test("a modern Node passes in silence", () => expect(execFileSync(process.execPath, [script], {encoding: "utf8"})).toBe(""));
test("an old one is told in one German sentence what is missing", () => {
  const old = readFileSync(script, "utf8").replace("process.versions.node.split", '"20.19.2".split');
  const told = () => execFileSync(process.execPath, ["-e", old], {encoding: "utf8", stdio: "pipe"});
  expect(told).toThrow(/Node\.js 24/);
});
