import {hasTable} from "../../data/products/given.ts";
import {land, shown} from "../../data/shown.ts";
import {isKnown, moreThanHalf, shareOf, together} from "../../data/size.ts";
import type {View} from "../../data/view.ts";
import type {Part} from "../../parts/part.ts";
import {brief, said} from "../../words/numbers.ts";
import {firstTrue} from "../../words/sentences.ts";
import {bySize, categoryBars, codesOf, leading, wholeOf} from "../kinds/categories.ts";

/** Why cases ended. */
export const reasons = (view: View): Part => {
  const categories = bySize(codesOf(view, "closures.ende_n"));
  const reached = categories.filter(({code}) => code === "01" || code === "02").map((each) => each.shown);
  const share = shareOf(together(reached), wholeOf(categories));
  const first = leading(categories);
  return categoryBars(view, {
    id: "gruende",
    page: "fallzahlen",
    of: "closures.ende_n",
    name: "Grund der Beendigung",
    categories,
    title: firstTrue(
      [
        [moreThanHalf(share), "Mehr als die Hälfte der beendeten Fälle hat ihre Ziele ganz oder teilweise erreicht"],
        [first !== undefined, `Häufigster Grund der Beendigung: ${first?.label}`],
      ],
      "Beendete Fälle nach Grund",
    ),
    sub: "Im Halbjahr beendete Fälle nach dem Grund, Land",
    finding: `${isKnown(share) ? `Ziele ganz oder teilweise erreicht: ${said(share)} der beendeten Fälle.` : `Beendete Fälle: ${said(wholeOf(categories))}.`}${first === undefined ? "" : ` Am häufigsten genannt: ${first.label} (${brief(first.shown)}).`}`,
  });
};

/** How long ended cases had lasted. */
export const durations = (view: View): Part => {
  const categories = codesOf(view, "closure_durations.dauer_klasse");
  const median = hasTable(view, "closure_median") ? shown(view, "closure_median.median_geschaetzt", land) : undefined;
  const within = together(categories.slice(0, 3).map((each) => each.shown));
  const year = shareOf(within, wholeOf(categories));
  return categoryBars(view, {
    id: "dauer",
    page: "fallzahlen",
    of: "closure_durations.dauer_klasse",
    name: "Dauer",
    categories,
    title: firstTrue([[isKnown(year), `${isKnown(year) ? brief(year) : ""} der beendeten Fälle dauerten höchstens ein Jahr`]], "Beendete Fälle nach Dauer"),
    sub: "Im Halbjahr beendete Fälle nach Dauer von der Aufnahme bis zum Ende, Land",
    ...(median === undefined
      ? {finding: `Höchstens ein Jahr dauerten ${said(within)} von ${said(wholeOf(categories))} beendeten Fällen.`}
      : {
          finding: `Median der Dauer, aus den Klassen geschätzt: ${said(median)}${isKnown(median) ? " Monate" : ""}.`,
          read: "Der Median wird je Stelle gemeldet und lässt sich nicht addieren. Der Landeswert ist deshalb aus den Dauerklassen geschätzt.",
        }),
  });
};
