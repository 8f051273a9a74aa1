import type {Shown} from "./shown.ts";
import {compared, isKnown} from "./size.ts";

/** The known ones, smallest first. */
export const inOrder = (all: readonly Shown[]): Shown[] => all.filter(isKnown).toSorted(compared);
/** Where one number is withheld, the order of all is not known. */
const fullyInOrder = (all: readonly Shown[]) => (all.some(({status}) => status === "withheld") ? [] : inOrder(all));

type Ratio = {readonly num: bigint; readonly den: bigint};
const ascending = (a: Ratio, b: Ratio) => Number(a.num * b.den - b.num * a.den);
/** The middle one, or halfway between the two in the middle. */
const middleOf = (all: readonly Ratio[]): Ratio => {
  const sorted = all.toSorted(ascending);
  const low = sorted[Math.floor((sorted.length - 1) / 2)]!;
  const high = sorted[Math.floor(sorted.length / 2)]!;
  return {num: low.num * high.den + high.num * low.den, den: 2n * low.den * high.den};
};
/** How much more one is than another, in parts of `unit`, rounded up. */
const excess = (more: Ratio, less: Ratio, unit: bigint): bigint => {
  const [num, den] = [(more.num * less.den - less.num * more.den) * unit, more.den * less.den];
  return (num + den - 1n) / den;
};
const atLeast = (n: bigint) => (n < 1n ? 1n : n);
/**
 * Median of rates as an exact fraction. Of rounded ones it lies between the median of the least and the median of the most they can stand for.
 * Undefined if none is known or one is withheld.
 */
export const medianOf = (all: readonly Shown[]): Shown | undefined => {
  const known = fullyInOrder(all);
  const [first] = known;
  if (first === undefined) return undefined;
  const middle = middleOf(known.map(({value, den}) => ({num: value!, den: den!})));
  const least = middleOf(known.map(({value, slack, den, denSlack}) => ({num: value! - slack, den: den! + denSlack})));
  const most = middleOf(known.map(({value, slack, den, denSlack}) => ({num: value! + slack, den: atLeast(den! - denSlack)})));
  const [slack] = [excess(middle, least, middle.den), excess(most, middle, middle.den)].toSorted((a, b) => (a > b ? -1 : 1)) as [bigint, bigint];
  return {...first, value: middle.num, den: middle.den, slack, denSlack: 0n, bodies: known.length, place: null};
};
/** The value below which a share of them lies (0.25, 0.75). Undefined if none is known or one is withheld. */
export const quantileOf = (all: readonly Shown[], share: number): Shown | undefined => {
  const sorted = fullyInOrder(all);
  return sorted[Math.floor(share * (sorted.length - 1))];
};
