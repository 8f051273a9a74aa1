import {type Call, UsageFault, type Verb} from "../../pipelines/effects/command-line.ts";
import {asked} from "../call/asked.ts";
import {atDesk, atSoundDesk} from "../call/at-desk.ts";
import {done} from "../call/outcome.ts";

const list = (call: Call) =>
  atDesk(call, async (desk) => {
    const [{foldLedger}, {waiting, waitsUntil, openCells}, {waitingText}] = await Promise.all([
      import("../../pipelines/ledger/fold.ts"),
      import("../../pipelines/jobs/intake/quarantine/waiting.ts"),
      import("../../pipelines/jobs/intake/quarantine/report-quarantine.ts"),
    ]);
    const files = waiting(foldLedger(await desk.ledger.read()));
    const json = files.map((each) => {
      const {sha256, body, halfYear, received, rule} = each;
      return {sha256, body, halfYear, received, rule, until: waitsUntil(each).toISOString(), open: openCells(each)};
    });
    return done(waitingText(files), json);
  });

const answer = (call: Call) =>
  atSoundDesk(call, async (desk) => {
    const {answerNotPersonal} = await import("../../pipelines/jobs/intake/quarantine/answer.ts");
    const {answeredText} = await import("../../pipelines/jobs/intake/quarantine/report-quarantine.ts");
    const [first, second, more] = call.args;
    if (more !== undefined) throw new UsageFault("Zu viele Angaben. Erwartet: eine Prüfsumme oder Stelle und Halbjahr.");
    const which = second === undefined ? {hash: first!} : {body: asked.body(first!), halfYear: asked.halfYear(second)};
    const named = asked.optional(call, "cells");
    if ((named === null) !== asked.flag(call, "all"))
      throw new UsageFault("Erwartet: entweder --cells mit den Zellen, z. B. --cells T09!B7,T13!C9, oder --all.");
    const cells =
      named === null
        ? "all"
        : named
            .split(",")
            .map((cell) => cell.trim())
            .filter(Boolean);
    const answered = await answerNotPersonal(desk, which, cells);
    return done(answeredText(answered), answered);
  });

/** Also what the schedule does every day. */
export const empty = (call: Call) =>
  atSoundDesk(call, async (desk) => {
    const [{emptyQuarantine}, {emptiedText}] = await Promise.all([
      import("../../pipelines/jobs/intake/quarantine/empty-quarantine.ts"),
      import("../../pipelines/jobs/intake/quarantine/report-quarantine.ts"),
    ]);
    const emptied = await emptyQuarantine(desk);
    return done(emptiedText(emptied), {emptied});
  });

export const quarantineVerbs: readonly Verb[] = [
  {name: "quarantine", summary: "Dateien zeigen, die wegen vermuteter Personendaten zurückgewiesen wurden", run: list},
  {
    name: "quarantine answer <datei...>",
    summary: "„Kein Personenbezug“ vermerken: Prüfsumme, oder Stelle und Halbjahr",
    options: [
      ["--cells <zellen>", "diese Zellen, wie ./kim quarantine sie nennt, z. B. T09!B7,T13!C9"],
      ["--all", "alle beanstandeten Zellen"],
    ],
    run: answer,
  },
  {name: "quarantine empty", summary: "löschen, was länger als 14 Tage wartet (täglich im Zeitplan)", run: empty},
];
