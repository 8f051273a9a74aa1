import {spawn} from "node:child_process";
import {join} from "node:path";
import {expect, test} from "vitest";
import {readJobState} from "../../../pipelines/schedule/job-state.ts";
import {room} from "../care/room.ts";

const stopped = async (root: string, signal: NodeJS.Signals) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "scheduled.ts"), root], {stdio: ["ignore", "pipe", "inherit"]});
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    if (said === "") setTimeout(() => child.kill(signal), 200);
    said += chunk;
  });
  return new Promise<{code: number | null; said: string}>((resolve) => child.on("close", (code) => resolve({code, said})));
};

test.each(["SIGTERM", "SIGINT"] as const)("%s lets the running job finish, starts no other and ends with 0", async (signal) => {
  const here = room("2025-07-10T08:00:00Z");
  const {code, said} = await stopped(here.root, signal);
  expect(code).toBe(0);
  expect(said).toMatch(/inbox: erledigt\. fertig geworden\n.*beendet/);
  expect(said).not.toContain("darf nicht laufen");
  expect((await readJobState(here, "inbox")).succeeded).not.toBeNull();
  expect(await here.folder.read("state/jobs/inbox.lock")).toBeNull();
});
