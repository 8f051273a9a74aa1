import type {Place, Shown, FigurePath} from "./shown.ts";
import {perBody} from "./shown.ts";
import {isKnown} from "./size.ts";
import type {View} from "./view.ts";

/** A figure in two half-years, over the bodies that are known in both: a fair comparison. Rates keep numerator and denominator. */
export type Matched = {readonly from: Shown; readonly to: Shown; readonly bodies: number};

const added = (figures: readonly Shown[]): Shown => {
  const sum = (part: (shown: Shown) => bigint | null) => figures.reduce((total, shown) => total + (part(shown) ?? 0n), 0n);
  return {...figures[0]!, level: "state", value: sum(({value}) => value), den: figures[0]!.den === null ? null : sum(({den}) => den), bodies: figures.length};
};
/** The half-year before that of the edition, if there is one. */
export const halfYearBefore = ({edition}: View) => edition.periods.at(-2)?.halfYear;

const inPlace = ({level, area}: Place, body: {key: string; district: string}) =>
  level === "state" || (level === "district" ? body.district === area : body.key === area);
/** Undefined if nobody is known in both half-years. */
export const matched = (view: View, path: FigurePath, place: Place, before = halfYearBefore(view)): Matched | undefined => {
  if (before === undefined) return undefined;
  const earlier = new Map(perBody(view, path, before).map(({body, shown}) => [body.key, shown]));
  const pairs = perBody(view, path)
    .filter(({body}) => inPlace(place, body))
    .map(({body, shown}) => ({now: shown, before: earlier.get(body.key)!}))
    .filter((pair) => isKnown(pair.now) && isKnown(pair.before));
  return pairs.length === 0 ? undefined : {from: added(pairs.map((pair) => pair.before)), to: added(pairs.map((pair) => pair.now)), bodies: pairs.length};
};
