import {strip} from "../../charts/strip.ts";
import {medianOf, quantileOf} from "../../data/middle.ts";
import {spokenName} from "../../../schemas/codes/bodies.ts";
import {type Category, type FigurePath, land, perBody, series, shown} from "../../data/shown.ts";
import {isKnown, shareOf, sizeOf} from "../../data/size.ts";
import {matched} from "../../data/matched.ts";
import type {View} from "../../data/view.ts";
import {figure} from "../../parts/figure.ts";
import type {Part} from "../../parts/part.ts";
import {dayOf} from "../../words/edition.ts";
import {changeWords, stillWord} from "../../words/growth.ts";
import {brief, said} from "../../words/numbers.ts";
import {counted, firstTrue} from "../../words/sentences.ts";
import {categoryBars, codesOf, leading, wholeOf} from "../kinds/categories.ts";
import {course} from "../kinds/course.ts";

const kinds: readonly FigurePath[] = ["caseload.erstberatungen", "caseload.verweisberatungen", "caseload.folgeberatungen_ohne_cm", "caseload.folgeberatungen"];
/** Consultations by kind: figures of their own, shown as categories of one whole. */
export const consultations = (view: View): Part => {
  const categories = kinds.map((path): Category => {
    const each = shown(view, path, land);
    return {code: path, label: each.figure.label, shown: each};
  });
  const whole = shown(view, "caseload.beratungen_count", land);
  const monthly = shown(view, "caseload.beratungen_je_monat", land);
  const first = leading(categories);
  const share = first === undefined ? undefined : shareOf(first.shown, whole);
  return categoryBars(view, {
    id: "beratungen",
    page: "fallzahlen",
    of: "caseload.beratungen_count",
    name: "Art der Beratung",
    categories,
    title: firstTrue(
      [
        [
          share !== undefined && isKnown(share),
          `Am häufigsten sind ${first?.label}: ${share === undefined || !isKnown(share) ? "" : brief(share)} der Beratungen`,
        ],
      ],
      `Beratungen im Halbjahr: ${said(whole)}`,
    ),
    sub: "Beratungen im Halbjahr nach ihrer Art, Land",
    finding: `${said(whole)} Beratungen, das sind ${said(shown(view, "caseload.beratungen_je_fall", land))} je bearbeitetem Fall${monthly.status === "withheld" ? "" : ` und ${said(monthly)} je besetztem Monat einer Vollzeitstelle`}.`,
    read: "Beratungen, deren Art nicht mehr feststellbar war, sind nur in der Gesamtzahl enthalten.",
  });
};

/** Assessment and agreement: how far cases have come. */
export const process = (view: View): Part => {
  const path = "caseload.vereinbarung_quote";
  const last = shown(view, path, land);
  const change = matched(view, path, land);
  const moved = change === undefined ? undefined : changeWords(change);
  return course(
    view,
    {
      id: "prozess",
      page: "fallzahlen",
      of: path,
      title: firstTrue(
        [
          [
            isKnown(last) && moved !== undefined && moved !== stillWord && !/[±]|0,[0-4]/.test(moved),
            `Der Anteil der Fälle mit Zielvereinbarung ${moved?.startsWith("+") ? "steigt" : "sinkt"} auf ${said(last)}`,
          ],
        ],
        `Fälle mit Zielvereinbarung: ${said(last)}`,
      ),
      sub: "Anteil der Fälle am Ende des Halbjahres mit abgeschlossenem Assessment und mit Ziel- oder Integrationsvereinbarung, Land, in Prozent",
      finding: `${said(shown(view, "caseload.assessment_quote", land))} der Fälle haben ein abgeschlossenes Assessment, ${said(last)} eine Vereinbarung.${moved === undefined ? "" : ` Vereinbarungen: ${moved} gegenüber dem Vorhalbjahr bei denselben ${change!.bodies} Stellen.`}`,
    },
    [
      {name: "Assessment", series: series(view, "caseload.assessment_quote", land), colour: "var(--c5)"},
      {name: "Vereinbarung", series: series(view, path, land)},
    ],
    {max: 105, print: (value) => `${value} %`},
  );
};

const work = ["3", "4", "5", "6", "7"];
/** Open cases by phase. */
export const phases = (view: View): Part => {
  const categories = codesOf(view, "phases.cm_phase").filter(({code}) => work.includes(code));
  const first = leading(categories);
  return categoryBars(view, {
    id: "phasen",
    page: "fallzahlen",
    of: "phases.cm_phase",
    name: "Phase",
    categories,
    title: firstTrue([[first !== undefined, `Häufigste Phase der offenen Fälle: ${first?.label}`]], "Offene Fälle nach Phase des Case Managements"),
    sub: `Offene Fälle nach Phase am ${dayOf(view.edition)}, Land. Phasen 1 und 2 (vor der Aufnahme) sind nicht enthalten.`,
    finding:
      first === undefined
        ? "Eine Phase mit den meisten Fällen lässt sich nicht nennen."
        : `${brief(first.shown)} von ${said(wholeOf(categories))} Fällen sind in dieser Phase.`,
  });
};

/** Cases for each filled post: how the bodies lie, Kreise and cities apart. */
export const load = (view: View): Part => {
  const path = "caseload.faelle_je_vzae";
  const all = perBody(view, path);
  const kind = (name: string, city: boolean) => {
    const rates = all.filter(({body}) => /Stadt/.test(body.type) === city).map((each) => each.shown);
    const middle = medianOf(rates);
    return {name, rates, middle, values: rates.map(sizeOf).filter((size) => size !== null)};
  };
  const rows = [kind("Kreise und StädteRegion", false), kind("Städte", true)];
  const whole = shown(view, path, land);
  const [low, high] = [
    quantileOf(
      all.map((each) => each.shown),
      0.25,
    ),
    quantileOf(
      all.map((each) => each.shown),
      0.75,
    ),
  ];
  const hidden = all.filter((each) => each.shown.status === "withheld").length;
  const drawn = rows
    .filter(({values}) => values.length > 0)
    .map(({name, middle, values}) => ({name, values, middle: middle === undefined ? null : sizeOf(middle), text: middle === undefined ? "" : brief(middle)}));
  return figure(view, {
    id: "belastung",
    page: "fallzahlen",
    of: path,
    title: firstTrue(
      [
        [
          low !== undefined && high !== undefined,
          `Die mittlere Hälfte der Stellen hat ${low === undefined ? "" : brief(low)} bis ${high === undefined ? "" : brief(high)} Fälle je besetzter Vollzeitstelle`,
        ],
      ],
      `Fälle je besetzter Vollzeitstelle${isKnown(whole) ? `: Land ${said(whole)}` : ""}`,
    ),
    sub: `Fälle im Bestand je besetzter Vollzeitstelle im Case Management, ${dayOf(view.edition)}. Ein Punkt ist eine Stelle.`,
    draw: (width) => strip(width, drawn, isKnown(whole) ? {reference: {name: `Land ${said(whole)}`, value: sizeOf(whole)!}} : {}),
    finding: `${whole.status === "withheld" ? "Die Zahl für das Land ist geheim." : `Im Land sind es ${said(whole)} Fälle je besetzter Vollzeitstelle.`}${rows.map(({name, middle}) => (middle === undefined ? "" : ` In der Mitte der Gruppe ${name}: ${brief(middle)}.`)).join("")}${hidden === 0 ? "" : ` Für ${hidden === 1 ? "eine Stelle" : `${counted(hidden)} Stellen`} ist die Zahl geheim; sie ${hidden === 1 ? "fehlt" : "fehlen"} im Bild, und eine Mitte lässt sich nicht nennen.`}`,
    read: "Der orangefarbene Strich ist die Mitte: Die eine Hälfte der Stellen liegt darunter, die andere darüber. Nebeneinander liegende Punkte weichen nach oben und unten aus. Eine Rangliste ist das nicht: Aufgaben und Zuschnitt unterscheiden sich.",
    covered: whole,
    data: {head: ["Stelle", "Regierungsbezirk", "Fälle je VZÄ"], text: [1], rows: all.map((each) => [spokenName(each.body), each.body.district, each.shown])},
  });
};
