import type {Known} from "./knowledge.ts";

/**
 * What a cell's possible values must be; it belongs to the method. `open`: these values, all seen in tables that fit, are enough.
 * `harmless`: with this lower bound, proved, there is nothing to protect.
 */
export type Criterion = {readonly open: (low: number, high: number) => boolean; readonly harmless: (low: number) => boolean};

const slack = 1e-6;
/** A withheld number could be at least the threshold, and is open by threshold − 1; or it cannot be small at all. */
const suppressed = (threshold: number): Criterion => ({
  open: (low, high) => high >= threshold - slack && high - low >= threshold - 1 - slack,
  harmless: (low) => low >= threshold - slack,
});
/** Of a rounded number no whole number that is rounded to it is ruled out. */
const rounded = (from: Known): Criterion => ({open: (low, high) => low <= from.low + slack && high >= from.high - slack, harmless: () => false});

export const criterionOf = (known: Known, threshold: number): Criterion => (known.withheld ? suppressed(threshold) : rounded(known));
