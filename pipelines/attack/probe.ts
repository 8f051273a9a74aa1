import type {Adversary, Witness} from "./adversary.ts";
import type {Criterion} from "./criterion.ts";

/** A cell under attack. */
export type Target = {readonly key: string; readonly column: number; readonly criterion: Criterion};
/** Between which values it can lie, and the witnesses (numbers of tables that fit) in which it has its least and its largest value. */
export type Probed = {
  readonly key: string;
  readonly low: number;
  readonly high: number;
  readonly lowIn: number;
  readonly highIn: number;
  readonly safe: boolean;
};

type Seen = {low: number; high: number; lowIn: number; highIn: number};

const look = (seen: Seen, value: number, witness: number) => {
  if (value < seen.low) [seen.low, seen.lowIn] = [value, witness];
  if (value > seen.high) [seen.high, seen.highIn] = [value, witness];
};

/**
 * Attacks the targets, all with the same knowledge. Every table that fits widens the range of all cells at once, so few questions settle most;
 * a cell that is still narrow after both its own questions has exactly this range. Null if no table fits: what is published contradicts itself.
 */
export const probe = (adversary: Adversary, targets: readonly Target[], witnesses: Witness[]): Probed[] | null => {
  const ranges = targets.map((target) => ({target, seen: {low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY, lowIn: -1, highIn: -1}}));
  const isOpen = ({target, seen}: (typeof ranges)[number]) => target.criterion.open(seen.low, seen.high);
  const ask = (asked: typeof ranges, direction: 1 | -1): boolean => {
    const witness = adversary.push(
      asked.map(({target}) => target.column),
      direction,
    );
    if (witness === null) return false;
    for (const {target, seen} of ranges) look(seen, witness[target.column]!, witnesses.length);
    witnesses.push(witness);
    return true;
  };
  for (const direction of [1, -1] as const) {
    const narrow = ranges.filter((range) => !isOpen(range));
    if (narrow.length > 0 && !ask(narrow, direction)) return null;
  }
  const settle = (range: (typeof ranges)[number]): Probed => {
    for (const direction of [1, -1] as const) if (!isOpen(range)) ask([range], direction);
    return {key: range.target.key, ...range.seen, safe: isOpen(range) || range.target.criterion.harmless(range.seen.low)};
  };
  return ranges.map(settle);
};
