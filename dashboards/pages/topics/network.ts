import {bars} from "../../charts/bars.ts";
import {isKnown, shareOf, together} from "../../data/size.ts";
import type {View} from "../../data/view.ts";
import {figure} from "../../parts/figure.ts";
import type {Part} from "../../parts/part.ts";
import {brief, said} from "../../words/numbers.ts";
import {barOf} from "../../words/points.ts";
import {firstTrue, listed} from "../../words/sentences.ts";
import {bySize, categoryBars, codesOf, leading, wholeOf} from "../kinds/categories.ts";

/** How cases found their way in. */
export const access = (view: View): Part => {
  const categories = bySize(codesOf(view, "access.zugang_n"));
  const first = leading(categories);
  const share = first === undefined ? undefined : shareOf(first.shown, wholeOf(categories));
  return categoryBars(view, {
    id: "zugang",
    page: "themen",
    of: "access.zugang_n",
    name: "Zugang über",
    categories,
    title: firstTrue(
      [
        [
          share !== undefined && isKnown(share),
          `Häufigster Zugang ins Case Management: ${first?.label}, ${share === undefined || !isKnown(share) ? "" : brief(share)}`,
        ],
      ],
      "Wie neue Fälle ins Case Management kommen",
    ),
    sub: "Neu aufgenommene Fälle im Halbjahr nach dem Weg ins Case Management, Land",
    finding:
      first === undefined
        ? "Ein häufigster Weg lässt sich nicht nennen."
        : `${brief(first.shown)} von ${said(wholeOf(categories))} Neuaufnahmen kamen über: ${first.label}.`,
  });
};

/** Where people are sent on to, and whether an answer came back, as far as that is asked. */
export const referrals = (view: View): Part => {
  const all = bySize(codesOf(view, "referrals.verweis_n"));
  const answered = new Map(codesOf(view, "referrals.verweis_rueck").map(({code, shown}) => [code, shown]));
  const asked = all.filter(({code, shown}) => isKnown(shown) && isKnown(answered.get(code)!));
  const share = asked.length === 0 ? undefined : shareOf(together(asked.map(({code}) => answered.get(code)!)), wholeOf(asked));
  const first = leading(all);
  return figure(view, {
    id: "verweise",
    page: "themen",
    of: "referrals.verweis_n",
    title: firstTrue([[first !== undefined, `Am häufigsten wird verwiesen an: ${first?.label}`]], "Verweise an andere Stellen"),
    sub: "Verweise an andere Stellen im Halbjahr, Land",
    draw: (width) =>
      bars(
        width,
        all.map(({label, shown}) => barOf(label, shown)),
        {left: 250},
      ),
    finding: `${said(wholeOf(all))} Verweise.${share === undefined || !isKnown(share) ? "" : ` Auf ${brief(share)} der Verweise kam eine Rückmeldung, soweit sie gemeldet ist (${listed(asked.map(({label}) => label))}).`}`,
    covered: wholeOf(all),
    data: {
      head: ["Verweis an", "Verweise", "mit Rückmeldung", "Anteil"],
      rows: all.map(({code, label, shown}) => [label, shown, answered.get(code)!, shareOf(answered.get(code)!, shown)]),
    },
  });
};
