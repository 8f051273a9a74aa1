import type {Call, Outcome, Verb} from "../pipelines/effects/command-line.ts";
import {asked} from "./call/asked.ts";
import {atDesk, atSoundDesk} from "./call/at-desk.ts";
import {gate} from "./call/outcome.ts";

const approvals = (call: Call) =>
  atSoundDesk(call, async (desk): Promise<Outcome> => {
    const {approvalsText, importApprovals} = await import("../pipelines/jobs/intake/approvals.ts");
    asked.existing(call.args);
    const imported = await importApprovals(desk, call.args[0]!);
    return {exit: imported.faults.length > 0 ? 2 : 0, text: approvalsText(imported), json: imported};
  });

const ingest = (call: Call) =>
  atSoundDesk(call, async (desk): Promise<Outcome> => {
    const [{ingest: take}, {judgeIngested}, {ingestText}, {inboxPatience}] = await Promise.all([
      import("../pipelines/jobs/intake/ingest.ts"),
      import("../pipelines/jobs/intake/judging/judge-ingested.ts"),
      import("../pipelines/jobs/intake/report-ingest.ts"),
      import("../schemas/inbox.ts"),
    ]);
    const received = asked.instant(asked.optional(call, "received"));
    const {clockSetBack} = await import("../pipelines/ledger/clock-set-back.ts");
    const wrongClock = clockSetBack(await desk.ledger.read(), desk.clock.now());
    if (wrongClock !== null) desk.log.say(wrongClock);
    const taken = await take(desk, call.args, {
      ...(received === null ? {} : {received}),
      acceptRepairs: asked.flag(call, "acceptRepairs"),
      patience: inboxPatience,
      progress: (n, of) => call.progress(n, of, "Dateien gelesen und geprüft"),
    });
    const summary = await judgeIngested(desk, taken);
    return {exit: summary.missing.length > 0 || summary.troubles.length > 0 ? 2 : 0, text: ingestText(summary), json: summary};
  });

const check = (call: Call) =>
  atDesk(call, async (desk) => {
    const [{checkFiles}, {checkText}] = await Promise.all([
      import("../pipelines/jobs/intake/check-files.ts"),
      import("../pipelines/jobs/intake/report-check.ts"),
    ]);
    asked.existing(call.args);
    const checked = await checkFiles(call.args, desk, {acceptRepairs: asked.flag(call, "acceptRepairs")});
    return gate(
      checked.every(({verdict}) => verdict !== "rejected"),
      checkText(checked),
      checked.length === 1 ? checked[0] : checked,
    );
  });

const acceptRepairs = ["--accept-repairs", "bestätigen, wie gelesen wurde, wo die Datei von der Vorlage abweicht (STR-012)"] as const;
export const intakeVerbs: readonly Verb[] = [
  {name: "approvals import <datei>", summary: "Bewilligungen übernehmen (CSV: stelle;gueltig_ab;baustein;vzae;euro)", run: approvals},
  {
    name: "ingest [datei-oder-ordner...]",
    summary: "Meldungen annehmen: lesen, prüfen, archivieren (sonst den Posteingang)",
    options: [["--received <zeitpunkt>", "Tag oder Zeitpunkt des Eingangs"], acceptRepairs],
    run: ingest,
  },
  {name: "check <datei...>", summary: "Meldungen prüfen, ohne sie anzunehmen", options: [acceptRepairs], run: check},
];
