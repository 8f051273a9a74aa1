import type {Matched} from "../data/matched.ts";
import type {Shown} from "../data/shown.ts";
import {compared, isKnown, surelyMore} from "../data/size.ts";
import {changeText, pointsText, signedCount} from "./numbers.ts";
import {firstTrue} from "./sentences.ts";

type Change = Pick<Matched, "from" | "to">;
export const stillWord = "kaum verändert";

/** Rounding alone could explain the change: then there is nothing to say about it. Never so for exact numbers. */
const isOnlyRounding = ({from, to}: Change): boolean =>
  from.slack + from.denSlack + to.slack + to.denSlack > 0n && !surelyMore(to, from) && !surelyMore(from, to);
/** Less than one percent, or than what rounding can explain, is no change worth a word. */
export const barelyMoved = ({from, to}: Change): boolean => {
  const difference = to.value! * (from.den ?? 1n) - from.value! * (to.den ?? 1n);
  return (difference < 0n ? -difference : difference) * 100n < from.value! * (to.den ?? 1n) || isOnlyRounding({from, to});
};
/** "wächst", "sinkt" or "hat sich kaum verändert", over the same bodies. */
export const movement = (change: Matched | undefined, words = {up: "wächst", down: "sinkt", still: `hat sich ${stillWord}`}): string | undefined =>
  change === undefined
    ? undefined
    : firstTrue(
        [
          [barelyMoved(change), words.still],
          [compared(change.to, change.from) > 0, words.up],
        ],
        words.down,
      );
/** How far the percentage of a change may be off because its numbers are rounded, in percentage points. */
const changeReach = ({from, to}: Change): number => {
  const least = from.value! - from.slack;
  if (from.slack + to.slack === 0n) return 0;
  return least <= 0n ? Number.POSITIVE_INFINITY : 100 * (Number(to.value! + to.slack) / Number(least) - Number(to.value) / Number(from.value));
};
const percentOrCount = (change: Change): string => {
  const {from, to} = change;
  const [reach, difference] = [changeReach(change), signedCount(to.value! - from.value!, to.figure.scale)];
  return reach > 1 ? `${difference} ${to.figure.unit}` : (changeText(from.value!, to.value!, reach > 0.1 ? 0 : 1) ?? difference);
};
/**
 * +7,1 %, in points for a share, as a number from zero; "kaum verändert" if rounding alone could explain it.
 * Rounded numbers have no decimals they do not know, and small ones no percentage at all: +25 Fälle.
 */
export const changeWords = (change: Change): string => {
  const {from, to} = change;
  if (isOnlyRounding(change)) return stillWord;
  const text = to.den === null ? percentOrCount(change) : pointsText(from, to);
  return from.slack > 0n && text.startsWith("±") ? stillWord : text;
};
/** +120; "kaum verändert" if rounding alone could explain it. */
export const differenceWords = (change: Change): string =>
  isOnlyRounding(change) ? stillWord : signedCount(change.to.value! - change.from.value!, change.to.figure.scale);

/** How many half-years in a row a series has been growing, up to the last. */
export const growthRun = (points: readonly Shown[]): number => {
  let run = 0;
  for (let i = points.length - 1; i > 0 && isKnown(points[i]!) && isKnown(points[i - 1]!) && surelyMore(points[i]!, points[i - 1]!); i--) run++;
  return run;
};
/** In every pair of known neighbours of two series the first is greater; not said where one is withheld. */
export const alwaysAbove = (a: readonly Shown[], b: readonly Shown[]): boolean => {
  const pairs = a.map((shown, i) => [shown, b[i]!] as const);
  const both = pairs.filter(([x, y]) => isKnown(x) && isKnown(y));
  return both.length > 0 && pairs.flat().every(({status}) => status !== "withheld") && both.every(([x, y]) => surelyMore(x, y));
};
