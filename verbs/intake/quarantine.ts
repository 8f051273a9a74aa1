import {type Call, UsageFault, type Verb} from "../../pipelines/effects/command-line.ts";
import {asked} from "../call/asked.ts";
import {atDesk, atSoundDesk} from "../call/at-desk.ts";
import {done} from "../call/outcome.ts";

const list = (call: Call) =>
  atDesk(call, async (desk) => {
    const [{foldLedger}, {waiting, waitsUntil, openCells, underway}, {waitingText}] = await Promise.all([
      import("../../pipelines/ledger/fold.ts"),
      import("../../pipelines/jobs/intake/quarantine/waiting.ts"),
      import("../../pipelines/jobs/intake/quarantine/report-quarantine.ts"),
    ]);
    const known = foldLedger(await desk.ledger.read());
    const [files, unread] = [waiting(known), [...known.unread.values()]];
    const json = files.map((each) => {
      const {sha256, body, halfYear, received, rule} = each;
      return {sha256, body, halfYear, received, rule, until: waitsUntil(each).toISOString(), open: openCells(each)};
    });
    return done(waitingText(files, unread, underway(await desk.quarantine.names(), known)), [
      ...json,
      ...unread.map(({sha256, received, cause, tries}) => ({sha256, received, unread: cause, tries})),
    ]);
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

const retry = (call: Call) =>
  atDesk(call, async (desk) => {
    const [{retriedText, retryByHand}, {foldLedger}] = await Promise.all([
      import("../../pipelines/jobs/intake/quarantine/unread.ts"),
      import("../../pipelines/ledger/fold.ts"),
    ]);
    const tried = await retryByHand(desk, call.args[0] ?? null);
    return done(retriedText(tried, foldLedger(await desk.ledger.read()).unread), tried);
  });

const discard = (call: Call) =>
  atDesk(call, async (desk) => {
    const {discardUnread} = await import("../../pipelines/jobs/intake/quarantine/unread.ts");
    const sha256 = await discardUnread(desk, call.args[0] ?? "");
    return done(`Die nie gelesene Datei ${sha256.slice(0, 12)} ist gelöscht. Dass sie eingegangen war, steht im Journal.`, {sha256});
  });

export const quarantineVerbs: readonly Verb[] = [
  {name: "quarantine", summary: "Dateien zeigen, die wegen vermuteter Personendaten zurückgewiesen oder noch nicht gelesen wurden", run: list},
  {
    name: "quarantine answer <datei...>",
    summary: "„Kein Personenbezug“ vermerken: Prüfsumme, oder Stelle und Halbjahr",
    options: [
      ["--cells <zellen>", "diese Zellen, wie ./kim quarantine sie nennt, z. B. T09!B7,T13!C9"],
      ["--all", "alle beanstandeten Zellen"],
    ],
    run: answer,
  },
  {name: "quarantine retry [pruefsumme]", summary: "Dateien noch einmal lesen, die bisher nicht gelesen werden konnten (sonst alle)", run: retry},
  {name: "quarantine discard <pruefsumme>", summary: "eine Datei endgültig löschen, die nie gelesen werden konnte", run: discard},
  {name: "quarantine empty", summary: "löschen, was länger als 14 Tage wartet (täglich im Zeitplan)", run: empty},
];
