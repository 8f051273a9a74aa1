import {stacks} from "../../charts/stacks.ts";
import {orZero, isKnown, shareOf, sizeOf, together} from "../../data/size.ts";
import type {Shown} from "../../data/shown.ts";
import type {View} from "../../data/view.ts";
import {pieceOf, restPiece} from "../../parts/colours.ts";
import {figure} from "../../parts/figure.ts";
import type {Part} from "../../parts/part.ts";
import {brief, said} from "../../words/numbers.ts";
import {firstTrue} from "../../words/sentences.ts";
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

/** The rest of a whole after a part, if both are known. */
const without = (whole: Shown, part: Shown): Shown =>
  isKnown(whole) && isKnown(part) ? {...whole, value: orZero(whole) - orZero(part)} : isKnown(whole) ? part : whole;
/** Where people are sent on to, and whether an answer came back. */
export const referrals = (view: View): Part => {
  const all = bySize(codesOf(view, "referrals.verweis_n"));
  const answered = new Map(codesOf(view, "referrals.verweis_rueck").map(({code, shown}) => [code, shown]));
  const rows = all.map(({code, label, shown}) => ({label, shown, back: answered.get(code)!, open: without(shown, answered.get(code)!)}));
  const known = rows.filter(({open}) => isKnown(open));
  const share = shareOf(together(rows.map(({back}) => back)), wholeOf(all));
  const first = leading(all);
  return figure(view, {
    id: "verweise",
    page: "themen",
    of: "referrals.verweis_n",
    title: firstTrue([[isKnown(share), `Auf ${isKnown(share) ? brief(share) : ""} der Verweise kam eine Rückmeldung`]], "Verweise an andere Stellen"),
    sub: "Verweise an andere Stellen im Halbjahr, mit und ohne Rückmeldung, Land",
    draw: (width) =>
      stacks(
        width,
        known.map(({label, back, open}) => ({name: label, values: [sizeOf(back)!, sizeOf(open)!], texts: [brief(back), brief(open)]})),
        [pieceOf("mit Rückmeldung", 0), restPiece("ohne Rückmeldung")],
        {left: 250},
      ),
    keys: [pieceOf("mit Rückmeldung", 0), restPiece("ohne Rückmeldung")],
    finding: `${said(wholeOf(all))} Verweise.${first === undefined ? "" : ` Am häufigsten: ${first.label} (${brief(first.shown)}).`}`,
    covered: wholeOf(all),
    data: {head: ["Verweis an", "Verweise", "mit Rückmeldung", "Anteil"], rows: rows.map(({label, shown, back}) => [label, shown, back, shareOf(back, shown)])},
  });
};
