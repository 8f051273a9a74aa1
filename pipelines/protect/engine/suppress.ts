import type {Chance} from "./chance.ts";
import {gauss} from "./gauss.ts";
import type {Matrix} from "./matrix.ts";
import {orders} from "./orders.ts";
import {openTo, type Threat, wideEnough} from "./ranges.ts";
import {repairer} from "./repair.ts";

/** How a pattern is searched. `zeroKnower`: does anybody draw from zeros being always shown that what is withheld is at least 1? */
export type Search = {
  readonly threshold: number;
  readonly zeros: "partners" | "shown";
  readonly zeroKnower: boolean;
  readonly orders: number;
  readonly chance: Chance;
};
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
/** The best of several orders: the fewest cells, then the least people. */
const bestOrder = (matrix: Matrix, primary: ReadonlySet<number>, {zeros, orders: count, chance}: Search): readonly number[][] => {
  const candidates = [...matrix.cells.keys()].filter((i) => !primary.has(i) && (zeros === "partners" || matrix.cells[i]!.value > 0));
  const gone = zeros === "partners" ? new Uint8Array(matrix.atoms) : shownZeros(matrix);
  const patterns = orders(matrix, candidates, count, chance).map((order) => gauss(matrix, primary, order, gone));
  return patterns.sort((a, b) => a.length - b.length || sizeOf(matrix, a) - sizeOf(matrix, b));
};

const rounds = 8;
/** Closes by linear programs what elimination leaves open: narrow ranges, and readers who know something beforehand. */
const repaired = (matrix: Matrix, hidden: Set<number>, threats: readonly Threat[], {threshold, zeros, zeroKnower}: Search): Map<string, readonly number[]> => {
  const floor = zeros === "shown" && zeroKnower ? 1 : 0;
  const failing = () => openTo(matrix, hidden, threats, wideEnough(threshold), floor);
  let open = failing();
  for (let round = 0; open.size > 0 && round < rounds; round++) {
    const {protect, close} = repairer(matrix, hidden, zeros, floor);
    for (const [{knownAtoms}, cells] of open)
      for (const cell of cells.sort((a, b) => matrix.cells[b]!.value - matrix.cells[a]!.value || a - b)) protect(cell, threshold - 1 + Math.max(0, round - 1), knownAtoms);
    close();
    open = failing();
  }
  return new Map([...open].map(([{name}, cells]) => [name, cells]));
};

/** The cells to withhold, so that no small count can be had back: of several good orders the one that needs least after its repair. */
export const suppress = (matrix: Matrix, threats: (primary: ReadonlySet<number>) => readonly Threat[], search: Search): Pattern => {
  const primary = primaryCells(matrix, search.threshold);
  const patterns = bestOrder(matrix, primary, search).slice(0, 3).map((secondary): Pattern => {
    const hidden = new Set([...primary, ...secondary]);
    const open = repaired(matrix, hidden, threats(primary), search);
    return {primary, hidden, open};
  });
  return patterns.sort((a, b) => a.open.size - b.open.size || a.hidden.size - b.hidden.size)[0]!;
};
