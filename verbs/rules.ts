import {type Call, UsageFault, type Verb} from "../pipelines/effects/command-line.ts";
import {rules as book} from "../schemas/rules/registry.ts";
import {asked} from "./asked.ts";
import {done, gate} from "./outcome.ts";

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
  const [{calibrate: run}, {calibrationText}] = await Promise.all([import("../bench/calibrate/calibrate.ts"), import("../bench/calibrate/calibration-text.ts")]);
  const draws = asked.optional(call, "draws") ?? "10000";
  if (!/^[1-9]\d{1,6}$/.test(draws)) throw new UsageFault(`„${draws}“ ist keine Zahl von Ziehungen. Erwartet: eine ganze Zahl ab 10, z. B. 10000.`);
  const calibration = run(Number(draws), 1);
  return gate(calibration.ok, calibrationText(calibration), calibration);
};

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
];
