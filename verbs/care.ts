import {existsSync} from "node:fs";
import {join} from "node:path";
import {type Call, type Outcome, UsageFault, type Verb} from "../pipelines/effects/command-line.ts";
import type {JobBodies} from "../pipelines/schedule/run-job.ts";
import {jobs} from "../schemas/settings.ts";
import {asked} from "./call/asked.ts";
import {atDesk} from "./call/at-desk.ts";
import {done, gate} from "./call/outcome.ts";
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
/** What was published last, so that a restored folder can be held against it. */
const publishedNow = async ({data}: Call) => {
  const [{findManifest}, {dataFolder}, {diskFiles}] = await Promise.all([
    import("../pipelines/jobs/warehouse/manifest.ts"),
    import("../pipelines/effects/data-folder.ts"),
    import("../pipelines/effects/files.ts"),
  ]);
  const found = await findManifest(diskFiles, dataFolder(data).products, "controlling");
  if (found.state !== "sound") return null;
  const {contentHash, ledgerSeq, asOf, engine} = found.manifest;
  return {contentHash, ledgerSeq, asOf, engine};
};
const backUp = async (call: Call): Promise<string> => {
  const [{backup}, {systemClock}] = await Promise.all([import("../pipelines/care/backup.ts"), import("../pipelines/effects/clock.ts")]);
  const choice = {quarantine: asked.flag(call, "withQuarantine"), keys: asked.flag(call, "withKeys")};
  return backup({clock: systemClock, root: call.data, published: await publishedNow(call)}, choice);
};
const practise = async (call: Call): Promise<string> => {
  const [{drill}, {systemClock}, {contentOf}, {builderHash}] = await Promise.all([
    import("../pipelines/care/drill.ts"),
    import("../pipelines/effects/clock.ts"),
    import("../pipelines/jobs/warehouse/content-of.ts"),
    import("../pipelines/jobs/warehouse/builder-hash.ts"),
  ]);
  return atDesk(call, async ({files, engine}) =>
    drill({
      clock: systemClock,
      root: call.data,
      engine: await builderHash(files, engine),
      contentOf: (data, {seq, asOf}) =>
        atDesk({...call, data}, async (desk) =>
          contentOf(
            desk,
            (await desk.ledger.read()).filter((line) => line.seq <= seq),
            asOf,
          ),
        ),
    }),
  );
};

/** What the schedule does: the same as the verbs of these names. */
const jobBodies = (call: Call): JobBodies => ({
  inbox: (stop) => inOwnProcess(call, "ingest", stop),
  build: async (stop) => [await inOwnProcess(call, "build", stop), await inOwnProcess(call, "site", stop)].join("\n"),
  backup: (stop) => inOwnProcess(call, "backup", stop),
  quarantine: async () => (await empty(call)).text,
  drill: () => practise(call),
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

const makeBackup = async (call: Call) => {
  const text = await backUp(call);
  return done(text, {said: text});
};
const checkBackups = async (call: Call) => {
  const [{verifyBackups}, {systemClock}] = await Promise.all([import("../pipelines/care/backup.ts"), import("../pipelines/effects/clock.ts")]);
  const reports = await verifyBackups(call.data, systemClock, call.args[0] ?? null);
  const lines = reports.map(({name, faults}) =>
    faults.length === 0 ? `${name}: unversehrt` : [`${name}: NICHT in Ordnung`, ...faults.map((each) => `– ${each}`)].join("\n"),
  );
  return gate(
    reports.every(({faults}) => faults.length === 0),
    lines.join("\n"),
    reports,
  );
};
const restoreFrom = async (call: Call) => {
  const [{restore, restoredText}, {systemClock}] = await Promise.all([import("../pipelines/care/restore.ts"), import("../pipelines/effects/clock.ts")]);
  const named = call.args[0] ?? "";
  const from = /^[\w.-]+$/.test(named) && !existsSync(named) ? join(call.data, "backups", named) : named;
  if (!existsSync(from))
    throw new UsageFault(`Die Sicherung „${named}“ gibt es nicht. Erwartet: ein Tag wie 2026-01-05 oder ein Ordner; alle zeigt ./kim backup verify.`);
  const into = asked.optional(call, "into") ?? call.data;
  const restored = await restore({clock: systemClock, from, into, onto: asked.optional(call, "into") === null});
  return done(restoredText({from, into}, restored), restored);
};

export const careVerbs: readonly Verb[] = [
  {
    name: "backup",
    summary: "Journal, Archiv, Zustand und Veröffentlichungen nach backups/TAG sichern und die Sicherung prüfen (täglich im Zeitplan)",
    options: [
      ["--with-quarantine", "auch zurückgewiesene Dateien, die Personendaten enthalten können"],
      ["--with-keys", "auch den Schlüssel, der Vordrucke unterschreibt"],
    ],
    run: makeBackup,
  },
  {name: "backup verify [name]", summary: "alle Sicherungen prüfen, oder eine", run: checkBackups},
  {
    name: "restore <von>",
    summary: "eine Sicherung wiederherstellen (Tag oder Ordner); was im Datenordner lag, wird beiseitegelegt",
    options: [["--into <ordner>", "in diesen neuen oder leeren Ordner"]],
    run: restoreFrom,
  },
  {name: "schedule", summary: "Zeitplan laufen lassen: Posteingang, Aufbau, Sicherung", run: schedule},
  {name: "jobs", summary: "Aufträge des Zeitplans mit letztem und nächstem Lauf", run: listJobs},
  {name: "jobs run <name>", summary: "einen Auftrag jetzt ausführen", run: runOneJob},
];
