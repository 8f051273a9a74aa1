import {cp, mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {buildSite} from "../../dashboards/build.ts";
import {attackPublication} from "../../pipelines/attack/publication/attack-publication.ts";
import {diskFiles} from "../../pipelines/effects/files.ts";
import {type Attack, type AttackedTable, attackFolder, type AttackReport} from "../../pipelines/jobs/release/attack/attack-folder.ts";
import {breachText, leakText} from "../../pipelines/jobs/release/attack/breach-text.ts";
import {attackers, audiences} from "../../schemas/disclosure.ts";
import {kim} from "../proof/call.ts";
import type {Measure} from "../proof/measure.ts";
import {onSampleState} from "../proof/sample-state.ts";
import {type Mistake, mistakes} from "./attack/mistakes.ts";

const secondsAllowed = 60;
const {mostWithheld} = audiences.public.policy;

/** `./kim attack` in a process of its own, on the folder as it lies there. */
const attacked = async (root: string): Promise<{report: AttackReport; seconds: number; code: number | null}> => {
  const {code, out, error, milliseconds} = await kim("attack", "--json", "--data", root);
  if (code !== 0 && code !== 1) throw new Error(`kim attack ended with ${code}: ${error}`);
  return {report: JSON.parse(out) as AttackReport, seconds: milliseconds / 1000, code};
};

const nothing: ReturnType<Attack> = {breaches: [], tables: [], questions: 0, dropped: 0, certificate: null};
/** The attack on one half-year alone: no sum crosses them. */
const onlyAt =
  (halfYear: string): Attack =>
  (publication) =>
    publication.tables.some(({rows}) => rows[0]?.["half_year"] === halfYear) ? attackPublication(publication) : nothing;

/** Makes one mistake in a copy of the products and attacks them: what the attack says of it. */
const seen = async (products: string, mistake: Mistake): Promise<string | undefined> => {
  const copy = await mkdtemp(join(tmpdir(), "kim-mistake-"));
  try {
    await cp(products, join(copy, "products"), {recursive: true});
    const {halfYear, told} = await mistake(join(copy, "products"));
    return told((await attackFolder(diskFiles, copy, onlyAt(halfYear), {integer: false, progress: () => undefined}))!);
  } finally {
    await rm(copy, {recursive: true, force: true});
  }
};
const seenAll = async (products: string) => {
  const all: {name: string; told: string | undefined}[] = [];
  for (const [name, mistake] of Object.entries(mistakes)) all.push({name, told: await seen(products, mistake)});
  return all;
};

const isOverfull = ({cells, withheld}: AttackedTable) => withheld * mostWithheld.den > cells * mostWithheld.num;
const isNarrow = ({narrowest}: AttackedTable) => narrowest !== null && narrowest < 1;
const percent = ({cells, withheld}: AttackedTable) => `${((100 * withheld) / cells).toFixed(1).replace(".", ",")} %`;
const tableLine = (table: AttackedTable) =>
  `${table.table}: ${table.judged} angegriffen, ${percent(table)} gesperrt, engstes Intervall ${table.narrowest?.toFixed(2) ?? "–"}-fach, ${table.breaches} Lücken`;
/** Why a report is not as it should be. */
const faultsOf = ({breaches, leaks, tables, certificate, manifest}: AttackReport): string[] => [
  ...breaches.map(breachText),
  ...leaks.map(leakText),
  ...tables.filter(isOverfull).map(({table}) => `${table}: mehr als ein Viertel gesperrt`),
  ...tables.filter(isNarrow).map(({table}) => `${table}: ein Intervall ist enger als erlaubt`),
  ...(certificate === manifest ? [] : ["die Zeugen sind andere als die des Manifests"]),
];

/** The whole sample state attacked from its published folder by everybody, and the attack seen to find what a protector did wrong. */
export const attack: Measure = ({size, seed}) =>
  onSampleState(size, seed, async ({desk: {folder}}) => {
    await buildSite({products: folder.products, out: folder.site, audience: "public"});
    const {report, seconds, code} = await attacked(folder.root);
    const faults = faultsOf(report);
    const made = await seenAll(folder.products);
    const missed = made.filter(({told}) => told === undefined);
    const judged = report.tables.reduce((sum, table) => sum + table.judged, 0);
    return {
      ok: code === 0 && judged > 0 && faults.length === 0 && missed.length === 0 && (size === "test" || seconds <= secondsAllowed),
      figure: `${faults.length} von ${judged} angegriffenen Zahlen zu genau bestimmbar; ${report.questions} Gleichungssysteme, ${seconds.toFixed(1)} s (erlaubt ${secondsAllowed}); ${made.length - missed.length} von ${made.length} Fehlern benannt`,
      lines: [
        `${report.read.tables} Datenprodukte, ${report.read.bodies} Stellen, ${report.read.pages} Seiten, ${report.read.pictures} Bilder; Angreifer: ${audiences.public.policy.attackers.map((name) => attackers[name]).join("; ")}`,
        ...faults.slice(0, 20),
        ...made.map(({name, told}) => `${told === undefined ? "NICHT BENANNT" : "benannt"}: ${name}${told === undefined ? "" : ` – ${told}`}`),
        ...report.tables.filter(({judged: some}) => some > 0).map(tableLine),
      ],
    };
  });
