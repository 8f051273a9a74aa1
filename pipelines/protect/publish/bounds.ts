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

/** Sums by the cells that stand in them. */
export type Touching = readonly (readonly number[])[];
export const touchingOf = (cells: number, sums: readonly IndexedSum[]): Touching => {
  const touching: number[][] = Array.from({length: cells}, () => []);
  for (const [number, {whole, parts}] of sums.entries()) for (const cell of [...whole, ...parts]) touching[cell]!.push(number);
  return touching;
};
/** What has been concluded; `by`: the sum that first narrowed a cell, −1 for none. */
export type Concluded = Bounds & {readonly by: Int32Array};

const rounds = 6;
/** What anybody can conclude, sum after sum, until they say no more: never narrower than the truth allows. `from`: cells that are newly known; all are if it is left out. */
export const concluded = (start: Bounds & {readonly by?: Int32Array}, sums: readonly IndexedSum[], touching: Touching, from?: Iterable<number>): Concluded => {
  const {low, high, by} = {
    low: Float64Array.from(start.low),
    high: Float64Array.from(start.high),
    by: start.by === undefined ? new Int32Array(start.low.length).fill(-1) : Int32Array.from(start.by),
  };
  const ask = (number: number): number[] =>
    saidBy({low, high}, sums[number]!).flatMap((said) => {
      if (said.low <= low[said.cell]! && said.high >= high[said.cell]!) return [];
      if (by[said.cell] === -1) by[said.cell] = number;
      [low[said.cell], high[said.cell]] = [said.low, said.high];
      return [said.cell];
    });
  let asked = from === undefined ? new Set(sums.keys()) : new Set([...from].flatMap((cell) => touching[cell]!));
  for (let round = 0; round < rounds && asked.size > 0; round++) {
    const changed = new Set([...asked].flatMap(ask));
    asked = new Set([...changed].flatMap((cell) => touching[cell]!));
  }
  return {low, high, by};
};
