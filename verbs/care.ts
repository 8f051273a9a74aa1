import type {Call, Outcome, Verb} from "../pipelines/effects/command-line.ts";
import type {JobBodies} from "../pipelines/schedule/run-job.ts";
import {jobs} from "../schemas/settings.ts";
import {asked} from "./call/asked.ts";
import {done} from "./call/outcome.ts";
import {empty} from "./intake/quarantine.ts";

/** A stopped schedule ends within ten seconds: what is nearly done may finish, the rest is taken up at the next start. */
const grace = 6_000;
/** A verb in a process of its own: reading, building and protecting compute for seconds, and a schedule must hear that it is to end. @throws Refusal with what the verb said */
const inOwnProcess = async ({data}: Call, verb: string, stop: AbortSignal): Promise<string> => {
  const [{ownCall}, {Refusal}] = await Promise.all([import("../pipelines/effects/children/own-call.ts"), import("../pipelines/effects/refusal.ts")]);
  const {exit, out, complaint} = await ownCall([verb, "--data", data], stop, grace);
  if (exit === null) throw new Refusal("Der Vorgang wurde von außen beendet");
  if (exit !== 0) throw new Refusal([out, complaint].filter((text) => text !== "").join("\n"), exit === 1 ? 1 : 2);
  return [out, complaint].filter((text) => text !== "").join("\n");
};
/** What the schedule does: the same as the verbs of these names. */
const jobBodies = (call: Call): JobBodies => ({
  inbox: (stop) => inOwnProcess(call, "ingest", stop),
  build: async (stop) => [await inOwnProcess(call, "build", stop), await inOwnProcess(call, "site", stop)].join("\n"),
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
