import {readFileSync, writeFileSync} from "node:fs";
import {basename, resolve} from "node:path";
import type {Call, Verb} from "../pipelines/effects/command-line.ts";
import type {Proposal} from "../schemas/flow.ts";
import {asked} from "./call/asked.ts";
import {atDesk} from "./call/at-desk.ts";
import {done} from "./call/outcome.ts";

const template = (call: Call) =>
  atDesk(call, async (desk) => {
    const [{openSigningKey}, {prefillFor}, {fillTemplate}, {sampleMark}] = await Promise.all([
      import("../pipelines/effects/keys/signing-key.ts"),
      import("../pipelines/jobs/intake/prefill-for.ts"),
      import("../reports/template/fill-template.ts"),
      import("../pipelines/jobs/release/sample-state.ts"),
    ]);
    const [body, halfYear, out] = [asked.body(asked.needed(call, "body")), asked.halfYear(asked.needed(call, "halfYear")), asked.needed(call, "out")];
    const prefill = await prefillFor(desk, body, halfYear);
    const {sealed} = await openSigningKey({secret: desk.folder.keys, known: desk.folder.publicKeys}, desk.log);
    writeFileSync(out, await fillTemplate({body, halfYear, version: 1, prefill, synthetic: (await sampleMark(desk)) !== null}, sealed));
    const from = prefill.previous.halfYear;
    return done(
      `Meldebogen geschrieben: ${out}. ${from === null ? "Es liegt keine frühere Meldung vor; nur Stelle, Kommunen und Bewilligungen sind vorausgefüllt." : `Vorausgefüllt aus ${from}.`}`,
      {file: resolve(out), body, halfYear, prefilledFrom: from},
    );
  });

/** Reads and checks a workbook beside all that is known of its body. */
const examined = (call: Call, bytes: Uint8Array) =>
  atDesk(call, async (desk) => (await import("../pipelines/jobs/intake/judging/examine-beside.ts")).examineBeside(desk, bytes));

/** Checks a workbook and writes the findings into it, or into a copy of its values where the format cannot hold them. */
const annotated = async (call: Call, bytes: Uint8Array, out: string) => {
  const [{annotate: write}, {readValues}] = await Promise.all([import("../reports/annotate/annotate.ts"), import("../pipelines/read/read-values.ts")]);
  const {
    reading,
    checked: {findings, verdict, notCheckable},
  } = await examined(call, bytes);
  const made = await write(bytes, findings, {
    fileName: basename(call.args[0]!),
    sheets: () => readValues(bytes),
    verdict,
    notCheckable,
    synthetic: reading.synthetic,
  });
  writeFileSync(out, made.bytes);
  return {file: resolve(out), findings: findings.length, verdict, copied: made.copied, format: made.format};
};
const findingsWritten = (count: number) => (count === 0 ? "keine Befunde" : count === 1 ? "1 Befund eingetragen" : `${count} Befunde eingetragen`);

const annotate = async (call: Call) => {
  asked.existing(call.args);
  const made = await annotated(call, new Uint8Array(readFileSync(call.args[0]!)), asked.needed(call, "out"));
  const copy = made.copied ? " Die Datei selbst lässt sich nicht beschriften; es ist eine Abschrift ihrer Werte." : "";
  return done(`${made.file}: ${findingsWritten(made.findings)}.${copy}`, made);
};

const fix = async (call: Call) => {
  asked.existing(call.args);
  const [out, bytes] = [asked.needed(call, "out"), new Uint8Array(readFileSync(call.args[0]!))];
  const {applyFix, undoFix} = await import("../reports/annotate/fix.ts");
  const {checked} = await examined(call, bytes);
  const [rules, cells] = [asked.optional(call, "rule"), asked.optional(call, "cell")].map((text) => text?.split(",").map((each) => each.trim()) ?? null);
  const isAccepted = (rule: string, {sheet, cell}: Proposal) => (rules?.includes(rule) ?? true) && (cells?.includes(`${sheet}!${cell}`) ?? true);
  const proposals = checked.findings.flatMap(({rule, proposal}) => (proposal !== undefined && isAccepted(rule, proposal) ? [proposal] : []));
  const undo = asked.flag(call, "undo");
  const made = await annotated(call, undo ? await undoFix(bytes) : await applyFix(bytes, proposals), out);
  const what = undo
    ? "Die übernommenen Vorschläge sind zurückgenommen."
    : `Übernommene Vorschläge: ${proposals.length}. Jede geänderte Zelle trägt eine Notiz mit dem alten Wert.`;
  return done(`${made.file}: ${what} Danach: ${findingsWritten(made.findings)}.`, {...made, proposals, undone: undo});
};

/** Forms that go out and come back marked. */
export const formVerbs = {
  template: [
    {
      name: "template",
      summary: "vorausgefüllten Meldebogen schreiben",
      options: [
        ["--body <schluessel>", "meldende Stelle, z. B. 05334"],
        ["--half-year <halbjahr>", "z. B. 2025-H2"],
        ["-o, --out <datei>", "Zieldatei (.xlsx)"],
      ],
      run: template,
    },
  ],
  marked: [
    {
      name: "annotate <datei>",
      summary: "Befunde in die Meldung selbst eintragen: Kommentare, Markierungen, Blatt Prüfergebnis",
      options: [["-o, --out <datei>", "Zieldatei (.xlsx)"]],
      run: annotate,
    },
    {
      name: "fix <datei>",
      summary: "Vorschläge der Prüfung in die Zellen übernehmen",
      options: [
        ["-o, --out <datei>", "Zieldatei (.xlsx)"],
        ["--rule <regeln>", "nur diese Regeln, z. B. SUM-001,CL-003"],
        ["--cell <zellen>", "nur diese Zellen, z. B. 03_Fallzahlen!G7,03_Fallzahlen!G8"],
        ["--undo", "übernommene Vorschläge zurücknehmen"],
      ],
      run: fix,
    },
  ],
} as const satisfies Readonly<Record<string, readonly Verb[]>>;
