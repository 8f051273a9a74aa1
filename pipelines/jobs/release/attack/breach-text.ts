import type {Attacker} from "../../../../schemas/disclosure.ts";
import {printDecimal} from "../../../../schemas/units.ts";
import type {Leak, LeakKind} from "../../../attack/files/leak.ts";
import type {PublicationBreach} from "../../../attack/publication/attacked.ts";

const readers: Readonly<Record<Attacker, (who: string) => string>> = {
  outsider: () => "für alle, die das Veröffentlichte lesen,",
  "zero-knower": () => "für alle, die wissen, dass Nullen immer gezeigt werden,",
  single: (who) => `als einzige Person hinter der Zelle ${who}`,
  body: (who) => `als Stelle ${who}`,
  "second-audience": () => "mit dem, was ein anderer Kreis sieht,",
  "earlier-release": (who) => `mit der früheren Veröffentlichung ${who}`,
};
/** Larger than any number a table of the Land can hold: there is no upper bound. */
const isBoundless = (value: number) => !Number.isFinite(value) || value >= 1e7;
const number = (value: number, scale: 0 | 2) => printDecimal(BigInt(Math.round(value)), scale);
const interval = ({low, high, scale}: PublicationBreach) => {
  if (isBoundless(high)) return `mindestens ${number(low, scale)}`;
  return low === high ? `genau ${number(low, scale)}` : `${number(low, scale)} bis ${number(high, scale)}`;
};
const whats: Readonly<Record<PublicationBreach["why"], (breach: PublicationBreach) => string>> = {
  narrow: (breach) => `auf ${interval(breach)} einzugrenzen (nötig ist mindestens die Breite ${number(breach.width, breach.scale)})`,
  contradiction: () => "in Widerspruch zu dem, was sonst veröffentlicht ist; eine der Zahlen ist anders behandelt als die anderen",
  increment: ({low, scale}) => `um ${number(low, scale)} verändert: So kleine Änderungen sind selbst kleine Zahlen`,
  pattern: () => "einmal gezeigt und einmal gesperrt, obwohl sich die Tabelle geändert hat",
};
/** `p25a_erteilt · 2025-H2 · 05111`: the figure, the half-year, the area and the codes. */
export const cellText = (place: string): string => {
  const [path = "", halfYear = "", , ...rest] = place.split("|");
  return [path.slice(path.indexOf(".") + 1), halfYear, ...rest].join(" · ");
};

/** One number somebody can have back, in German: table, cell, attacker, interval. */
export const breachText = (breach: PublicationBreach): string =>
  `${breach.table}, Zelle ${cellText(breach.place)}: ${readers[breach.attacker](breach.who)} ${whats[breach.why](breach)}.`;

const leaks: Readonly<Record<LeakKind, string>> = {
  format: "Die Formate eines Datenprodukts widersprechen sich",
  plan: "Nicht im Veröffentlichungsplan",
  gap: "Neben einer Lücke steht eine Zahl, oder eine Zahl fehlt",
  ghost: "In der Datei steht mehr, als ihre Zellen zeigen",
  metadata: "In den Angaben zur Datei steht etwas, das dort nicht hingehört",
  page: "Die Seite zeigt etwas anderes als das Datenprodukt",
  sum: "Summe minus gezeigte Teile verrät eine gesperrte Zahl",
  chart: "Im Bild oder seinen Daten steht eine Zahl, die dort nicht hingehört",
};
/** One leak of a file, in German: where, what was found, what was expected. */
export const leakText = ({kind, file, table, cell, found, expected}: Leak): string =>
  `${leaks[kind]}: ${file}, ${table === "" ? "" : `${table}, `}${cell}: gefunden ${found}, erwartet ${expected}.`;
