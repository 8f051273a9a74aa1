import {bars} from "../../charts/bars.ts";
import {type FigurePath, land, shown} from "../../data/shown.ts";
import type {View} from "../../data/view.ts";
import {figure} from "../../parts/figure.ts";
import type {Part} from "../../parts/part.ts";
import {counted, firstTrue, listedUpTo} from "../../words/sentences.ts";

/** Key figures whose answers are counted, in the order of the form. */
const asked: readonly (readonly [string, FigurePath])[] = [
  ["Besetzte Stellen", "posts.vzae_besetzt"],
  ["Fälle im Case Management", "caseload.cm_bestand_ende"],
  ["Beratungen im Halbjahr", "caseload.beratungen_count"],
  ["Fälle mit Zielvereinbarung", "caseload.cm_zielvereinbarung"],
  ["Ratsuchende Personen", "caseload.ratsuchende"],
  ["Wartende", "caseload.warteliste"],
  ["Offene Systemlücken", "gaps.offen_count"],
  ["Kooperationsvereinbarungen", "steering.koop_ende_count"],
  ["Einbürgerung: offene Anträge", "naturalisation.eb_ende"],
  ["Bleiberecht: Erteilungen", "residence_authorities.erteilt_count"],
];

/** How many bodies have answered each key figure. */
export const answers = (view: View): Part => {
  const rows = asked.map(([name, path]) => ({name, shown: shown(view, path, land)}));
  const {counted: returns, due} = view.edition;
  const full = rows.filter(({shown: each}) => each.bodies >= returns);
  const without = rows.filter(({shown: each}) => each.status === "not_reported").map(({name}) => name);
  return figure(view, {
    id: "deckung",
    page: "ruecklauf",
    of: "returns.meldungen_count",
    title: firstTrue(
      [
        [full.length === rows.length, "Alle Meldungen beantworten jede der Kennzahlen"],
        [full.length > 0, `${full.length} von ${rows.length} Kennzahlen sind in jeder Meldung beantwortet`],
      ],
      "Keine Kennzahl ist in jeder Meldung beantwortet",
    ),
    sub: `Stellen mit gültiger Angabe je Kennzahl, von ${due}`,
    draw: (width) =>
      bars(
        width,
        rows.map(({name, shown: each}) => ({name, value: each.bodies, text: String(each.bodies), gap: null})),
        {max: due, left: 230},
      ),
    finding:
      without.length === 0
        ? "Für jede dieser Kennzahlen reichen die Angaben für eine Landessumme."
        : `Keine Landessumme gibt es für ${counted(without.length)} davon: ${listedUpTo(without, 5)}.`,
    read: "Die letzten beiden Kennzahlen betreffen nur Stellen mit geförderten Behörden; bei den anderen entfallen sie.",
    covered: {bodies: returns, due},
    data: {head: ["Kennzahl", "Stellen mit Angabe", "von"], rows: rows.map(({name, shown: each}) => [name, String(each.bodies), String(each.due)])},
  });
};
