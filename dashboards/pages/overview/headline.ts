import {printHalfYearShort} from "../../../schemas/units.ts";
import {halfYearBefore, matched} from "../../data/matched.ts";
import {type FigurePath, land, series, shown} from "../../data/shown.ts";
import {isKnown, shareOf} from "../../data/size.ts";
import {split} from "../../data/shown.ts";
import type {View} from "../../data/view.ts";
import {href} from "../../parts/href.ts";
import {type Html, html} from "../../parts/html.ts";
import type {KeyFigure} from "../../parts/key-figures.ts";
import {dayOf} from "../../words/edition.ts";
import {growthRun, movement} from "../../words/growth.ts";
import {brief, changeText, pointsText, said, signedCount} from "../../words/numbers.ts";
import {capitalised, firstTrue, times} from "../../words/sentences.ts";

/** Change since the half-year before, over the same bodies; a share in points, a count in percent. */
export const sinceBefore = (view: View, path: FigurePath): Html | string => {
  const change = matched(view, path, land);
  const before = halfYearBefore(view);
  if (change === undefined || before === undefined) return "erstes Halbjahr";
  const {from, to} = change;
  const words = to.figure.unit === "%" ? pointsText(from, to) : (changeText(from.value!, to.value!) ?? signedCount(to.value! - from.value!));
  return html`<b>${words}</b> seit ${printHalfYearShort(before)}`;
};
const cases = (view: View): string => {
  const change = matched(view, "caseload.cm_bestand_ende", land);
  if (change === undefined) return "Für das Halbjahr davor liegen keine Zahlen vor.";
  const run = growthRun(series(view, "caseload.cm_bestand_ende", land));
  const same = `${signedCount(change.to.value! - change.from.value!)} Fälle bei denselben ${change.bodies} Stellen`;
  return `${same}${run > 1 ? `; die Landessumme wächst ${times(run)} in Folge` : ""}.`;
};
const consultations = (view: View): string =>
  `Je besetztem Monat einer Vollzeitstelle ${said(shown(view, "caseload.beratungen_je_monat", land))} Beratungen, je bearbeitetem Fall ${said(shown(view, "caseload.beratungen_je_fall", land))}.`;
const agreements = (view: View): string => {
  const share = shown(view, "caseload.vereinbarung_quote", land);
  const half = isKnown(share) && share.value! * 2n > share.den!;
  return firstTrue(
    [
      [half, "Mehr als die Hälfte der Fälle hat vereinbarte Ziele."],
      [isKnown(share), "Weniger als die Hälfte der Fälle hat vereinbarte Ziele."],
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
  const leads = top.length > 1 && top[0]!.shown.value! > top[1]!.shown.value!;
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
  const moved = movement(change, {up: "mehr", down: "weniger", still: "kaum verändert"});
  const by =
    change === undefined
      ? ""
      : moved === "kaum verändert"
        ? ", kaum verändert gegenüber dem Halbjahr davor"
        : `, ${changeText(change.from.value!, change.to.value!)?.slice(1)} ${moved} als ein halbes Jahr zuvor bei denselben ${change.bodies} Stellen`;
  const first = isKnown(stock)
    ? `Am ${dayOf(view.edition)} begleiten die Kreise und Städte ${brief(stock)} Fälle im Case Management${by}.`
    : `Für den ${dayOf(view.edition)} wird noch keine Landessumme der Fälle gebildet.`;
  return `${first}${isKnown(vacancy) ? ` ${brief(vacancy)} der bewilligten Stellen sind nicht besetzt.` : ""}`;
};
