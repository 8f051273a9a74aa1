import type {HalfYear} from "../../schemas/half-year.ts";
import {type FigurePath, perBody, type Place, shown, type Shown} from "./shown.ts";
import {isKnown} from "./size.ts";
import type {View} from "./view.ts";

/** A figure in two half-years, over the bodies that have reported it in both: a fair comparison. Rates keep numerator and denominator. */
export type Matched = {readonly from: Shown; readonly to: Shown; readonly bodies: number};
type Reported = ReadonlyMap<string, Shown>;

/** The half-year before that of the edition, if there is one. */
export const halfYearBefore = ({edition}: View) => edition.periods.at(-2)?.halfYear;

const inPlace = ({level, area}: Place, body: {key: string; district: string}) =>
  level === "state" || (level === "district" ? body.district === area : body.key === area);
const reportedIn = (view: View, path: FigurePath, place: Place, halfYear: HalfYear): Reported =>
  new Map(
    perBody(view, path, halfYear)
      .filter(({body, shown: each}) => inPlace(place, body) && (isKnown(each) || each.status === "withheld"))
      .map(({body, shown: each}) => [body.key, each]),
  );

/** Adds or takes away values; what each may be off by adds up either way. */
const combined = (first: Shown, rest: readonly Shown[], sign: 1n | -1n, bodies: number): Shown => {
  const sum = (of: (shown: Shown) => bigint, factor: bigint) => rest.reduce((total, each) => total + factor * of(each), of(first));
  const den = first.den === null ? null : sum((each) => each.den ?? 0n, sign);
  const [slack, denSlack] = [sum((each) => each.slack, 1n), sum((each) => each.denSlack, 1n)];
  return {...first, value: sum((each) => each.value ?? 0n, sign), den, slack, denSlack, bodies, place: null};
};
/**
 * Some of the bodies that reported, together: added up, or as the published total without the others, whichever is surer of rounded numbers.
 * Undefined if a withheld number would be needed.
 */
const over = (all: Reported, keys: readonly string[], total: () => Shown): Shown | undefined => {
  const parts = keys.map((key) => all.get(key)!);
  const sum = parts.every(isKnown) ? {...combined(parts[0]!, parts.slice(1), 1n, keys.length), level: "state" as const} : undefined;
  if (sum?.slack === 0n && sum.denSlack === 0n) return sum;
  const [whole, rest] = [total(), [...all].filter(([key]) => !keys.includes(key)).map(([, each]) => each)];
  if (!isKnown(whole) || whole.bodies !== all.size || !rest.every(isKnown)) return sum;
  const difference = combined(whole, rest, -1n, keys.length);
  return sum === undefined || difference.slack < sum.slack ? difference : sum;
};

/** Undefined if nobody reported it in both half-years, or if what is withheld stands in the way. */
export const matched = (view: View, path: FigurePath, place: Place, before = halfYearBefore(view)): Matched | undefined => {
  if (before === undefined) return undefined;
  const {halfYear} = view.edition;
  const [then, now] = [reportedIn(view, path, place, before), reportedIn(view, path, place, halfYear)];
  const keys = [...now.keys()].filter((key) => then.has(key));
  if (keys.length === 0) return undefined;
  const from = over(then, keys, () => shown(view, path, place, {halfYear: before}));
  const to = over(now, keys, () => shown(view, path, place));
  return from === undefined || to === undefined ? undefined : {from, to, bodies: keys.length};
};
