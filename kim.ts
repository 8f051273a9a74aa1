#!/usr/bin/env node
/** The entry: a table of verbs, each loaded when called. The only file that knows all rooms; it hands builders to jobs. */
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {enableCompileCache} from "node:module";
import {basename, join, resolve} from "node:path";
import {commitOf} from "./pipelines/effects/commit.ts";
import {type Call, type Outcome, runCommandLine, UsageFault, type Verb} from "./pipelines/effects/command-line.ts";
import type {Desk} from "./pipelines/jobs/intake/desk.ts";
import type {JobBodies} from "./pipelines/jobs/care/run-job.ts";
import type {SampleMaker} from "./pipelines/jobs/release/sample-state.ts";
import {type HalfYear, halfYearOf, halfYearsBetween} from "./schemas/half-year.ts";
import {jobs} from "./schemas/settings.ts";

enableCompileCache();

const done = (text: string, json: unknown): Outcome => ({exit: 0, text, json});
const gate = (open: boolean, text: string, json: unknown): Outcome => ({exit: open ? 0 : 1, text, json});
const given = ({options}: Call, name: string): string | null => (typeof options[name] === "string" ? options[name] : null);
const needed = (call: Call, name: string): string => {
  const value = given(call, name);
  if (value === null) throw new UsageFault(`Es fehlt der Schalter --${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.`);
  return value;
};
const dayOf = (text: string | null): string | null => {
  if (text !== null && !/^20\d\d-\d\d-\d\d$/.test(text)) throw new UsageFault(`„${text}“ ist kein Tag. Erwartet: JJJJ-MM-TT, z. B. 2025-02-01.`);
  return text;
};
const instantOf = (text: string | null): string | null => {
  if (text !== null && (!/^20\d\d-\d\d-\d\d(T|$)/.test(text) || Number.isNaN(Date.parse(text))))
    throw new UsageFault(`„${text}“ ist kein Eingang. Erwartet: ein Tag wie 2026-01-30 oder ein Zeitpunkt wie 2026-01-30T09:14:00+01:00.`);
  return text;
};
const among = (known: readonly string[], name: string, noun: string) => {
  if (!known.includes(name)) throw new UsageFault(`${noun} „${name}“ gibt es nicht. Es gibt: ${known.join(", ")}.`);
  return name;
};
const halfYearGiven = (text: string): HalfYear => {
  if (!/^20\d\d-H[12]$/.test(text)) throw new UsageFault(`„${text}“ ist kein Halbjahr. Erwartet: JJJJ-H1 oder JJJJ-H2, z. B. 2025-H2.`);
  return halfYearOf(text);
};
const existing = (paths: readonly string[]) => {
  const absent = paths.find((path) => !existsSync(path));
  if (absent !== undefined) throw new UsageFault(`Die Datei „${absent}“ gibt es nicht.`);
};

/** Work at the desk of a data folder; its reading children end with it. */
const atDesk = async <T>({data}: Call, work: (desk: Desk) => Promise<T>): Promise<T> => {
  const [{openDesk}, {consoleLog}] = await Promise.all([import("./pipelines/jobs/intake/desk.ts"), import("./pipelines/effects/log.ts")]);
  const desk = await openDesk(data, {log: consoleLog});
  try {
    return await work(desk);
  } finally {
    desk.examiner.close();
  }
};

const sampleSeed = 2025;
const makeSample: SampleMaker = async (into, seed) => {
  const {makeSample: make} = await import("./fixtures/sample/make-sample.ts");
  const {files} = await make(into, {seed, halfYears: halfYearsBetween("2023-H1", "2025-H2")});
  return {files: files.length};
};
const buildSite = async (request: Parameters<typeof import("./dashboards/build.ts").buildSite>[0]) =>
  (await import("./dashboards/build.ts")).buildSite(request);

const sample = async (call: Call) => {
  const into = call.args[0] ?? join(call.data, "inbox");
  const seed = Number(given(call, "seed") ?? sampleSeed);
  const {files} = await makeSample(into, seed);
  return done(`${files} erfundene Meldungen liegen in ${into}. Was daran absichtlich nicht stimmt, steht dort in README.md.`, {folder: into, files, seed});
};

const run = (call: Call) =>
  atDesk(call, async (desk) => {
    const {runAll, runText} = await import("./pipelines/jobs/release/run-all.ts");
    const options = {commit: commitOf(), buildSite, progress: call.progress, asOf: dayOf(given(call, "asOf"))};
    const summary = await runAll(desk, call.options["sample"] === true ? {...options, sample: {seed: sampleSeed, make: makeSample}} : options);
    return done(runText(summary, desk.folder.root), summary);
  });

const template = (call: Call) =>
  atDesk(call, async (desk) => {
    const [{prefillFor}, {fillTemplate}, {sampleMark}] = await Promise.all([
      import("./pipelines/jobs/intake/prefill-for.ts"),
      import("./reports/template/fill-template.ts"),
      import("./pipelines/jobs/release/sample-state.ts"),
    ]);
    const {findBody} = await import("./schemas/codes/bodies.ts");
    const [body, halfYear, out] = [needed(call, "body"), halfYearGiven(needed(call, "halfYear")), needed(call, "out")];
    if (findBody(body) === undefined) throw new UsageFault(`„${body}“ ist keine der 54 meldenden Stellen. Erwartet: ein Schlüssel wie 05334.`);
    const prefill = await prefillFor(desk, body, halfYear);
    writeFileSync(out, await fillTemplate({body, halfYear, version: 1, prefill, synthetic: (await sampleMark(desk)) !== null}));
    const from = prefill.previous.halfYear;
    return done(
      `Meldebogen geschrieben: ${out}. ${from === null ? "Es liegt keine frühere Meldung vor; nur Stelle, Kommunen und Bewilligungen sind vorausgefüllt." : `Vorausgefüllt aus ${from}.`}`,
      {file: resolve(out), body, halfYear, prefilledFrom: from},
    );
  });

const approvals = (call: Call) =>
  atDesk(call, async (desk): Promise<Outcome> => {
    const {approvalsText, importApprovals} = await import("./pipelines/jobs/intake/approvals.ts");
    existing(call.args);
    const imported = await importApprovals(desk, call.args[0]!);
    return {exit: imported.faults.length > 0 ? 2 : 0, text: approvalsText(imported), json: imported};
  });

const ingest = (call: Call) =>
  atDesk(call, async (desk): Promise<Outcome> => {
    const [{ingest: take}, {ingestText}] = await Promise.all([import("./pipelines/jobs/intake/ingest.ts"), import("./pipelines/jobs/intake/report-ingest.ts")]);
    const received = instantOf(given(call, "received"));
    const summary = await take(desk, call.args, {
      ...(received === null ? {} : {received}),
      progress: (n, of) => call.progress(n, of, "Dateien gelesen und geprüft"),
    });
    return {exit: summary.missing.length > 0 ? 2 : 0, text: ingestText(summary), json: summary};
  });

const check = (call: Call) =>
  atDesk(call, async ({files, examiner}) => {
    const [{checkFiles}, {checkText}] = await Promise.all([
      import("./pipelines/jobs/intake/check-files.ts"),
      import("./pipelines/jobs/intake/report-check.ts"),
    ]);
    existing(call.args);
    const checked = await checkFiles(call.args, files, examiner);
    return gate(
      checked.every(({verdict}) => verdict !== "rejected"),
      checkText(checked),
      checked.length === 1 ? checked[0] : checked,
    );
  });

/** Checks a workbook and writes the findings into it, or into a copy of its values where the format cannot hold them. */
const annotated = (call: Call, bytes: Uint8Array, out: string) =>
  atDesk(call, async ({examiner}) => {
    const [{annotate: write}, {readValues}] = await Promise.all([import("./reports/annotate/annotate.ts"), import("./pipelines/read/read-values.ts")]);
    const {
      reading,
      checked: {findings, verdict, notCheckable},
    } = await examiner.examine(bytes);
    const made = await write(bytes, findings, {
      fileName: basename(call.args[0]!),
      sheets: () => readValues(bytes),
      verdict,
      notCheckable,
      synthetic: reading.synthetic,
    });
    writeFileSync(out, made.bytes);
    return {file: resolve(out), findings: findings.length, verdict, copied: made.copied, format: made.format};
  });
const findingsWritten = (count: number) => (count === 0 ? "keine Befunde" : count === 1 ? "1 Befund eingetragen" : `${count} Befunde eingetragen`);
const annotate = async (call: Call) => {
  existing(call.args);
  const made = await annotated(call, new Uint8Array(readFileSync(call.args[0]!)), needed(call, "out"));
  const copy = made.copied ? " Die Datei selbst lässt sich nicht beschriften; es ist eine Abschrift ihrer Werte." : "";
  return done(`${made.file}: ${findingsWritten(made.findings)}.${copy}`, made);
};
const fix = async (call: Call) => {
  existing(call.args);
  const [out, bytes] = [needed(call, "out"), new Uint8Array(readFileSync(call.args[0]!))];
  const {applyFix, undoFix} = await import("./reports/annotate/fix.ts");
  const {checked} = await atDesk(call, ({examiner}) => examiner.examine(bytes));
  const rules = given(call, "rule")?.split(",") ?? null;
  const proposals = checked.findings.flatMap(({rule, proposal}) => (proposal !== undefined && (rules === null || rules.includes(rule)) ? [proposal] : []));
  const undo = call.options["undo"] === true;
  const made = await annotated(call, undo ? await undoFix(bytes) : await applyFix(bytes, proposals), out);
  const what = undo
    ? "Die übernommenen Vorschläge sind zurückgenommen."
    : `Übernommene Vorschläge: ${proposals.length}. Jede geänderte Zelle trägt eine Notiz mit dem alten Wert.`;
  return done(`${made.file}: ${what} Danach: ${findingsWritten(made.findings)}.`, {...made, proposals, undone: undo});
};

const verifyLedger = (call: Call) =>
  atDesk(call, async (desk) => {
    const {ledgerReportText, verifyLedger: verify} = await import("./pipelines/jobs/intake/verify-ledger.ts");
    const {readManifest} = await import("./pipelines/jobs/warehouse/manifest.ts");
    const manifest = await readManifest(desk.files, desk.folder.products, "controlling");
    const report = await verify(desk, manifest === null || manifest.ledgerSeq === 0 ? [] : [{seq: manifest.ledgerSeq, hash: manifest.ledgerHead}]);
    return gate(report.faults.length === 0, ledgerReportText(report), report);
  });

const build = (call: Call) =>
  atDesk(call, async (desk) => {
    const [{build: make}, {buildText}] = await Promise.all([
      import("./pipelines/jobs/warehouse/build.ts"),
      import("./pipelines/jobs/warehouse/report-build.ts"),
    ]);
    const summary = await make(desk, {asOf: dayOf(given(call, "asOf")), commit: commitOf()});
    return done(buildText(summary), {contentHash: summary.manifest.contentHash, ...summary});
  });

const site = (call: Call) =>
  atDesk(call, async ({folder, files}) => {
    const {refreshSite} = await import("./pipelines/jobs/release/refresh-site.ts");
    const refreshed = await refreshSite(folder, files, "controlling", buildSite);
    return done(`${refreshed.pages} Seiten ${refreshed.rebuilt ? "geschrieben" : "sind auf dem Stand"}: ${refreshed.start}`, refreshed);
  });

const rebuild = (call: Call) =>
  atDesk(call, async (desk) => {
    if (call.options["verify"] !== true) throw new UsageFault("Erwartet wird ./kim rebuild --verify.");
    const {rebuildText, rebuildVerify} = await import("./pipelines/jobs/warehouse/rebuild.ts");
    const report = await rebuildVerify(desk);
    return gate(report.equal, rebuildText(report), report);
  });
const lineage = (call: Call) =>
  atDesk(call, async (desk) => {
    const [{lineage: trace}, {lineageText}] = await Promise.all([
      import("./pipelines/jobs/warehouse/lineage/lineage.ts"),
      import("./pipelines/jobs/warehouse/lineage/report-lineage.ts"),
    ]);
    const [product, ...words] = call.args;
    const found = await trace(desk, product!, words);
    return gate(found.same, lineageText(found), found);
  });
const verifyLineage = (call: Call) =>
  atDesk(call, async (desk) => {
    const [{lineageVerify}, {lineageReportText}] = await Promise.all([
      import("./pipelines/jobs/warehouse/lineage/verify.ts"),
      import("./pipelines/jobs/warehouse/lineage/report-lineage.ts"),
    ]);
    const report = await lineageVerify(desk);
    return gate(report.ok, lineageReportText(report), report);
  });
const query = (call: Call) =>
  atDesk(call, async (desk) => {
    const {answerText, query: ask} = await import("./pipelines/jobs/warehouse/query.ts");
    const answer = await ask(desk, call.args[0]!);
    return done(answerText(answer), answer);
  });

/** What the schedule does: the same as the verbs of these names. */
const jobBodies = (call: Call): JobBodies => ({
  inbox: async () => (await ingest({...call, args: []})).text,
  build: async () => `${(await build(call)).text}\n${(await site(call)).text}`,
  backup: async () => {
    const [{backup}, {openFolder}, {systemClock}] = await Promise.all([
      import("./pipelines/jobs/care/backup.ts"),
      import("./pipelines/effects/folder.ts"),
      import("./pipelines/effects/clock.ts"),
    ]);
    return backup({clock: systemClock, folder: openFolder(call.data)});
  },
});
const careOf = async ({data}: Call) => {
  const [{openFolder}, {systemClock}, {consoleLog}] = await Promise.all([
    import("./pipelines/effects/folder.ts"),
    import("./pipelines/effects/clock.ts"),
    import("./pipelines/effects/log.ts"),
  ]);
  return {clock: systemClock, folder: openFolder(data), say: consoleLog.say};
};
const schedule = async (call: Call) => {
  const [{schedule: keep}, {stopSignal}] = await Promise.all([import("./pipelines/jobs/care/schedule.ts"), import("./pipelines/jobs/care/stop-signal.ts")]);
  await keep(await careOf(call), jobBodies(call), stopSignal());
  return done("", {ended: true});
};
const listJobs = async (call: Call) => {
  const {jobsAsText, listJobs: list} = await import("./pipelines/jobs/care/list-jobs.ts");
  const listed = await list(await careOf(call));
  return done(jobsAsText(listed), listed);
};
const runOneJob = async (call: Call): Promise<Outcome> => {
  const {runJob} = await import("./pipelines/jobs/care/run-job.ts");
  const ran = await runJob(
    among(
      jobs.map(({name}) => name),
      call.args[0]!,
      "Den Auftrag",
    ),
    await careOf(call),
    jobBodies(call),
  );
  return {exit: ran.outcome === "done" ? 0 : 2, text: ran.said, json: ran};
};

const bench = async (call: Call): Promise<Outcome> => {
  const {bench: measure} = await import("./bench/proof/run-measure.ts");
  const {measures} = await import("./bench/proof/measures.ts");
  for (const name of call.args) among(["all", ...Object.keys(measures)], name, "Die Messung");
  const lines: string[] = [];
  const ok = await measure(call.args.length === 0 ? ["all"] : call.args, (line) => lines.push(line));
  return gate(ok, lines.join("\n"), {ok, lines});
};

const asOf = ["--as-of <tag>", "nur, was bis zu diesem Tag eingegangen ist, z. B. 2025-02-01"] as const;
const verbs: Verb[] = [
  {
    name: "run",
    summary: "alles nacheinander: annehmen, aufbauen, Seiten schreiben",
    options: [["--sample", "zuvor Beispieldaten anlegen, wenn der Ordner leer ist"], asOf],
    run,
  },
  {
    name: "sample [ordner]",
    summary: "erfundene Meldungen aller 54 Stellen schreiben (sonst in den Posteingang)",
    options: [["--seed <zahl>", "Startwert des Zufalls"]],
    run: sample,
  },
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
  {name: "approvals import <datei>", summary: "Bewilligungen übernehmen (CSV: stelle;gueltig_ab;baustein;vzae;euro)", run: approvals},
  {
    name: "ingest [datei-oder-ordner...]",
    summary: "Meldungen annehmen: lesen, prüfen, archivieren (sonst den Posteingang)",
    options: [["--received <zeitpunkt>", "Tag oder Zeitpunkt des Eingangs"]],
    run: ingest,
  },
  {name: "check <datei...>", summary: "Meldungen prüfen, ohne sie anzunehmen", run: check},
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
      ["--undo", "übernommene Vorschläge zurücknehmen"],
    ],
    run: fix,
  },
  {name: "ledger verify", summary: "prüfen, ob das Journal unverändert und vollständig ist", run: verifyLedger},
  {name: "build", summary: "Datenbank und Datenprodukte aus Archiv und Journal aufbauen", options: [asOf], run: build},
  {name: "site", summary: "Seiten aus den Datenprodukten schreiben", run: site},
  {
    name: "rebuild",
    summary: "aus Archiv und Journal neu aufbauen und mit dem Veröffentlichten vergleichen",
    options: [["--verify", "nur vergleichen, nichts schreiben"]],
    run: rebuild,
  },
  {
    name: "lineage <produkt> [angabe...]",
    summary: "von einer Zahl zu den Zellen: ./kim lineage caseload half_year=2025-H2 body=05334 figure=cm_neu",
    run: lineage,
  },
  {name: "lineage verify", summary: "jede veröffentlichte Zahl aus den archivierten Dateien nachrechnen", run: verifyLineage},
  {name: "query <sql>", summary: "die Datenprodukte mit SQL befragen", run: query},
  {name: "schedule", summary: "Zeitplan laufen lassen: Posteingang, Aufbau, Sicherung", run: schedule},
  {name: "jobs", summary: "Aufträge des Zeitplans mit letztem und nächstem Lauf", run: listJobs},
  {name: "jobs run <name>", summary: "einen Auftrag jetzt ausführen", run: runOneJob},
  {name: "bench [name...]", summary: "messen, was versprochen ist; schreibt nichts", run: bench},
];

process.exitCode = await runCommandLine(verbs, process.argv.slice(2), "KIM-Controlling: landesweites Controlling des Kommunalen Integrationsmanagements NRW");
