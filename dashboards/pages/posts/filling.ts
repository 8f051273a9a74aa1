import {printHalfYear} from "../../../schemas/units.ts";
import {stacks} from "../../charts/stacks.ts";
import {land, series, type Shown, shown, split} from "../../data/shown.ts";
import {compared, isKnown, moreThanHalf, shareOf, sizeOf, surelyMore} from "../../data/size.ts";
import type {View} from "../../data/view.ts";
import {figure} from "../../parts/figure.ts";
import type {Part} from "../../parts/part.ts";
import {dayOf} from "../../words/edition.ts";
import {brief, gapText, said} from "../../words/numbers.ts";
import {firstTrue} from "../../words/sentences.ts";
import {codesOf} from "../kinds/categories.ts";
import {course} from "../kinds/course.ts";

const pieces = [
  {name: "besetzt", fill: "var(--c1)", on: "var(--on1)"},
  {name: "frei", fill: "var(--c4)", on: "var(--on4)"},
];
type Row = {readonly label: string; readonly code: string; readonly approved: Shown; readonly filled: Shown; readonly free: Shown; readonly share: Shown};
const rowsOf = (view: View): Row[] => {
  const of = (name: string) => new Map(split(view, `posts_by_function.${name}`, land).map(({code, shown: each}) => [code, each]));
  const [filled, free, share] = [of("vzae_besetzt"), of("unbesetzt_vzae"), of("besetzungsquote")];
  return codesOf(view, "posts_by_function.vzae_bewilligt").map(({code, label, shown: approved}) => ({
    label,
    code,
    approved,
    filled: filled.get(code)!,
    free: free.get(code)!,
    share: share.get(code)!,
  }));
};

/** The one whose share is surely the lowest of those known; undefined if one is withheld or two are level within what rounding hides. */
const lowestOf = <T>(rows: readonly T[], share: (row: T) => Shown): T | undefined => {
  if (rows.some((row) => share(row).status === "withheld")) return undefined;
  const [first, second] = rows.filter((row) => isKnown(share(row))).toSorted((a, b) => compared(share(a), share(b)));
  const level = first !== undefined && second !== undefined && share(first).slack > 0n && !surelyMore(share(second), share(first));
  return level ? undefined : first;
};

/** Filled and vacant posts by function. */
export const functions = (view: View): Part => {
  const rows = rowsOf(view);
  const withheld = ({filled, free}: Row) => [filled, free].find(({status}) => status === "withheld");
  const drawn = rows.filter((row) => (isKnown(row.filled) && isKnown(row.free)) || withheld(row) !== undefined);
  const all = shown(view, "posts.unbesetzt_vzae", land);
  const cm = rows.find(({code}) => code === "CM")!;
  const part = shareOf(cm.free, all);
  const hardest = lowestOf(rows, ({share}) => share);
  return figure(view, {
    id: "stellen",
    page: "personal",
    of: "posts_by_function.vzae_besetzt",
    title: firstTrue(
      [[moreThanHalf(part), "Mehr als die Hälfte der freien Stellen liegt im Case Management"]],
      `${said(shown(view, "posts.vzae_besetzt", land))} von ${said(shown(view, "posts.vzae_bewilligt", land))} bewilligten Vollzeitstellen sind besetzt`,
    ),
    sub: `Bewilligte Vollzeitstellen (VZÄ) nach Funktion, besetzt und frei, ${dayOf(view.edition)}, Land`,
    draw: (width) =>
      stacks(
        width,
        drawn.map((row) => {
          const {label: name, filled, free, share} = row;
          const gap = withheld(row);
          return gap === undefined
            ? {name, values: [sizeOf(filled)!, Math.max(0, sizeOf(free)!)], texts: [brief(filled), brief(free)], note: `${said(share)} besetzt`}
            : {name, values: [], texts: [], gap: gapText(gap)};
        }),
        pieces,
        {left: 180},
      ),
    keys: pieces,
    finding:
      hardest === undefined
        ? isKnown(all)
          ? `${said(all)} VZÄ sind frei.`
          : "Für dieses Halbjahr wird keine Landessumme gebildet."
        : `Am niedrigsten ist die Besetzung bei ${hardest.label}: ${brief(hardest.share)}, ${said(hardest.free)} VZÄ sind frei.`,
    covered: all,
    data: {
      head: ["Funktion", "bewilligt", "besetzt", "frei", "Besetzungsquote"],
      rows: rows.map(({label, approved, filled, free, share}) => [label, approved, filled, free, share]),
    },
  });
};

const bausteine = [
  ["B1", "Koordinierung", "var(--c5)"],
  ["B2", "Case Management", "var(--c1)"],
  ["B3", "Behörden", "var(--c3)"],
] as const;
/** Occupancy of each Baustein over the half-years. */
export const filling = (view: View): Part => {
  const courses = bausteine.map(([code, name, colour]) => ({name, colour, series: series(view, "posts_by_baustein.besetzungsquote", land, {baustein: code})}));
  const ends = courses.map(({name, series: all}) => ({name, first: all[0], last: all.at(-1)!}));
  const known = ends.filter(({last}) => isKnown(last));
  const rising =
    known.length === ends.length && known.every(({first, last}) => first !== undefined && first !== last && isKnown(first) && surelyMore(last, first));
  const lowest = lowestOf(ends, ({last}) => last);
  const floor = Math.max(0, Math.floor((Math.min(...courses.flatMap(({series: all}) => all.map((each) => sizeOf(each) ?? 100))) - 8) / 10) * 10);
  const where =
    lowest === undefined
      ? ""
      : `; am niedrigsten ist sie ${lowest.name === "Behörden" ? "in den Behörden" : lowest.name === "Koordinierung" ? "in der Koordinierung" : "im Case Management"}`;
  return course(
    view,
    {
      id: "besetzung",
      page: "personal",
      of: "posts_by_baustein.besetzungsquote",
      title: firstTrue(
        [
          [rising, `Die Besetzung ist seit dem ${printHalfYear(view.edition.periods[0]!.halfYear)} in allen drei Bausteinen gestiegen${where}`],
          [lowest !== undefined, `Die Besetzung ist unterschiedlich${where}`],
        ],
        "Besetzung nach Baustein",
      ),
      sub: `Besetzte an bewilligten Vollzeitstellen am Ende des Halbjahres, Land, in Prozent.${floor > 0 ? ` Die Achse beginnt bei ${floor} %.` : ""}`,
      finding: ends
        .map(({name, last}) => `${name}: ${said(last)}`)
        .join(", ")
        .concat("."),
      read: "Baustein 1 ist die Koordinierung, Baustein 2 das Case Management, Baustein 3 sind Ausländer- und Einbürgerungsbehörden.",
    },
    courses,
    {min: floor, max: 102, print: (value) => `${value} %`},
  );
};
