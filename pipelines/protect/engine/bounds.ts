/** Sums by cell number: Σ whole = Σ parts. */
export type IndexedSum = {readonly whole: readonly number[]; readonly parts: readonly number[]};
/** Between which values each cell lies. */
export type Bounds = {readonly low: Float64Array; readonly high: Float64Array};
/** What a sum says about one of its cells. */
export type Said = {readonly cell: number; readonly low: number; readonly high: number};

const totalOf = ({low, high}: Bounds, cells: readonly number[]) => {
  let [least, most] = [0, 0];
  for (const cell of cells) {
    least += low[cell]!;
    most += high[cell]!;
  }
  return {least, most};
};
/** Whatever the other cells of its side are, a cell is what is left of the other side. */
const left = ({low, high}: Bounds, cells: readonly number[], own: {least: number; most: number}, other: {least: number; most: number}): Said[] =>
  cells.map((cell) => ({
    cell,
    low: Math.max(low[cell]!, other.least - (own.most - high[cell]!)),
    high: Math.min(high[cell]!, other.most - (own.least - low[cell]!)),
  }));

/** What a sum alone says about each of its cells. */
export const saidBy = (bounds: Bounds, {whole, parts}: IndexedSum): Said[] => {
  const [a, b] = [totalOf(bounds, whole), totalOf(bounds, parts)];
  return [...left(bounds, whole, a, b), ...left(bounds, parts, b, a)];
};

const rounds = 6;
/**
 * What anybody can conclude from all sums, one after the other, until they say no more: never narrower than the truth allows.
 * `by`: the sum that first narrowed a cell, −1 for none. Only sums with a cell that changed are asked again.
 */
export const concluded = (start: Bounds, sums: readonly IndexedSum[]): Bounds & {readonly by: Int32Array} => {
  const bounds = {low: Float64Array.from(start.low), high: Float64Array.from(start.high)};
  const by = new Int32Array(bounds.low.length).fill(-1);
  let changed: Set<number> | null = null;
  for (let round = 0; round < rounds && changed?.size !== 0; round++) {
    const next = new Set<number>();
    for (const [number, sum] of sums.entries()) {
      if (changed !== null && !sum.whole.some((cell) => changed!.has(cell)) && !sum.parts.some((cell) => changed!.has(cell))) continue;
      for (const {cell, low, high} of saidBy(bounds, sum)) {
        if (low <= bounds.low[cell]! && high >= bounds.high[cell]!) continue;
        if (by[cell] === -1) by[cell] = number;
        [bounds.low[cell], bounds.high[cell]] = [low, high];
        next.add(cell);
      }
    }
    changed = next;
  }
  return {...bounds, by};
};
