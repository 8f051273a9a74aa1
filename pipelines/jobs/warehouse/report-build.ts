import {halfYearOf} from "../../../schemas/half-year.ts";
import {printDate, printHalfYear} from "../../../schemas/units.ts";
import type {BuildSummary} from "./build.ts";

const files = (count: number) => `${count} ${count === 1 ? "Datei" : "Dateien"}`;

/** What a build did and how complete each half-year is, in German. */
export const buildText = ({skipped, manifest, submissions, refused}: BuildSummary): string => {
  const {halfYears, products, asOf, dataState, contentHash} = manifest;
  const until = asOf === null ? "" : ` (nur was bis ${printDate(asOf)} eingegangen war)`;
  const done = skipped
    ? `Nichts Neues${until}: Datenbank und Datenprodukte sind auf dem Stand.`
    : `Datenbank und ${products.length} Datenprodukte neu aufgebaut aus ${files(submissions)}${until}.`;
  return [
    done,
    ...(refused > 0
      ? [
          `${files(refused)} mit personenbezogenen Angaben ${refused === 1 ? "wurde" : "wurden"} zurückgewiesen und ${refused === 1 ? "ist" : "sind"} nicht enthalten.`,
        ]
      : []),
    ...(halfYears.length === 0 ? ["Es liegt noch keine angenommene Meldung vor; die Datenprodukte sind leer."] : [`Datenstand: ${printDate(dataState)}.`]),
    ...halfYears.map(
      ({halfYear, counted, due, provisional}) =>
        `– ${printHalfYear(halfYearOf(halfYear))}: ${counted} von ${due} Stellen zählen${provisional ? " (vorläufig)" : ""}.`,
    ),
    `Prüfsumme des Inhalts: ${contentHash}`,
  ].join("\n");
};
