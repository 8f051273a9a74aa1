import {printHalfYearShort} from "../../../schemas/units.ts";
import {halfYearBefore, matched} from "../../data/matched.ts";
import {type FigurePath, land, series, shown} from "../../data/shown.ts";
import {isKnown, lessThanHalf, moreThanHalf, shareOf, surelyMore} from "../../data/size.ts";
import {split} from "../../data/shown.ts";
import type {View} from "../../data/view.ts";
import {href} from "../../parts/href.ts";
import {type Html, html} from "../../parts/html.ts";
import type {KeyFigure} from "../../parts/key-figures.ts";
import {dayOf} from "../../words/edition.ts";
import {changeWords, differenceWords, growthRun, movement, stillWord} from "../../words/growth.ts";
import {brief, said} from "../../words/numbers.ts";
import {capitalised, firstTrue, times} from "../../words/sentences.ts";

/** Change since the half-year before, over the same bodies; a share in points, a count in percent. */
export const sinceBefore = (view: View, path: FigurePath): Html | string => {
  const change = matched(view, path, land);
  const before = halfYearBefore(view);
  if (before === undefined) return "erstes Halbjahr";
  if (change === undefined) return "kein Vergleich mit dem Vorhalbjahr";
  return html`<b>${changeWords(change)}</b> seit ${printHalfYearShort(before)}`;
};
const cases = (view: View): string => {
  const change = matched(view, "caseload.cm_bestand_ende", land);
  if (change === undefined) return "Für das Halbjahr davor liegen keine Zahlen vor.";
  const run = growthRun(series(view, "caseload.cm_bestand_ende", land));
  const words = differenceWords(change);
  const same = `${words === stillWord ? capitalised(words) : `${words} Fälle`} bei denselben ${change.bodies} Stellen`;
  return `${same}${run > 1 ? `; die Landessumme wächst ${times(run)} in Folge` : ""}.`;
};
const consultations = (view: View): string => {
  const [monthly, each] = [shown(view, "caseload.beratungen_je_monat", land), shown(view, "caseload.beratungen_je_fall", land)];
  const first = monthly.status === "withheld" ? "Beratungen je" : `Je besetztem Monat einer Vollzeitstelle ${said(monthly)} Beratungen, je`;
  return `${first} bearbeitetem Fall${monthly.status === "withheld" ? ":" : ""} ${said(each)}.`;
};
const agreements = (view: View): string => {
  const share = shown(view, "caseload.vereinbarung_quote", land);
  return firstTrue(
    [
      [moreThanHalf(share), "Mehr als die Hälfte der Fälle hat vereinbarte Ziele."],
      [lessThanHalf(share), "Weniger als die Hälfte der Fälle hat vereinbarte Ziele."],
      [isKnown(share), "Etwa die Hälfte der Fälle hat vereinbarte Ziele."],
    ],
    "Ohne Landessumme kein Anteil.",
  );
};
const vacant = (view: View): string =>
  `${capitalised(said(shown(view, "posts.unbesetzt_vzae", land)))} von ${said(shown(view, "posts.vzae_bewilligt", land))} bewilligten Vollzeitstellen sind frei.`;
const openGaps = (view: View): string => {
  const [solved, fresh] = (["gaps.geloest_count", "gaps.neu_count"] as const).map((path) => said(shown(view, path, land)));
  const top = split(view, "gaps_by_topic.offen_count", land)
    .filter((each) => isKnown(each.shown))
    .toSorted((a, b) => Number(b.shown.value! - a.shown.value!));
  const leads = top.length > 1 && surelyMore(top[0]!.shown, top[1]!.shown);
  return `Im Halbjahr ${solved} gelöst, ${fresh} neu.${leads ? ` Häufigstes Feld: ${top[0]!.label}.` : ""}`;
};

/** The five figures of the Land. */
export const headline = (view: View): KeyFigure[] => {
  const kpi = (name: string, path: FigurePath, say: string, to: string): KeyFigure => ({
    name,
    href: to,
    series: series(view, path, land),
    delta: sinceBefore(view, path),
    say,
  });
  return [
    kpi("Fälle im Case Management", "caseload.cm_bestand_ende", cases(view), href(view, "fallzahlen")),
    kpi("Beratungen im Halbjahr", "caseload.beratungen_count", consultations(view), `${href(view, "fallzahlen")}#beratungen`),
    kpi("Fälle mit Zielvereinbarung", "caseload.vereinbarung_quote", agreements(view), `${href(view, "fallzahlen")}#prozess`),
    kpi("Besetzte Stellen", "posts.besetzungsquote", vacant(view), href(view, "personal")),
    kpi("Offene Systemlücken", "gaps.offen_count", openGaps(view), `${href(view, "themen")}#luecken-feld`),
  ];
};
/** Two sentences: how many, how they moved, what is vacant. */
export const lead = (view: View): string => {
  const stock = shown(view, "caseload.cm_bestand_ende", land);
  const change = matched(view, "caseload.cm_bestand_ende", land);
  const vacancy = shareOf(shown(view, "posts.unbesetzt_vzae", land), shown(view, "posts.vzae_bewilligt", land));
  const moved = movement(change, {up: "mehr", down: "weniger", still: stillWord});
  const by =
    change === undefined
      ? ""
      : moved === stillWord
        ? `, ${stillWord} gegenüber dem Halbjahr davor`
        : `, ${changeWords(change).slice(1)} ${moved} als ein halbes Jahr zuvor bei denselben ${change.bodies} Stellen`;
  const first = isKnown(stock)
    ? `Am ${dayOf(view.edition)} begleiten die Kreise und Städte ${brief(stock)} Fälle im Case Management${by}.`
    : `Für den ${dayOf(view.edition)} wird noch keine Landessumme der Fälle gebildet.`;
  return `${first}${isKnown(vacancy) ? ` ${brief(vacancy)} der bewilligten Stellen sind nicht besetzt.` : ""}`;
};
