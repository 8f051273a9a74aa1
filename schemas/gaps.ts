/** Why a figure is not there. A gap is never a zero. */
export type Gap = "not_reported" | "not_applicable" | "not_asked" | "withheld";
/** Status of a figure in every product: `known` (also a true zero) or the reason of the gap. */
export type FigureStatus = "known" | Gap;

/** Printed sign, word that is read aloud and written to Excel, and what it means. */
export const gaps: Readonly<Record<Gap, {sign: string; word: string; note: string}>> = {
  not_reported: {sign: "k. A.", word: "nicht gemeldet", note: "Angabe fehlt"},
  not_applicable: {sign: "x", word: "entfällt", note: "Frage trifft auf diese Stelle nicht zu"},
  not_asked: {sign: "n. e.", word: "nicht erfragt", note: "der Meldebogen enthielt die Frage nicht"},
  withheld: {sign: ".", word: "geheim", note: "Wert bekannt, zum Schutz Einzelner nicht gezeigt"},
};
/** While a half-year is provisional a missing return can still come. */
export const pendingSign = "…";
