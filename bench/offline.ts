import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {chance} from "../fixtures/sample/chance.ts";
import {type CheckedAlone, checkAlone} from "../pipelines/check/presets/check-alone.ts";
import {checkReading} from "../pipelines/check/check-reading.ts";
import {openSigningKey} from "../pipelines/effects/keys/signing-key.ts";
import {readValues} from "../pipelines/read/read-values.ts";
import {readWorkbook} from "../pipelines/read/read-workbook.ts";
import {annotate} from "../reports/annotate/annotate.ts";
import {proposalLine, signedWord, spoken} from "../reports/annotate/wording.ts";
import {offlinePage} from "../reports/build.ts";
import type {Checked, Finding, Reading} from "../schemas/flow.ts";
import type {PublicKey} from "../schemas/layouts/presets.ts";
import {ruleOf} from "../schemas/rules/registry.ts";
import {type Base, bases} from "./offline/bases.ts";
import {type CheckPage, chromiumPath, openCheckPage, type Seen} from "./offline/browser.ts";
import {type Mangled, mangle} from "./offline/mangle.ts";
import type {Measure} from "./proof/measure.ts";

const limits = {bytes: 5 * 1024 * 1024, sizes: {test: 40, full: 2000}, step: 200, batch: 20};

type Expected = CheckedAlone & {readonly reading: Reading};
const expectedOf = async ({bytes}: Mangled, keys: readonly PublicKey[]): Promise<Expected> => {
  const reading = readWorkbook(bytes);
  return {reading, ...(await checkAlone(reading, keys))};
};

const line = (finding: Finding) => {
  const {at, rule, severity, found, expected} = finding;
  const [sheet, cell] = ["sheet" in at ? at.sheet : "Ganze Datei", "cell" in at ? at.cell : "–"];
  const compared = found === "" && expected === "" ? ["", ""] : [found === "" ? "nichts" : found, expected];
  return [sheet, cell, signedWord(severity), rule, spoken(finding), ...compared, proposalLine(finding) ?? ""].join(" | ");
};
/** A page puts the findings of one sheet together; in a return of the form's own order they stand so already. */
const bySheet = (findings: readonly Finding[]) => [...Map.groupBy(findings, ({at}) => ("sheet" in at ? at.sheet : "Ganze Datei")).values()].flat();
const uncheckable = ({notCheckable}: Checked) =>
  [...Map.groupBy(notCheckable, ({reason}) => reason).values()].flat().map(({rule, reason}) => `${rule} ${ruleOf(rule).title} | ${reason}`);

/** Where the page and Node differ about one file, in one German line; none where they agree. */
const differences = ({name, done}: Mangled, {checked, reading, trust}: Expected, seen: Seen | undefined): string[] => {
  const told = (what: string, ours: readonly string[], theirs: readonly string[]) => {
    const at = ours.findIndex((each, i) => each !== theirs[i]);
    const differ = at >= 0 || ours.length !== theirs.length;
    return differ ? [`${name} (${done.join(", ")}): ${what} – Node „${ours[Math.max(at, 0)] ?? "nichts"}“, Seite „${theirs[Math.max(at, 0)] ?? "nichts"}“`] : [];
  };
  const presets = (text: string) => (reading.form === null ? "" : text.includes("gültige Unterschrift") ? "genuine" : "open");
  return [
    ...told("Name", [name], [seen?.name ?? ""]),
    ...told("Urteil", [checked.verdict], [seen?.verdict ?? ""]),
    ...told("Befund", bySheet(checked.findings).map(line), seen?.findings ?? []),
    ...told("nicht prüfbar", reading.form === null ? [] : uncheckable(checked), seen?.notCheckable ?? []),
    ...told("Vorgaben", [reading.form === null ? "" : trust === "genuine" ? "genuine" : "open"], [presets(seen?.presets ?? "")]),
  ];
};

const fromPresets = /^(?:XP-00[12]|PRG-)/;
/** What the presets in a form tell must be what a server finds that knows the whole previous return and the approvals. */
const unlikeServer = ({server}: Base, {name}: Mangled, {reading, checked, trust}: Expected): string[] => {
  if (trust !== "genuine") return [];
  const found = ({findings}: Checked) => findings.filter(({rule}) => fromPresets.test(rule)).map(line).join("\n");
  const [here, there] = [found(checked), found(checkReading(reading, server))];
  return here === there ? [] : [`${name}: mit den Vorgaben „${here}“, beim Land „${there}“`];
};

const annotatedByServer = async ({name, bytes}: Mangled, {reading, checked}: Expected) => {
  const {findings, verdict, notCheckable} = checked;
  const made = await annotate(bytes, findings, {fileName: name, sheets: () => readValues(bytes), verdict, notCheckable, synthetic: reading.synthetic});
  return made.bytes;
};
const sameBytes = (left: Uint8Array, right: Uint8Array) => Buffer.from(left).equals(right);

/** What some files yielded; plain data, so that a proof that was stopped goes on with it. */
type Tally = {
  readonly files: number;
  readonly findings: number;
  readonly genuine: number;
  readonly downloads: number;
  readonly wrong: readonly string[];
  readonly done: readonly string[];
  readonly rules: readonly string[];
};
const together = (tallies: readonly Tally[]): Tally => {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, each) => total + of(each), 0);
  return {
    files: sum(({files}) => files),
    findings: sum(({findings}) => findings),
    genuine: sum(({genuine}) => genuine),
    downloads: sum(({downloads}) => downloads),
    wrong: tallies.flatMap(({wrong}) => wrong),
    done: tallies.flatMap(({done}) => done),
    rules: [...new Set(tallies.flatMap(({rules}) => rules))],
  };
};
const tallyOf = ({done}: Mangled, {checked, trust}: Expected, wrong: readonly string[]): Tally => ({
  files: 1,
  findings: checked.findings.length,
  genuine: trust === "genuine" ? 1 : 0,
  downloads: 0,
  wrong,
  done,
  rules: [...new Set(checked.findings.map(({rule}) => rule))],
});

type Work = {readonly page: CheckPage; readonly keys: readonly PublicKey[]; readonly forms: readonly Base[]; readonly seed: number};
type Made = Mangled & {readonly base: Base};
const made = ({forms, seed}: Work, number: number): Made => {
  const dice = chance(seed, "offline", number);
  const base = dice.pick(forms);
  return {...mangle(base, number, dice), base};
};

/** One file of a batch is also saved with its comments; one of another format, if there is any. */
const saved = async (files: readonly Made[], expected: readonly Expected[], page: CheckPage): Promise<Partial<Tally>> => {
  const forms = files.map((_, i) => i).filter((i) => expected[i]!.reading.form !== null);
  const index = forms.find((i) => !/xlsx$/.test(files[i]!.name)) ?? forms[0];
  if (index === undefined) return {};
  const same = sameBytes(await page.download(index), await annotatedByServer(files[index]!, expected[index]!));
  return {downloads: 1, wrong: same ? [] : [`${files[index]!.name}: die gespeicherte Datei ist eine andere`]};
};
const nothing: Tally = {files: 0, findings: 0, genuine: 0, downloads: 0, wrong: [], done: [], rules: []};
/** While the browser works on the files, Node does. */
const compareBatch = async (work: Work, numbers: readonly number[]): Promise<Tally> => {
  const files = numbers.map((number) => made(work, number));
  const checking = work.page.check(files);
  const expected = await Promise.all(files.map((each) => expectedOf(each, work.keys)));
  const seen = await checking;
  const tallies = files.map((file, i) => tallyOf(file, expected[i]!, [...differences(file, expected[i]!, seen[i]), ...unlikeServer(file.base, file, expected[i]!)]));
  const kept = {...nothing, ...(await saved(files, expected, work.page))};
  await work.page.clear();
  return together([...tallies, kept]);
};
const compareStep = async (work: Work, first: number, last: number): Promise<Tally> => {
  const tallies: Tally[] = [];
  for (let at = first; at < last; at += limits.batch) tallies.push(await compareBatch(work, Array.from({length: Math.min(limits.batch, last - at)}, (_, i) => at + i)));
  return together(tallies);
};

const foreign = (page: CheckPage, path: string) => page.asked.filter((url) => url !== `file://${path}` && !url.startsWith("blob:null/"));

const counted = (done: readonly string[]) => [...Map.groupBy(done, (each) => each)].map(([kind, all]) => `${kind} ${all.length}`).join(", ");
const compareAll = async (work: Work, count: number, step: Parameters<Measure>[0]["step"]): Promise<Tally> => {
  const tallies: Tally[] = [];
  for (let first = 0; first < count; first += limits.step)
    tallies.push(await step(`from ${first}`, () => compareStep(work, first, Math.min(first + limits.step, count))));
  return together(tallies);
};

/** The check page in Chromium beside Node on mangled workbooks: same findings, same verdict, same file to save, and no request to anybody. */
export const offline: Measure = async ({size, seed, step}) => {
  if (chromiumPath === undefined) return {ok: false, figure: "Chromium fehlt", lines: ["Auf diesem Rechner ist kein Chromium zu finden."]};
  const folder = await mkdtemp(join(tmpdir(), "kim-offline-"));
  const path = join(folder, "pruefung.html");
  const {sealed, publicKeys} = await openSigningKey({secret: join(folder, "keys"), known: join(folder, "known")});
  const text = await offlinePage({keys: publicKeys, engine: "bench", madeOn: "2026-01-05"});
  await writeFile(path, text);
  const [forms, page] = await Promise.all([bases(sealed), openCheckPage(path)]);
  try {
    const {files, findings, genuine, downloads, wrong, done, rules} = await compareAll({page, keys: publicKeys, forms, seed}, limits.sizes[size], step);
    const [bytes, others] = [Buffer.byteLength(text), foreign(page, path)];
    return {
      ok: wrong.length === 0 && others.length === 0 && page.faults.length === 0 && bytes <= limits.bytes && findings > files,
      figure: `${files} Mappen, ${findings} Befunde, ${wrong.length} Abweichungen zwischen Chromium und Node; ${(bytes / 1024 / 1024).toFixed(1)} MB, ${others.length} Anfragen`,
      lines: [
        `${rules.length} Regeln ausgelöst; Vorgaben in ${genuine} Mappen gültig; ${downloads} gespeicherte Dateien Byte für Byte verglichen`,
        `Eingriffe: ${counted(done)}`,
        ...others.map((url) => `Anfrage an ${url}`),
        ...page.faults.map((fault) => `Fehler der Seite: ${fault}`),
        ...wrong.slice(0, 20),
        ...(wrong.length > 20 ? [`und ${wrong.length - 20} weitere Abweichungen`] : []),
      ],
    };
  } finally {
    await page.close();
    await rm(folder, {recursive: true, force: true});
  }
};
