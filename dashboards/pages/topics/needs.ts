import {dumbbell} from "../../charts/dumbbell.ts";
import {land, shown} from "../../data/shown.ts";
import {isKnown, orZero, shareOf, sizeOf} from "../../data/size.ts";
import type {View} from "../../data/view.ts";
import {pairKeys} from "../../parts/colours.ts";
import {figure} from "../../parts/figure.ts";
import type {Part} from "../../parts/part.ts";
import {brief, said} from "../../words/numbers.ts";
import {firstTrue} from "../../words/sentences.ts";
import {bySize, categoryBars, codesOf, leading, sharesOf, wholeOf} from "../kinds/categories.ts";

/** Topics of the cases worked on; a case can have several. */
export const topics = (view: View): Part => {
  const categories = bySize(codesOf(view, "topics.thema_faelle"));
  const worked = shown(view, "caseload.bearbeitet_count", land);
  const first = leading(categories);
  const share = first === undefined ? undefined : shareOf(first.shown, worked);
  const among = share !== undefined && isKnown(share) && share.value! <= share.den!;
  return categoryBars(view, {
    id: "themen",
    page: "themen",
    of: "topics.thema_faelle",
    name: "Handlungsfeld",
    categories,
    withoutShares: true,
    title: firstTrue(
      [
        [among, `${first?.label} ist das häufigste Thema: in ${share === undefined || !isKnown(share) ? "" : brief(share)} der bearbeiteten Fälle`],
        [first !== undefined, `${first?.label} ist das häufigste Thema`],
      ],
      "Themen der bearbeiteten Fälle",
    ),
    sub: "Fälle im Halbjahr mit diesem Handlungsfeld, Land. Ein Fall kann mehrere Themen haben.",
    finding:
      first === undefined ? "Ein häufigstes Thema lässt sich nicht nennen." : `${first.label}: ${brief(first.shown)} von ${said(worked)} bearbeiteten Fällen.`,
    read: "Weil ein Fall mehrere Themen haben kann, ergeben die Zahlen zusammen mehr als die Zahl der Fälle. Anteile am Ganzen gibt es deshalb nicht.",
  });
};

/** What brings people, and what of it was solved: shares of main concerns and of solved topics. */
export const concerns = (view: View): Part => {
  const main = codesOf(view, "topics.thema_haupt");
  const solved = sharesOf(codesOf(view, "topics.thema_geloest"));
  const shares = sharesOf(main);
  const ordered = bySize(main)
    .map(({code}) => code)
    .slice(0, 10);
  const rows = ordered.map((code) => ({
    label: main.find((each) => each.code === code)!.label,
    a: shares.find((each) => each.code === code)!.shown,
    b: solved.find((each) => each.code === code)!.shown,
  }));
  const drawn = rows.filter(({a, b}) => isKnown(a) && isKnown(b));
  const gap = ({a, b}: (typeof rows)[number]) => orZero(a) * (b.den ?? 1n) - orZero(b) * (a.den ?? 1n);
  const hard = drawn.toSorted((x, y) => Number(gap(y)) - Number(gap(x)))[0];
  const harder = hard !== undefined && 100n * gap(hard) >= (hard.a.den ?? 1n) * (hard.b.den ?? 1n);
  return figure(view, {
    id: "anliegen",
    page: "themen",
    of: "topics.thema_haupt",
    title: firstTrue([[harder, `${hard?.label} hat unter den Anliegen mehr Gewicht als unter dem Gelösten`]], "Hauptanliegen und gelöste Themen"),
    sub: "Anteil an allen Hauptanliegen und Anteil an allen gelösten Themen im Halbjahr, Land; die zehn häufigsten Hauptanliegen",
    draw: (width) =>
      dumbbell(
        width,
        drawn.map(({label, a, b}) => ({name: label, a: sizeOf(a)!, b: sizeOf(b)!, textA: brief(a), textB: brief(b)})),
      ),
    keys: pairKeys("Hauptanliegen", "gelöst"),
    finding:
      hard === undefined
        ? "Für dieses Halbjahr wird keine Landessumme gebildet."
        : `${hard.label}: ${brief(hard.a)} der Hauptanliegen, ${brief(hard.b)} der gelösten Themen.`,
    read: "Ein langer Strich heißt: Das Thema ist unter den Anliegen viel häufiger oder seltener als unter dem Gelösten.",
    covered: wholeOf(main),
    data: {
      head: ["Handlungsfeld", "Hauptanliegen", "Anteil Hauptanliegen", "Anteil gelöste Themen"],
      rows: rows.map(({label, a, b}) => [label, main.find((each) => each.label === label)!.shown, a, b]),
    },
  });
};
