import {halfYearOf} from "../../../schemas/half-year.ts";
import {printDate, printHalfYear} from "../../../schemas/units.ts";
import type {BuildSummary} from "./build.ts";

/** What a build did and what counts now, in German. */
export const buildText = ({skipped, manifest, submissions, refused}: BuildSummary): string => {
  const last = manifest.halfYears.at(-1);
  const turnout = last === undefined
    ? "Es liegt noch keine angenommene Meldung vor."
    : `${printHalfYear(halfYearOf(last.halfYear))}: ${last.counted} von ${last.due} Stellen zählen${last.provisional ? " (vorläufig)" : ""}.`;
  const day = manifest.asOf === null ? "" : ` Stand ${printDate(manifest.asOf)}: nur, was bis dahin eingegangen war.`;
  const done = skipped
    ? "Nichts Neues: Datenbank und Datenprodukte sind auf dem Stand."
    : `Datenbank und ${manifest.products.length} Datenprodukte neu aufgebaut aus ${submissions} Dateien${refused > 0 ? ` (dazu ${refused} zurückgewiesen)` : ""}.`;
  return `${done}${day} ${turnout}`;
};
