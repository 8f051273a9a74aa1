import type {Sum, TrueCell} from "./cells.ts";
import {type Solver, solverOf, tolerance, unbounded} from "./solver.ts";

/** To the nearest multiple, half up. Every number by itself: totals of rounded numbers may differ from the rounded total. */
export const roundTo = (value: bigint, base: bigint): bigint => ((2n * value + base) / (2n * base)) * base;

type Box = {readonly low: number; readonly high: number};
/** The numbers that are rounded to this one. */
const boxOf = (value: number, base: number): Box => {
  const shown = Number(roundTo(BigInt(value), BigInt(base)));
  return {low: Math.max(0, shown - Math.floor(base / 2)), high: shown + Math.ceil(base / 2) - 1};
};
const free: Box = {low: 0, high: unbounded};

type Indexed = {readonly whole: readonly number[]; readonly parts: readonly number[]};
const total = (boxes: readonly Box[], cells: readonly number[]): Box => ({
  low: cells.reduce((sum, i) => sum + boxes[i]!.low, 0),
  high: cells.reduce((sum, i) => sum + boxes[i]!.high, 0),
});

/** Does this sum alone rule out a value of one of its cells? */
const isTight = (boxes: readonly Box[], {whole, parts}: Indexed): boolean => {
  const [left, right] = [total(boxes, whole), total(boxes, parts)];
  const narrowed = (cells: readonly number[], own: Box, other: Box) =>
    cells.some(
      (i) => boxes[i]! !== free && (other.low - (own.high - boxes[i]!.high) > boxes[i]!.low || other.high - (own.low - boxes[i]!.low) < boxes[i]!.high),
    );
  return narrowed(whole, left, right) || narrowed(parts, right, left);
};

const ask = (solver: Solver, cells: readonly number[], direction: 1 | -1, seen: {low: number; high: number}[]) => {
  for (const cell of cells) solver.cost(cell, -direction);
  const solution = solver.solve();
  for (const cell of cells) solver.cost(cell, 0);
  for (const [cell, range] of seen.entries()) {
    range.low = Math.min(range.low, solution?.[cell] ?? range.low);
    range.high = Math.max(range.high, solution?.[cell] ?? range.high);
  }
};
/** Rounded cells of which all sums together rule out a value; withheld ones that all sums together prove small. */
const narrowed = (cells: readonly TrueCell[], sums: readonly Indexed[], boxes: readonly Box[], threshold: number): number[] => {
  const rows = sums.map(({whole, parts}) => [...whole.map((i) => [i, 1] as const), ...parts.map((i) => [i, -1] as const)]);
  const solver = solverOf({lower: boxes.map(({low}) => low), upper: boxes.map(({high}) => high), cost: boxes.map(() => 0), rows, equals: rows.map(() => 0)});
  const seen = cells.map(({value}) => ({low: value, high: value}));
  const enough = (i: number) => {
    const [{low, high}, box] = [seen[i]!, boxes[i]!];
    return box === free ? high >= threshold && high - low >= threshold - 1 - tolerance : low <= box.low + tolerance && high >= box.high - tolerance;
  };
  const open = () => [...cells.keys()].filter((i) => !enough(i));
  for (const direction of [1, -1] as const) ask(solver, open(), direction, seen);
  const found = open().filter((i) => {
    for (const direction of [1, -1] as const) if (!enough(i)) ask(solver, [i], direction, seen);
    return !enough(i) && !(boxes[i] === free && seen[i]!.low >= threshold - tolerance);
  });
  solver.close();
  return found;
};

/**
 * Cells that have to be withheld although all numbers are rounded: where a sum of few rounded numbers rules out values of one of them.
 * Withheld is what loosens the most sums, rather a total than a part, but the very top last.
 */
export const tooTight = (cells: readonly TrueCell[], sums: readonly Sum[], baseOf: (cell: TrueCell) => number, threshold: number): Set<number> => {
  const index = new Map(cells.map(({key}, i) => [key, i]));
  const indexed = sums.map(({whole, parts}): Indexed => ({whole: whole.map((key) => index.get(key)!), parts: parts.map((key) => index.get(key)!)}));
  const isPart = new Set(indexed.flatMap(({parts}) => parts));
  const boxes = cells.map((cell) => boxOf(cell.value, baseOf(cell)));
  const withhold = (guilty: readonly Indexed[]) => {
    const members = guilty.flatMap(({whole, parts}) => [...whole, ...parts]).filter((i) => boxes[i] !== free);
    const counts = Map.groupBy(members, (i) => i);
    const wish = (i: number) => (isPart.has(i) ? counts.get(i)!.length : 0);
    const [worst] = [...counts.keys()].sort((a, b) => wish(b) - wish(a) || cells[b]!.value - cells[a]!.value || a - b);
    if (worst !== undefined) boxes[worst] = free;
  };
  const step = (): boolean => {
    const tight = indexed.filter((sum) => isTight(boxes, sum));
    if (tight.length > 0) withhold(tight);
    const narrow = tight.length > 0 ? [] : narrowed(cells, indexed, boxes, threshold);
    for (const cell of narrow) withhold(indexed.filter(({whole, parts}) => [...whole, ...parts].includes(cell)));
    return tight.length > 0 || narrow.length > 0;
  };
  while (step()) if (boxes.every((box) => box === free)) break;
  return new Set(boxes.flatMap((box, i) => (box === free ? [i] : [])));
};
