import {type Call, UsageFault, type Verb} from "../pipelines/effects/command-line.ts";
import {rules as book} from "../schemas/rules/registry.ts";
import {asked} from "./call/asked.ts";
import {atDesk} from "./call/at-desk.ts";
import {done, gate} from "./call/outcome.ts";

const list = async () => {
  const {rulesText} = await import("../reports/rulebook/rule-text.ts");
  return done(
    rulesText(),
    book.map(({id, severity, releasable, title, message, why, basis, formulaPossible, validFrom, validUntil, needs}) => ({
      id,
      severity,
      releasable,
      title,
      message,
      why,
      basis,
      formulaPossible,
      validFrom: validFrom ?? null,
      validUntil: validUntil ?? null,
      needs: needs ?? [],
    })),
  );
};

const known = (id: string): string => {
  const wanted = id.toUpperCase();
  if (!book.some((rule) => rule.id === wanted)) throw new UsageFault(`Die Regel „${id}“ gibt es nicht. Alle Regeln zeigt ./kim rules.`);
  return wanted;
};

const show = async ({args}: Call) => {
  const {ruleText} = await import("../reports/rulebook/rule-text.ts");
  const id = known(args[0]!);
  const {checks: _, ...rule} = book.find((each) => each.id === id)!;
  return done(ruleText(id), rule);
};

const prove = async ({args, progress}: Call) => {
  const {proveRules, rulesProofText} = await import("../bench/rules/prove-rules.ts");
  const proof = await proveRules(args.map(known), (n, of) => progress(n, of, "Regeln bewiesen"));
  return gate(proof.ok, rulesProofText(proof), proof);
};

const calibrate = async (call: Call) => {
  const [{calibrate: run}, {calibrationText}] = await Promise.all([
    import("../bench/calibrate/calibrate.ts"),
    import("../bench/calibrate/calibration-text.ts"),
  ]);
  const draws = asked.optional(call, "draws") ?? "10000";
  if (!/^[1-9]\d{1,6}$/.test(draws)) throw new UsageFault(`„${draws}“ ist keine Zahl von Ziehungen. Erwartet: eine ganze Zahl ab 10, z. B. 10000.`);
  const calibration = run(Number(draws), 1);
  return gate(calibration.ok, calibrationText(calibration), calibration);
};

const replay = (call: Call) =>
  atDesk(call, async (desk) => {
    const path = asked.needed(call, "rules");
    const [{candidateOf}, {replay: run}, {replayText}] = await Promise.all([
      import("../schemas/rules/book/candidate.ts"),
      import("../pipelines/jobs/warehouse/replay/replay.ts"),
      import("../pipelines/jobs/warehouse/replay/report-replay.ts"),
    ]);
    asked.existing([path]);
    const candidate = candidateOf(new TextDecoder().decode((await desk.files.read(path))!));
    if ("faults" in candidate) throw new UsageFault(`Der Kandidat „${path}“ ist nicht zu verstehen: ${candidate.faults.join("; ")}.`);
    const replayed = await run(desk, candidate.book);
    return done(replayText(replayed, candidate.changes), {changes: candidate.changes, ...replayed});
  });

/** The rule book. */
export const ruleVerbs: readonly Verb[] = [
  {name: "rules", summary: "alle Regeln der Prüfung", run: list},
  {name: "rules show <regel>", summary: "eine Regel: warum es sie gibt, Meldung, Folge, Grundlage", run: show},
  {name: "rules prove [regel...]", summary: "Beispiele aller Regeln ausführen und Regeln absichtlich verfälschen", run: prove},
  {
    name: "rules calibrate",
    summary: "Plausibilität in gezogenen Welten ohne Veränderung und mit Sprüngen messen",
    options: [["--draws <zahl>", "so viele Stellen mit sechs Halbjahren (sonst 10000)"]],
    run: calibrate,
  },
  {
    name: "rules replay",
    summary: "zeigen, welche Meldungen ein geändertes Regelwerk anders beurteilen würde",
    options: [["--rules <datei>", "Kandidat als JSON: parameters, pla, severity, off"]],
    run: replay,
  },
];
