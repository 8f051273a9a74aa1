import type {Sum, TrueCell} from "./cells.ts";

/** Atom → coefficient. Atoms are the cells that are no sum of others. */
export type Sparse = ReadonlyMap<number, number>;
/** Σ coefficient × cell = 0. */
export type Balance = readonly (readonly [cell: number, coefficient: number])[];
/** A cluster as linear algebra. Cells are numbered in the order of their keys. */
export type Matrix = {
  readonly cells: readonly TrueCell[];
  readonly atoms: number;
  /** Each cell as a sum of atoms. */
  readonly vectors: readonly Sparse[];
  /** The cell of each atom. */
  readonly atomCells: readonly number[];
  /** What follows from the numbers adding up and is not yet said by the vectors: combinations of atoms that are zero. */
  readonly constraints: readonly Sparse[];
  /** One balance for each cell that is a sum, and one for each constraint. */
  readonly balances: readonly Balance[];
};

const plus = (into: Map<number, number>, vector: Sparse, factor: number) => {
  for (const [atom, coefficient] of vector) {
    const sum = (into.get(atom) ?? 0) + factor * coefficient;
    if (sum === 0) into.delete(atom);
    else into.set(atom, sum);
  }
  return into;
};
const combined = (vectors: readonly Sparse[], balance: Balance): Sparse =>
  balance.reduce((sum, [cell, factor]) => plus(sum, vectors[cell]!, factor), new Map<number, number>());

/** The first sum that defines each cell; the others are kept only if they say something more. */
const definitions = (indexed: readonly {whole: readonly number[]; parts: readonly number[]}[]) => {
  const found = new Map<number, readonly number[]>();
  for (const {whole, parts} of indexed) if (whole.length === 1 && !found.has(whole[0]!)) found.set(whole[0]!, parts);
  return found;
};

/** Cells and their sums as vectors over atoms. @throws Error `invalid hierarchy: KEY` for a cell that is a part of itself */
export const matrixOf = (cells: readonly TrueCell[], sums: readonly Sum[]): Matrix => {
  const index = new Map(cells.map(({key}, i) => [key, i]));
  const indexed = sums.map(({whole, parts}) => ({whole: whole.map((key) => index.get(key)!), parts: parts.map((key) => index.get(key)!)}));
  const defined = definitions(indexed);
  const atomCells = cells.map((_, i) => i).filter((i) => !defined.has(i));
  const vectors: Sparse[] = [];
  for (const [atom, cell] of atomCells.entries()) vectors[cell] = new Map([[atom, 1]]);
  const vectorOf = (cell: number, above: readonly number[]): Sparse => {
    if (above.includes(cell)) throw new Error(`invalid hierarchy: ${cells[cell]!.key}`);
    const vector = vectors[cell] ?? defined.get(cell)!.reduce((sum, part) => plus(sum, vectorOf(part, [...above, cell]), 1), new Map<number, number>());
    vectors[cell] = vector;
    return vector;
  };
  for (const cell of cells.keys()) vectorOf(cell, []);
  const balances = indexed.map(({whole, parts}): Balance => [...whole.map((cell) => [cell, 1] as const), ...parts.map((cell) => [cell, -1] as const)]);
  const more = balances.filter((balance) => combined(vectors, balance).size > 0);
  const defining = [...defined].map(([cell, parts]): Balance => [[cell, 1] as const, ...parts.map((part) => [part, -1] as const)]);
  return {cells, atoms: atomCells.length, vectors, atomCells, constraints: more.map((balance) => combined(vectors, balance)), balances: [...defining, ...more]};
};
