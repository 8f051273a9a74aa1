import {contextReasons} from "../../schemas/context.ts";
import {severityWords} from "../../schemas/flow.ts";
import {ruleOf, rules} from "../../schemas/rules/registry.ts";
import type {Rule} from "../../schemas/rules/rule.ts";
import {printHalfYear} from "../../schemas/units.ts";

const areas: Readonly<Record<string, string>> = {
  STR: "Aufbau der Datei",
  TYP: "Art der Einträge",
  CL: "Auswahllisten",
  SUM: "Summen in einer Meldung",
  XS: "Vergleiche zwischen Blättern",
  XP: "Vergleiche mit dem vorigen Halbjahr",
  PRG: "Regeln des Programms",
  PLA: "Plausibilität",
  DS: "Datenschutz",
};
const areaOf = ({id}: Rule) => id.slice(0, id.indexOf("-"));
const width = "Warnung".length;
const line = (rule: Rule) => `  ${rule.id}  ${severityWords[rule.severity].padEnd(width)}  ${rule.title}${rule.releasable ? " (Freigabe KfI)" : ""}`;

/** All rules of the book by area, in German. */
export const rulesText = (): string =>
  [
    ...Object.entries(areas).flatMap(([area, name]) => [name, ...rules.filter((rule) => areaOf(rule) === area).map(line), ""]),
    `${rules.length} Regeln. Einzelheiten: ./kim rules show ${rules[0]!.id}`,
  ].join("\n");

const inWorkbook = {ja: "ja, auf dem Blatt Prüfung", teilweise: "teilweise, als Hinweis auf dem Blatt Prüfung", nein: "nein, das prüft erst das Land"} as const;
const validity = ({validFrom, validUntil}: Rule) => {
  const [from, until] = [validFrom, validUntil].map((each) => (each === undefined ? null : printHalfYear(each as Parameters<typeof printHalfYear>[0])));
  return from === null && until === null ? "für alle Halbjahre" : `${from === null ? "" : `ab ${from}`}${until === null ? "" : ` bis ${until}`}`.trim();
};
const consequence = ({severity, releasable}: Rule) =>
  severity === "note"
    ? "Hinweis: es ist nichts zu tun."
    : severity === "warning"
      ? "Warnung: die Meldung wird angenommen; bitte auf Blatt 13 erläutern."
      : releasable
        ? "Fehler: die Meldung wird erst angenommen, wenn er behoben ist oder das KfI ihn freigibt (./kim waive)."
        : "Fehler: die Meldung wird erst angenommen, wenn er behoben ist.";

/** One rule with everything that is known of it, in German. @throws Error `unknown rule: ID` */
export const ruleText = (id: string): string => {
  const rule = ruleOf(id);
  return [
    `${rule.id}  ${rule.title}`,
    "",
    `Warum:        ${rule.why}`,
    `Folge:        ${consequence(rule)}`,
    `Meldung:      ${rule.message}`,
    `Grundlage:    ${rule.basis}`,
    `Gilt:         ${validity(rule)}${rule.inEmptyReturn === true ? ", auch für eine Fehlanzeige" : ""}`,
    `Im Formular:  ${inWorkbook[rule.formulaPossible]}`,
    ...(rule.needs === undefined ? [] : [`Voraussetzung: ${rule.needs.map((part) => contextReasons[part].split("; ", 1)[0]).join("; ")}`]),
    `Beispiel:     fixtures/rules/${rule.id}.json (kleinste Meldung, die sie verletzt, und eine, die gerade noch passt)`,
  ].join("\n");
};
