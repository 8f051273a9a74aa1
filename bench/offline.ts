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

const limits = {bytes: 5 * 1024 * 1024, sizes: {test: 40, full: 2000}, batch: 20};

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

type Tally = {files: number; findings: number; genuine: number; downloads: number; readonly wrong: string[]; readonly kinds: Map<string, number>; readonly rules: Set<string>};
const count = (tally: Tally, {done}: Mangled, {checked, trust}: Expected) => {
  tally.files += 1;
  tally.findings += checked.findings.length;
  tally.genuine += trust === "genuine" ? 1 : 0;
  for (const kind of done) tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1);
  for (const {rule} of checked.findings) tally.rules.add(rule);
};

type Work = {readonly page: CheckPage; readonly keys: readonly PublicKey[]; readonly tally: Tally};
/** While the browser works on the files, Node does. */
const compareBatch = async (made: readonly (Mangled & {base: Base})[], {page, keys, tally}: Work) => {
  const checking = page.check(made);
  const expected = await Promise.all(made.map((each) => expectedOf(each, keys)));
  const seen = await checking;
  made.forEach((file, i) => {
    count(tally, file, expected[i]!);
    tally.wrong.push(...differences(file, expected[i]!, seen[i]), ...unlikeServer(file.base, file, expected[i]!));
  });
  // One of them is also saved with its comments, whatever its format.
  const index = made.findIndex((_, i) => expected[i]!.reading.form !== null && (i > 0 || made.length === 1 || !/xlsx$/.test(made[i]!.name)));
  if (index >= 0) {
    tally.downloads += 1;
    if (!sameBytes(await page.download(index), await annotatedByServer(made[index]!, expected[index]!))) tally.wrong.push(`${made[index]!.name}: die gespeicherte Datei ist eine andere`);
  }
  await page.clear();
};

const foreign = (page: CheckPage, path: string) => page.asked.filter((url) => url !== `file://${path}` && !url.startsWith("blob:null/"));

/** The check page in Chromium beside Node on mangled workbooks: same findings, same verdict, same file to save, and no request to anybody. */
export const offline: Measure = async ({size, seed}) => {
  if (chromiumPath === undefined) return {ok: false, figure: "Chromium fehlt", lines: ["Auf diesem Rechner ist kein Chromium zu finden."]};
  const folder = await mkdtemp(join(tmpdir(), "kim-offline-"));
  const path = join(folder, "pruefung.html");
  const {sealed, publicKeys} = await openSigningKey({secret: join(folder, "keys"), known: join(folder, "known")});
  const text = await offlinePage({keys: publicKeys, engine: "bench", madeOn: "2026-01-05"});
  await writeFile(path, text);
  const [forms, page] = await Promise.all([bases(sealed), openCheckPage(path)]);
  const tally: Tally = {files: 0, findings: 0, genuine: 0, downloads: 0, wrong: [], kinds: new Map(), rules: new Set()};
  try {
    for (let first = 0; first < limits.sizes[size]; first += limits.batch) {
      const made = Array.from({length: Math.min(limits.batch, limits.sizes[size] - first)}, (_, i) => {
        const dice = chance(seed, "offline", first + i);
        const base = dice.pick(forms);
        return {...mangle(base, first + i, dice), base};
      });
      await compareBatch(made, {page, keys: publicKeys, tally});
    }
    const bytes = Buffer.byteLength(text);
    const others = foreign(page, path);
    return {
      ok: tally.wrong.length === 0 && others.length === 0 && page.faults.length === 0 && bytes <= limits.bytes && tally.findings > tally.files,
      figure: `${tally.files} Mappen gleich in Chromium und Node, ${tally.findings} Befunde, ${(bytes / 1024 / 1024).toFixed(1)} MB, ${others.length} Anfragen`,
      lines: [
        `${tally.rules.size} Regeln ausgelöst; Vorgaben in ${tally.genuine} Mappen gültig; ${tally.downloads} gespeicherte Dateien Byte für Byte verglichen`,
        `Eingriffe: ${[...tally.kinds].map(([kind, number]) => `${kind} ${number}`).join(", ")}`,
        ...others.map((url) => `Anfrage an ${url}`),
        ...page.faults.map((fault) => `Fehler der Seite: ${fault}`),
        ...tally.wrong.slice(0, 20),
        ...(tally.wrong.length > 20 ? [`und ${tally.wrong.length - 20} weitere Abweichungen`] : []),
      ],
    };
  } finally {
    await page.close();
    await rm(folder, {recursive: true, force: true});
  }
};
