import {type Finding, type Severity, severityWords, type Verdict} from "../../schemas/flow.ts";
import type {Author} from "./parts/comments.ts";

/** Who the comments are from; annotating again replaces what stands under this name. */
export const checker: Author = "KIM-Prüfung";
/** Title of the sheet that is added; the reader knows and skips it. */
export const resultTitle = "Prüfergebnis";

/** A sign beside the word, so that nobody depends on colours. */
export const signs: Readonly<Record<Severity, string>> = {error: "✖", warning: "▲", note: "●"};
export const signedWord = (severity: Severity): string => `${signs[severity]} ${severityWords[severity]}`;

const placePrefix = ({at}: Finding) => ("cell" in at ? `${at.sheet}!${at.cell}` : "sheet" in at ? at.sheet : "");
/** The message without the address in front: it stands in the cell it speaks of. */
export const spoken = (finding: Finding): string => {
  const prefix = placePrefix(finding);
  const rest = prefix !== "" && finding.message.startsWith(prefix) ? finding.message.slice(prefix.length).replace(/^[:,]?\s+/, "") : finding.message;
  return rest === "" ? finding.message : rest;
};
export const proposalLine = ({proposal}: Finding): string | undefined => (proposal === undefined ? undefined : `Vorschlag: ${proposal.text}`);

/** What a comment says about one finding. */
export const noteText = (finding: Finding): string => {
  const {rule, severity, found, expected} = finding;
  const compared =
    found === "" && expected === "" ? undefined : `Gefunden: ${found === "" ? "nichts" : found}${expected === "" ? "" : ` · Erwartet: ${expected}`}`;
  return [`${severityWords[severity]} ${rule}`, spoken(finding), compared, proposalLine(finding)].filter((line) => line !== undefined).join("\n");
};

export type Counts = Readonly<Record<Severity, number>>;
export const countsOf = (findings: readonly Finding[]): Counts => {
  const of = (severity: Severity) => findings.filter((each) => each.severity === severity).length;
  return {error: of("error"), warning: of("warning"), note: of("note")};
};
const many = (number: number, one: string, more: string) => `${number} ${number === 1 ? one : more}`;
export const countsLine = ({error, warning, note}: Counts): string =>
  [`${error} Fehler`, many(warning, "Warnung", "Warnungen"), many(note, "Hinweis", "Hinweise")].join(" · ");
export const verdictIn = ({error, warning}: Counts): Verdict => (error > 0 ? "rejected" : warning > 0 ? "accepted-with-warnings" : "accepted");
const verdicts: Readonly<Record<Verdict, string>> = {
  rejected: "Nicht angenommen. Bitte die Fehler beheben und die Datei erneut senden.",
  "accepted-with-warnings": "Angenommen mit Warnungen. Bitte jede Warnung auf Blatt 13 kurz erläutern oder die Zahl berichtigen.",
  accepted: "Angenommen. Es ist nichts zu tun.",
};
export const verdictLine = (verdict: Verdict): string => verdicts[verdict];
