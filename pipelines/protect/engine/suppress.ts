import type {Chance} from "./chance.ts";
import {gauss} from "./gauss.ts";
import type {Matrix} from "./matrix.ts";
import {orders} from "./orders.ts";
import {openTo, type Threat} from "./ranges.ts";
import {repairer} from "./repair.ts";

/** How a pattern is searched. `zeroKnower`: does anybody draw from zeros being always shown that what is withheld is at least 1? */
export type Search = {
  readonly threshold: number;
  readonly zeros: "partners" | "shown";
  readonly zeroKnower: boolean;
  /** How many orders elimination tries, and how many of the best patterns are repaired. */
  readonly orders: number;
  readonly repairs: number;
  readonly chance: Chance;
};
/** Who threatens a pattern depends on it: only a withheld 1 has a single person behind it. */
export type Threats = (hidden: ReadonlySet<number>) => readonly Threat[];
/** Numbers of the cells. `open`: what no pattern could protect, by the name of the threat. */
export type Pattern = {readonly primary: ReadonlySet<number>; readonly hidden: ReadonlySet<number>; readonly open: ReadonlyMap<string, readonly number[]>};

/** Small counts of people: 1 up to below the threshold. */
export const primaryCells = ({cells}: Matrix, threshold: number): Set<number> =>
  new Set(cells.flatMap(({value}, i) => (value >= 1 && value < threshold ? [i] : [])));

const shownZeros = ({cells, vectors, atoms}: Matrix): Uint8Array => {
  const gone = new Uint8Array(atoms);
  for (const [i, {value}] of cells.entries()) if (value === 0) for (const atom of vectors[i]!.keys()) gone[atom] = 1;
  return gone;
};

const sizeOf = ({cells}: Matrix, secondary: readonly number[]) => secondary.reduce((sum, i) => sum + cells[i]!.value, 0);
/** The patterns of several orders, the best first: the fewest cells, then the least people. */
const bestOrders = (matrix: Matrix, primary: ReadonlySet<number>, {zeros, orders: count, chance}: Search): readonly number[][] => {
  const candidates = [...matrix.cells.keys()].filter((i) => !primary.has(i) && (zeros === "partners" || matrix.cells[i]!.value > 0));
  const gone = zeros === "partners" ? new Uint8Array(matrix.atoms) : shownZeros(matrix);
  const patterns = orders(matrix, candidates, count, chance).map((order) => gauss(matrix, primary, order, gone));
  return patterns.sort((a, b) => a.length - b.length || sizeOf(matrix, a) - sizeOf(matrix, b));
};

const rounds = 8;
/** Closes by linear programs what elimination leaves open: narrow ranges, and readers who know something beforehand. */
const repaired = (matrix: Matrix, hidden: Set<number>, threats: Threats, {threshold, zeros, zeroKnower}: Search): Pattern["open"] => {
  const floor = zeros === "shown" && zeroKnower ? 1 : 0;
  const count = (cell: number) => matrix.cells[cell]!.value;
  const look = () => openTo(matrix, hidden, threats(hidden), threshold, floor);
  let open = look();
  for (let round = 0; open.size > 0 && round < rounds; round++) {
    const {protect, close} = repairer(matrix, hidden, zeros, floor);
    for (const [{knownAtoms}, cells] of open)
      for (const cell of cells.sort((a, b) => count(b) - count(a) || a - b))
        protect(cell, Math.max(threshold - 1, threshold - count(cell)) + Math.max(0, round - 1), knownAtoms);
    close();
    open = look();
  }
  return new Map([...open].map(([{name}, cells]) => [name, cells]));
};

/** The cells to withhold, so that no small count can be had back: of several good orders the one that needs least after its repair. */
export const suppress = (matrix: Matrix, threats: Threats, search: Search): Pattern => {
  const primary = primaryCells(matrix, search.threshold);
  const patterns = bestOrders(matrix, primary, search)
    .slice(0, search.repairs)
    .map((secondary): Pattern => {
      const hidden = new Set([...primary, ...secondary]);
      const open = repaired(matrix, hidden, threats, search);
      return {primary, hidden, open};
    });
  return patterns.sort((a, b) => a.open.size - b.open.size || a.hidden.size - b.hidden.size)[0]!;
};
