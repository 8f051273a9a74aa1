import type {Matrix} from "./matrix.ts";
import {type Row, type Solver, solverOf, tolerance, unbounded} from "./solver.ts";

/** What a pattern has to withstand: a reader who knows some cells beforehand. `judged`: cells that must stay open to them; without it all withheld ones, for nobody can tell why a cell is withheld. */
export type Threat = {readonly name: string; readonly knownAtoms: readonly number[]; readonly judged?: ReadonlySet<number>};

/** What the published cells say about the withheld atoms. `columns`: column of each atom, −1 if it is known. */
type Unknowns = {readonly columns: Int32Array; readonly atoms: readonly number[]; readonly rows: readonly Row[]; readonly equals: readonly number[]};

const unknownsOf = ({cells, vectors, atomCells, constraints}: Matrix, hidden: ReadonlySet<number>): Unknowns => {
  const zero = new Uint8Array(atomCells.length);
  for (const [i, {value}] of cells.entries()) if (value === 0 && !hidden.has(i)) for (const atom of vectors[i]!.keys()) zero[atom] = 1;
  const atoms = atomCells.flatMap((cell, atom) => (hidden.has(cell) && zero[atom] === 0 ? [atom] : []));
  const columns = new Int32Array(atomCells.length).fill(-1);
  for (const [column, atom] of atoms.entries()) columns[atom] = column;
  const seen = new Map<string, readonly [Row, number]>();
  const add = (vector: ReadonlyMap<number, number>) => {
    const row = [...vector].flatMap(([atom, factor]) => (columns[atom]! < 0 ? [] : [[columns[atom]!, factor] as const]));
    const truth = [...vector].reduce((sum, [atom, factor]) => (columns[atom]! < 0 ? sum : sum + factor * cells[atomCells[atom]!]!.value), 0);
    if (row.length > 0) seen.set(row.join(";"), [row, truth]);
  };
  for (const [i, vector] of vectors.entries()) if (!hidden.has(i) && vector.size > 1) add(vector);
  for (const vector of constraints) add(vector);
  const unique = [...seen.values()];
  return {columns, atoms, rows: unique.map(([row]) => row), equals: unique.map(([, truth]) => truth)};
};

type Watched = {readonly cell: number; readonly columns: readonly number[]; readonly base: number; low: number; high: number};

const watch = ({cells, vectors, atomCells}: Matrix, {columns}: Unknowns, cell: number): Watched => {
  const unknown = [...vectors[cell]!.keys()].map((atom) => columns[atom]!).filter((column) => column >= 0);
  const base = [...vectors[cell]!.keys()].reduce((sum, atom) => (columns[atom]! < 0 ? sum + cells[atomCells[atom]!]!.value : sum), 0);
  return {cell, columns: unknown, base, low: cells[cell]!.value, high: cells[cell]!.value};
};

/** Every solution is a whole table that fits what is published, so it widens the range of all cells at once. */
const push = (solver: Solver, targets: readonly Watched[], all: readonly Watched[], direction: 1 | -1) => {
  const columns = new Set(targets.flatMap((target) => target.columns));
  for (const column of columns) solver.cost(column, -direction);
  const solution = solver.solve();
  for (const column of columns) solver.cost(column, 0);
  if (solution === null) return;
  for (const each of all) {
    const value = each.columns.reduce((sum, column) => sum + solution[column]!, each.base);
    each.low = Math.min(each.low, value);
    each.high = Math.max(each.high, value);
  }
};

/** Open enough: the cell could be at least the threshold, and takes threshold − 1 steps or more. */
const isOpen = ({low, high}: Watched, threshold: number) => high >= threshold - tolerance && high - low >= threshold - 1 - tolerance;

/** Cells that are narrow and could be small, although they were asked for their least and largest value. */
const narrow = (solver: Solver, all: readonly Watched[], threshold: number): number[] => {
  const open = () => all.filter((each) => !isOpen(each, threshold));
  for (const direction of [1, -1] as const) if (open().length > 1) push(solver, open(), all, direction);
  return all.flatMap((each) => {
    for (const direction of [1, -1] as const) if (!isOpen(each, threshold)) push(solver, [each], all, direction);
    return isOpen(each, threshold) || each.low >= threshold - tolerance ? [] : [each.cell];
  });
};

/** For each threat the cells that a pattern does not protect from it. `floor` is the least an atom can be in the eyes of all: 1 where zeros are always shown. */
export const openTo = (matrix: Matrix, hidden: ReadonlySet<number>, threats: readonly Threat[], threshold: number, floor: 0 | 1): Map<Threat, number[]> => {
  const unknowns = unknownsOf(matrix, hidden);
  const [lower, upper] = [unknowns.atoms.map(() => floor), unknowns.atoms.map(() => unbounded)];
  const solver = solverOf({lower, upper, cost: new Float64Array(unknowns.atoms.length), rows: unknowns.rows, equals: unknowns.equals});
  const trueValue = (column: number) => matrix.cells[matrix.atomCells[unknowns.atoms[column]!]!]!.value;
  const result = new Map<Threat, number[]>();
  for (const threat of threats) {
    const known = new Set(threat.knownAtoms.map((atom) => unknowns.columns[atom]!).filter((column) => column >= 0));
    for (const column of known) solver.bound(column, trueValue(column), trueValue(column));
    const judged = [...(threat.judged ?? hidden)].filter((cell) => hidden.has(cell)).map((cell) => watch(matrix, unknowns, cell));
    const found = narrow(
      solver,
      judged.filter(({columns}) => known.size === 0 || columns.some((column) => !known.has(column))),
      threshold,
    );
    for (const column of known) solver.bound(column, floor, unbounded);
    if (found.length > 0) result.set(threat, found);
  }
  solver.close();
  return result;
};
