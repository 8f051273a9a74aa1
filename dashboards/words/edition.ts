import {spokenName} from "../../schemas/codes/bodies.ts";
import {stichtag} from "../../schemas/half-year.ts";
import {printDate, printHalfYear} from "../../schemas/units.ts";
import type {Edition} from "../data/edition.ts";
import {missingBodies, type View} from "../data/view.ts";
import {counted, listedUpTo} from "./sentences.ts";

export const syntheticNote = "Beispieldaten – frei erfunden";
export const stateWord = ({provisional}: Pick<Edition, "provisional">) => (provisional ? "vorläufig" : "endgültig");
/** 12.02.2026, vorläufig */
export const stateText = (edition: Edition) => `${printDate(edition.dataState)}, ${stateWord(edition)}`;
/** 52 von 54 Stellen */
export const coverageText = ({counted: count, due}: Edition) => `${count} von ${due} Stellen`;
/** The state of all data in one line, for print, SVG and CSV. */
export const editionLine = (edition: Edition) =>
  [
    `KIM in Zahlen, ${printHalfYear(edition.halfYear)} (${stateWord(edition)})`,
    `Datenstand ${printDate(edition.dataState)}`,
    ...(edition.synthetic ? [syntheticNote] : []),
  ].join(" · ");
export const dayOf = ({halfYear}: Edition) => printDate(stichtag(halfYear));

/** Who is missing, or that all are there. */
export const coverageSentence = (view: View): string => {
  const names = missingBodies(view).map(spokenName);
  const {edition} = view;
  if (names.length === 0) return `Alle ${edition.due} Stellen haben gemeldet.`;
  return `${coverageText(edition)} haben gemeldet; es ${names.length === 1 ? "fehlt" : "fehlen"} ${names.length > 6 ? counted(names.length) : listedUpTo(names, 6)}.`;
};
