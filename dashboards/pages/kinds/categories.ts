import {bars, type BarOptions} from "../../charts/bars.ts";
import {type Category, type FigurePath, land, type Place, split} from "../../data/shown.ts";
import {isKnown, orZero, shareOf, surelyMore, together} from "../../data/size.ts";
import type {View} from "../../data/view.ts";
import {figure, type FigureFrame} from "../../parts/figure.ts";
import type {Part} from "../../parts/part.ts";
import {barOf} from "../../words/points.ts";

/** Largest first; gaps and "sonstige", "keine Angabe" last, withheld ones at the very end by name. Only for categories, never for bodies. */
export const bySize = (categories: readonly Category[]): Category[] => {
  const withheld = ({shown}: Category) => shown.status === "withheld";
  const rest = ({code, label}: Category) => Number(/^(9[89]|9|8|A9|D9)$/.test(code) && /sonstig|keine Angabe/.test(label));
  const known = categories.filter((each) => !withheld(each));
  return [
    ...known.toSorted((a, b) => rest(a) - rest(b) || Number(orZero(b.shown) - orZero(a.shown)) || (a.code < b.code ? -1 : 1)),
    ...categories.filter(withheld).toSorted((a, b) => a.label.localeCompare(b.label, "de")),
  ];
};
/** All codes together. */
export const wholeOf = (categories: readonly Category[]) => together(categories.map(({shown}) => shown));
/** Each code as a share of all. */
export const sharesOf = (categories: readonly Category[]): Category[] => categories.map((each) => ({...each, shown: shareOf(each.shown, wholeOf(categories))}));
/** The greatest of them, if one alone surely is; undefined when unknown, level with the next, or one of them is withheld. */
export const leading = (categories: readonly Category[]): Category | undefined => {
  if (categories.some(({shown}) => shown.status === "withheld")) return undefined;
  const [first, second] = categories.filter(({shown}) => isKnown(shown)).toSorted((a, b) => Number(orZero(b.shown) - orZero(a.shown)));
  return first !== undefined && orZero(first.shown) > 0n && (second === undefined || surelyMore(first.shown, second.shown)) ? first : undefined;
};

export type CategoryFrame = Omit<FigureFrame, "data" | "draw" | "covered"> & {
  /** Head of the first column. */
  readonly name: string;
  readonly categories: readonly Category[];
  /** Without a meaningful whole (several answers possible) there are no shares. */
  readonly withoutShares?: boolean;
  readonly options?: BarOptions;
};
/** Bars of the codes of one dimension, in the order given, with shares in the table. */
export const categoryBars = (view: View, {name, categories, withoutShares = false, options = {}, ...frame}: CategoryFrame): Part => {
  const shares = sharesOf(categories);
  const first = categories[0]!.shown;
  return figure(view, {
    ...frame,
    covered: wholeOf(categories),
    draw: (width) =>
      bars(
        width,
        categories.map(({label, shown}) => barOf(label, shown)),
        {left: 250, ...options},
      ),
    data: {
      head: [name, first.figure.unit, ...(withoutShares ? [] : ["Anteil"])],
      rows: categories.map(({label, shown}, i) => [label, shown, ...(withoutShares ? [] : [shares[i]!.shown])]),
    },
  });
};
/** The codes of a figure at a place, without some of them. */
export const codesOf = (view: View, path: FigurePath, {place = land as Place, without = [] as readonly string[]} = {}): Category[] =>
  split(view, path, place).filter(({code}) => !without.includes(code));
