import type {Shown} from "./shown.ts";
import {compared, isKnown} from "./size.ts";

/** The known ones, smallest first. */
export const inOrder = (all: readonly Shown[]): Shown[] => all.filter(isKnown).toSorted(compared);

/** Median of rates as an exact fraction. Undefined if none is known. */
export const medianOf = (all: readonly Shown[]): Shown | undefined => {
  const sorted = inOrder(all);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  if (low === undefined || high === undefined) return undefined;
  return {...low, value: low.value! * high.den! + high.value! * low.den!, den: 2n * low.den! * high.den!, bodies: sorted.length};
};
/** The value below which a share of the known ones lies (0.25, 0.75). */
export const quantileOf = (all: readonly Shown[], share: number): Shown | undefined => inOrder(all)[Math.floor(share * (inOrder(all).length - 1))];
