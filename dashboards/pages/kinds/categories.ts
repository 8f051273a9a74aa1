import {isPublicTable, publicationOf} from "../../../schemas/disclosure/plan.ts";
import {bars, type BarOptions} from "../../charts/bars.ts";
import {hasFigure} from "../../data/products/given.ts";
import {type Category, type FigurePath, land, type Place, type Shown, shown as shownAt, split} from "../../data/shown.ts";
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
const isHidden = ({shown}: Category) => shown.status === "withheld";
/** All codes together; where one is withheld, the published total of them all. */
export const wholeOf = (categories: readonly Category[]): Shown => {
  const total = categories.find(isHidden)?.total;
  return together(total === undefined ? categories.map(({shown}) => shown) : [{...total, figure: categories[0]!.shown.figure}]);
};
/** Each code as a share of all. */
export const sharesOf = (categories: readonly Category[]): Category[] => categories.map((each) => ({...each, shown: shareOf(each.shown, wholeOf(categories))}));
/** Whether none of the withheld ones can be as great: they are no more than the total leaves. */
const isAboveHidden = ({shown}: Category, categories: readonly Category[]): boolean => {
  const hidden = categories.find(isHidden);
  if (hidden === undefined) return true;
  if (hidden.total?.value == null) return false;
  const known = categories.reduce((sum, each) => sum + orZero(each.shown) - each.shown.slack, 0n);
  return orZero(shown) - shown.slack > hidden.total.value + hidden.total.slack - known;
};
/** The greatest of them, if one alone surely is; undefined when unknown, level with the next, or not surely above those withheld. */
export const leading = (categories: readonly Category[]): Category | undefined => {
  const [first, second] = categories.filter(({shown}) => isKnown(shown)).toSorted((a, b) => Number(orZero(b.shown) - orZero(a.shown)));
  if (first === undefined || orZero(first.shown) === 0n || !isAboveHidden(first, categories)) return undefined;
  return second === undefined || surelyMore(first.shown, second.shown) ? first : undefined;
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
/** The published sum of all codes, if they are parts of a figure of the caseload. */
const totalOf = (view: View, path: FigurePath, place: Place): Shown | undefined => {
  const [table, name] = path.split(".") as [string, string];
  if (!isPublicTable(table)) return undefined;
  const {measure, codes, where} = publicationOf(table, name);
  const whole: FigurePath = `caseload.${measure}`;
  return codes === undefined && where === undefined && hasFigure(view, whole) ? shownAt(view, whole, place) : undefined;
};
/** The codes of a figure at a place, withheld ones with what all codes are together. */
export const codesOf = (view: View, path: FigurePath, place: Place = land): Category[] =>
  split(view, path, place).map((each) => {
    const total = isHidden(each) ? totalOf(view, path, place) : undefined;
    return total === undefined ? each : {...each, total};
  });
