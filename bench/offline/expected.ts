import {type CheckedAlone, checkAlone} from "../../pipelines/check/presets/check-alone.ts";
import {checkReading} from "../../pipelines/check/check-reading.ts";
import {readValues} from "../../pipelines/read/read-values.ts";
import {readWorkbook} from "../../pipelines/read/read-workbook.ts";
import {annotate} from "../../reports/annotate/annotate.ts";
import {proposalLine, signedWord, spoken} from "../../reports/annotate/wording.ts";
import type {Checked, Finding, Reading} from "../../schemas/flow.ts";
import type {PublicKey} from "../../schemas/layouts/presets.ts";
import {ruleOf} from "../../schemas/rules/registry.ts";
import type {Base} from "./bases.ts";
import type {Seen} from "./browser.ts";
import type {Mangled} from "./mangle.ts";

/** What Node finds in a file. */
export type Expected = CheckedAlone & {readonly reading: Reading};
export const expectedOf = async ({bytes}: Mangled, keys: readonly PublicKey[]): Promise<Expected> => {
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
export const differences = ({name, done}: Mangled, {checked, reading, trust}: Expected, seen: Seen | undefined): string[] => {
  const told = (what: string, ours: readonly string[], theirs: readonly string[]) => {
    const at = ours.findIndex((each, i) => each !== theirs[i]);
    const differ = at >= 0 || ours.length !== theirs.length;
    return differ
      ? [`${name} (${done.join(", ")}): ${what} – Node „${ours[Math.max(at, 0)] ?? "nichts"}“, Seite „${theirs[Math.max(at, 0)] ?? "nichts"}“`]
      : [];
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
export const unlikeServer = ({server}: Base, {name}: Mangled, {reading, checked, trust}: Expected): string[] => {
  if (trust !== "genuine") return [];
  const found = ({findings}: Checked) =>
    findings
      .filter(({rule}) => fromPresets.test(rule))
      .map(line)
      .join("\n");
  const [here, there] = [found(checked), found(checkReading(reading, server))];
  return here === there ? [] : [`${name}: mit den Vorgaben „${here}“, beim Land „${there}“`];
};

/** The file with its findings, as the server writes it. */
export const annotatedByServer = async ({name, bytes}: Mangled, {reading, checked}: Expected) => {
  const {findings, verdict, notCheckable} = checked;
  const made = await annotate(bytes, findings, {fileName: name, sheets: () => readValues(bytes), verdict, notCheckable, synthetic: reading.synthetic});
  return made.bytes;
};
