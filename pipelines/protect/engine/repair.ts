import type {Matrix} from "./matrix.ts";
import {type Solver, solverOf, tolerance, unbounded} from "./solver.ts";

/** Finds for a cell the cheapest other cells to withhold, so that it could be larger by `width`. */
export type Repairer = {
  /** Withholds what is needed; null if no pattern can protect the cell from someone who knows these atoms. */
  readonly protect: (cell: number, width: number, knownAtoms: readonly number[]) => readonly number[] | null;
  readonly close: () => void;
};

/** A large number is rather shown than a small one, but not at any price. */
const price = (value: number) => 1 + Math.log2(1 + value);

/** Column 2i is how much cell i could be more, column 2i + 1 how much less. */
const program = ({cells, balances}: Matrix, hidden: ReadonlySet<number>, least: readonly number[], still: (cell: number) => boolean) => ({
  lower: new Float64Array(cells.length * 2),
  upper: cells.flatMap((_, i) => (still(i) ? [0, 0] : [unbounded, least[i]!])),
  cost: cells.flatMap(({value}, i) => (hidden.has(i) ? [0, 0] : [price(value), price(value)])),
  rows: balances.map((balance) => balance.flatMap(([cell, factor]) => [[cell * 2, factor] as const, [cell * 2 + 1, -factor] as const])),
  equals: balances.map(() => 0),
});

const moved = (solver: Solver, cell: number, width: number): number[] | null => {
  solver.bound(cell * 2, width, width);
  solver.bound(cell * 2 + 1, 0, 0);
  const solution = solver.solve();
  if (solution === null) return null;
  const change = (i: number) => Math.abs(solution[i * 2]! - solution[i * 2 + 1]!);
  return Array.from({length: solution.length / 2}, (_, i) => i).filter((i) => change(i) > tolerance / 10);
};

/**
 * Kelly, Golden and Assad's heuristic: the least change of all numbers, at a price for each cell that is still shown, in which `cell` is larger
 * and every sum still holds. Cells it moves are added to `hidden`. Zeros that are always shown stay where they are, and no atom gets below `floor`.
 */
export const repairer = (matrix: Matrix, hidden: Set<number>, zeros: "partners" | "shown", floor: 0 | 1): Repairer => {
  const {cells, atomCells} = matrix;
  const isAtom = new Set(atomCells);
  const least = cells.map(({value}, i) => Math.max(0, value - (isAtom.has(i) ? floor : 0)));
  const still = (i: number) => zeros === "shown" && cells[i]!.value === 0;
  const solver = solverOf(program(matrix, hidden, least, still));
  const release = (i: number) => {
    solver.bound(i * 2, 0, still(i) ? 0 : unbounded);
    solver.bound(i * 2 + 1, 0, still(i) ? 0 : least[i]!);
  };
  const protect = (cell: number, width: number, knownAtoms: readonly number[]) => {
    const known = knownAtoms.map((atom) => atomCells[atom]!);
    for (const i of known) for (const column of [i * 2, i * 2 + 1]) solver.bound(column, 0, 0);
    const found = moved(solver, cell, width);
    for (const i of [...known, cell]) release(i);
    const added = found?.filter((i) => !hidden.has(i)) ?? null;
    for (const i of added ?? []) {
      hidden.add(i);
      solver.cost(i * 2, 0);
      solver.cost(i * 2 + 1, 0);
    }
    return added;
  };
  return {protect, close: solver.close};
};
