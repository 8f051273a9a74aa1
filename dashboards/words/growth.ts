import type {Matched} from "../data/matched.ts";
import type {Shown} from "../data/shown.ts";
import {compared, isKnown} from "../data/size.ts";
import {firstTrue} from "./sentences.ts";

/** Less than one percent is no change worth a word. */
export const barelyMoved = ({from, to}: Matched): boolean => {
  const difference = to.value! * (from.den ?? 1n) - from.value! * (to.den ?? 1n);
  return (difference < 0n ? -difference : difference) * 100n < from.value! * (to.den ?? 1n);
};
/** "wächst", "sinkt" or "hat sich kaum verändert", over the same bodies. */
export const movement = (change: Matched | undefined, words = {up: "wächst", down: "sinkt", still: "hat sich kaum verändert"}): string | undefined =>
  change === undefined
    ? undefined
    : firstTrue(
        [
          [barelyMoved(change), words.still],
          [compared(change.to, change.from) > 0, words.up],
        ],
        words.down,
      );

/** How many half-years in a row a series has been growing, up to the last. */
export const growthRun = (points: readonly Shown[]): number => {
  let run = 0;
  for (let i = points.length - 1; i > 0 && isKnown(points[i]!) && isKnown(points[i - 1]!) && compared(points[i]!, points[i - 1]!) > 0; i--) run++;
  return run;
};
/** In every pair of known neighbours of two series the first is greater. */
export const alwaysAbove = (a: readonly Shown[], b: readonly Shown[]): boolean => {
  const both = a.map((shown, i) => [shown, b[i]!] as const).filter(([x, y]) => isKnown(x) && isKnown(y));
  return both.length > 0 && both.every(([x, y]) => compared(x, y) > 0);
};
