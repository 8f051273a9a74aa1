import type {Call, Outcome, Verb} from "../pipelines/effects/command-line.ts";
import type {JobBodies} from "../pipelines/schedule/run-job.ts";
import {jobs} from "../schemas/settings.ts";
import {asked} from "./call/asked.ts";
import {ingest} from "./intake.ts";
import {done} from "./call/outcome.ts";
import {empty} from "./intake/quarantine.ts";
import {site} from "./release.ts";
import {build} from "./warehouse.ts";

/** What a verb said; a closed gate is a failure of the job. @throws Error with the German text of the verb */
const opened = async (outcome: Promise<Outcome>): Promise<string> => {
  const {exit, text} = await outcome;
  if (exit !== 0) throw new Error(text);
  return text;
};
/** What the schedule does: the same as the verbs of these names. */
const jobBodies = (call: Call): JobBodies => ({
  inbox: async () => (await ingest({...call, args: []})).text,
  build: async () => [await opened(build(call)), await opened(site(call))].join("\n"),
  backup: async () => {
    const [{backup}, {openFolder}, {systemClock}] = await Promise.all([
      import("../pipelines/care/backup.ts"),
      import("../pipelines/effects/folder.ts"),
      import("../pipelines/effects/clock.ts"),
    ]);
    return backup({clock: systemClock, folder: openFolder(call.data)});
  },
  quarantine: async () => (await empty(call)).text,
});

const careOf = async ({data}: Call) => {
  const [{openFolder}, {systemClock}, {consoleLog}] = await Promise.all([
    import("../pipelines/effects/folder.ts"),
    import("../pipelines/effects/clock.ts"),
    import("../pipelines/effects/log.ts"),
  ]);
  return {clock: systemClock, folder: openFolder(data), say: consoleLog.say};
};

const schedule = async (call: Call) => {
  const [{schedule: keep}, {stopSignal}] = await Promise.all([import("../pipelines/schedule/schedule.ts"), import("../pipelines/effects/stop-signal.ts")]);
  await keep(await careOf(call), jobBodies(call), stopSignal());
  return done("", {ended: true});
};

const listJobs = async (call: Call) => {
  const {jobsAsText, listJobs: list} = await import("../pipelines/schedule/list-jobs.ts");
  const listed = await list(await careOf(call));
  return done(jobsAsText(listed), listed);
};

const runOneJob = async (call: Call): Promise<Outcome> => {
  const {runJob} = await import("../pipelines/schedule/run-job.ts");
  const known = jobs.map(({name}) => name);
  const ran = await runJob(asked.among(known, call.args[0]!, "Den Auftrag"), await careOf(call), jobBodies(call));
  return {exit: ran.outcome === "done" ? 0 : 2, text: ran.said, json: ran};
};

export const careVerbs: readonly Verb[] = [
  {name: "schedule", summary: "Zeitplan laufen lassen: Posteingang, Aufbau, Sicherung", run: schedule},
  {name: "jobs", summary: "Aufträge des Zeitplans mit letztem und nächstem Lauf", run: listJobs},
  {name: "jobs run <name>", summary: "einen Auftrag jetzt ausführen", run: runOneJob},
];
