import {audiences, policyVersion} from "../../../schemas/disclosure.ts";
import {halfYearOf} from "../../../schemas/half-year.ts";
import {printDate, printHalfYear} from "../../../schemas/units.ts";
import type {BuildSummary} from "./build.ts";
import {fewOf} from "./manifest.ts";
import {setAsideLines} from "./submissions/set-aside.ts";

const files = (count: number) => `${count} ${count === 1 ? "Datei" : "Dateien"}`;
const percent = (part: number, whole: number) => (part * 1000 < whole ? "unter 0,1 %" : `${((100 * part) / whole).toFixed(1).replace(".", ",")} %`);
const grouped = (count: number) => count.toLocaleString("de-DE");

/** How much of which public table is withheld, and what the attack said. */
const protectionLines = (summary: BuildSummary): string[] => {
  const {manifest, protection} = summary;
  if (protection === null || summary.publicKept || manifest.halfYears.length === 0) return [];
  const {num, den} = audiences.public.policy.mostWithheld;
  const {shares, attack} = protection;
  return [
    `Geheimhaltung: Fassung ${policyVersion} (${manifest.policy.slice(0, 8)}). Angriff auf ${grouped(attack.cells)} geschützte Zahlen: keine ist zurückzurechnen.`,
    ...shares
      .filter(({withheld}) => withheld > 0)
      .map(({table, cells, withheld}) => `– Geschützt: ${table} ${percent(withheld, cells)} gesperrt (höchstens ${percent(num, den).replace(",0", "")}).`),
  ];
};

/** What a build did, how complete each half-year is and what is withheld from the public, in German. */
export const buildText = (summary: BuildSummary): string => {
  const {skipped, manifest, policyNoted, mended, submissions, refused} = summary;
  const {halfYears, products, asOf, dataState, contentHash} = manifest;
  const until = asOf === null ? "" : ` (nur was bis ${printDate(asOf)} eingegangen war)`;
  const done = skipped
    ? `Nichts Neues${until}: Datenbank und Datenprodukte sind auf dem Stand.`
    : `Datenbank und ${products.length} Datenprodukte neu aufgebaut aus ${files(submissions)}${until}, dazu die für Öffentlichkeit, Forschung und jede Stelle.`;
  return [
    done,
    ...(mended.length > 0 ? [`Datenprodukte fehlten oder waren verändert und sind neu geschrieben: ${fewOf(mended.map((path) => `products/${path}`))}.`] : []),
    ...(policyNoted ? ["Die Regeln der Geheimhaltung sind neu; das ist im Journal vermerkt."] : []),
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
    ...protectionLines(summary),
    ...setAsideLines(summary.setAside),
    `Prüfsumme des Inhalts: ${contentHash}`,
  ].join("\n");
};
