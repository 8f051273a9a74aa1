import {findBody, spokenName} from "../../../../schemas/codes/bodies.ts";
import {printHalfYear} from "../../../../schemas/units.ts";
import type {About, Standing} from "./standing.ts";

/** What a decision is about, in German. */
export const decisionTitle = ({body, halfYear, rule, field, row}: About): string => {
  const place = [row, field].filter((part) => part !== null).join(", ");
  return `${rule}${place === "" ? "" : ` (${place})`}, ${spokenName(findBody(body)!)}, ${printHalfYear(halfYear)}`;
};

/** Whoever mistypes a rule, row or field hears of it; the decision itself is kept. */
export const standingText = (standing: Standing): string =>
  ({
    found: "",
    unknown: "\nOb es dazu gerade einen Befund gibt, zeigt erst der Aufbau: Die Regel braucht mehr als die Meldungen dieser Stelle.",
    none: "\nZurzeit gibt es dazu keinen Befund: In keiner Meldung der Stelle für dieses Halbjahr steht er. Es bleibt festgehalten und wartet, bis er auftritt. Bitte Regel, Zeile und Feld mit der Prüfung (./kim check) vergleichen, wenn es ihn geben müsste.",
  })[standing];
