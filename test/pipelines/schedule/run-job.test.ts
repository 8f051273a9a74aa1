import {expect, test} from "vitest";
import {readJobState} from "../../../pipelines/schedule/job-state.ts";
import {runJob} from "../../../pipelines/schedule/run-job.ts";
import {bodies, room} from "../care/room.ts";

const fails = async () => Promise.reject(new Error("Platte voll"));

test("a run is written down with what it said", async () => {
  const here = room("2025-07-10T08:00:00Z");
  expect(await runJob("build", here, bodies([]))).toEqual({name: "build", outcome: "done", said: "build gelaufen"});
  expect(await readJobState(here, "build")).toEqual({
    started: "2025-07-10T08:00:00.000Z",
    succeeded: "2025-07-10T08:00:00.000Z",
    failed: null,
    said: "build gelaufen",
  });
});

test("a fault is an outcome in German, and the last success is not forgotten", async () => {
  const here = room("2025-07-10T08:00:00Z");
  await runJob("build", here, bodies([]));
  here.setClock("2025-07-11T08:00:00Z");
  expect((await runJob("build", here, bodies([], {build: fails}))).outcome).toBe("failed");
  expect(await readJobState(here, "build")).toEqual({
    started: "2025-07-11T08:00:00.000Z",
    succeeded: "2025-07-10T08:00:00.000Z",
    failed: "2025-07-11T08:00:00.000Z",
    said: "Fehlgeschlagen: Abgebrochen durch einen Fehler des Programms: Platte voll. Beim nächsten Termin wird es wieder versucht.",
  });
});

test("the same job does not run twice at once, and can run again afterwards", async () => {
  const here = room("2025-07-10T08:00:00Z");
  const ran: string[] = [];
  const twice = async () => (await runJob("build", here, bodies(ran))).outcome;
  expect((await runJob("build", here, bodies(ran, {build: twice}))).said).toBe("busy");
  expect((await runJob("build", here, bodies(ran))).outcome).toBe("done");
  expect(ran).toEqual(["build"]);
});

test("a lock of a process that is gone is no lock", async () => {
  const here = room("2025-07-10T08:00:00Z");
  await here.folder.write("state/jobs/build.lock", `4194304 ${Date.now()}`);
  expect((await runJob("build", here, bodies([]))).outcome).toBe("done");
});

test("nor is one of a former process that had our number", async () => {
  const here = room("2025-07-10T08:00:00Z");
  await here.folder.write("state/jobs/build.lock", `${process.pid} ${Date.now()}`);
  expect((await runJob("build", here, bodies([]))).outcome).toBe("done");
});

test("a lock of another living process is", async () => {
  const here = room("2025-07-10T08:00:00Z");
  await here.folder.write("state/jobs/build.lock", `${process.ppid} ${Date.now()}`);
  expect((await runJob("build", here, bodies([]))).outcome).toBe("busy");
});

test("an unknown job is refused", async () => {
  await expect(runJob("tea", room("2025-07-10T08:00:00Z"), bodies([]))).rejects.toThrow("unknown job: tea");
});
