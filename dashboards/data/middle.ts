import type {Shown} from "./shown.ts";
import {compared, isKnown} from "./size.ts";

/** The known ones, smallest first. */
export const inOrder = (all: readonly Shown[]): Shown[] => all.filter(isKnown).toSorted(compared);
/** Where one number is withheld, the order of all is not known. */
const fullyInOrder = (all: readonly Shown[]) => (all.some(({status}) => status === "withheld") ? [] : inOrder(all));

/** How far a rate may be off, in units of one over `den`, rounded up. */
const reach = ({value, den, slack, denSlack}: Shown, of: bigint): bigint => {
  const [num, below] = [value! * denSlack + slack * den!, den! * (den! - denSlack)];
  return below <= 0n ? of : (num * of + below - 1n) / below;
};
/** Median of rates as an exact fraction; it is off by no more than the rate that is off most. Undefined if none is known or one is withheld. */
export const medianOf = (all: readonly Shown[]): Shown | undefined => {
  const sorted = fullyInOrder(all);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  if (low === undefined || high === undefined) return undefined;
  const den = 2n * low.den! * high.den!;
  const [slack] = sorted.map((each) => reach(each, den)).toSorted((a, b) => (a > b ? -1 : 1)) as [bigint];
  return {...low, value: low.value! * high.den! + high.value! * low.den!, den, slack, denSlack: 0n, bodies: sorted.length, place: null};
};
/** The value below which a share of them lies (0.25, 0.75). Undefined if none is known or one is withheld. */
export const quantileOf = (all: readonly Shown[], share: number): Shown | undefined => {
  const sorted = fullyInOrder(all);
  return sorted[Math.floor(share * (sorted.length - 1))];
};
