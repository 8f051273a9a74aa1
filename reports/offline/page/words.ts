import type {Finding, Verdict} from "../../../schemas/flow.ts";
import {countsOf} from "../../annotate/wording.ts";
import type {Shown} from "../talk.ts";

const many = (number: number, one: string, more: string) => (number === 0 ? [] : [`${number} ${number === 1 ? one : more}`]);
/** `2 Fehler · 1 Warnung`; what there is none of is not named. */
export const countsText = (findings: readonly Finding[]): string => {
  const {error, warning, note} = countsOf(findings);
  const all = [...many(error, "Fehler", "Fehler"), ...many(warning, "Warnung", "Warnungen"), ...many(note, "Hinweis", "Hinweise")];
  return all.length === 0 ? "keine Befunde" : all.join(" · ");
};

const verdicts: Readonly<Record<Verdict, {readonly sign: string; readonly title: string; readonly todo: string}>> = {
  rejected: {
    sign: "✖",
    title: "So noch nicht senden",
    todo: "Fehler müssen behoben sein, bevor die Meldung angenommen wird. Bitte in der Arbeitsmappe berichtigen und die Datei noch einmal prüfen.",
  },
  "accepted-with-warnings": {
    sign: "▲",
    title: "Keine Fehler",
    todo: "Bitte jede Warnung auf Blatt 13 kurz erläutern oder die Zahl berichtigen. Danach kann die Datei gesendet werden.",
  },
  accepted: {sign: "●", title: "Bereit zum Senden", todo: "In der Datei selbst ist nichts zu berichtigen. Was nur das Land prüfen kann, steht unten."},
};
export const verdictWords = ({verdict}: Shown) => verdicts[verdict];

/** What is read out when a file was checked. */
export const spokenResult = (shown: Shown): string => `${shown.name}: ${verdictWords(shown).title}, ${countsText(shown.findings)}.`;
