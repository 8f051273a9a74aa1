import type {Matrix, Sparse} from "./matrix.ts";

/** A prime below 2^26, so that products stay exact. */
const prime = 67_108_859;
const inverse = (a: number): number => {
  let [t, next, r, rest] = [0, 1, prime, a];
  while (rest !== 0) {
    const quotient = Math.floor(r / rest);
    [t, next, r, rest] = [next, t - quotient * next, rest, r - quotient * rest];
  }
  return t < 0 ? t + prime : t;
};

type Columns = {readonly of: Map<number, Map<number, number>>; readonly inRow: readonly Set<number>[]};

const columnsOf = (atoms: number, vectors: ReadonlyMap<number, Sparse>, gone: Uint8Array): Columns => {
  const columns: Columns = {of: new Map(), inRow: Array.from({length: atoms}, () => new Set<number>())};
  for (const [id, vector] of vectors) {
    const column = new Map<number, number>();
    for (const [atom, coefficient] of vector) if (gone[atom] === 0) column.set(atom, ((coefficient % prime) + prime) % prime);
    columns.of.set(id, column);
    for (const atom of column.keys()) columns.inRow[atom]!.add(id);
  }
  return columns;
};
const drop = ({of, inRow}: Columns, id: number) => {
  for (const row of of.get(id)!.keys()) inRow[row]!.delete(id);
  of.delete(id);
};
/** The row with the fewest columns: the least to do. */
const pivotOf = ({inRow}: Columns, column: ReadonlyMap<number, number>): number => {
  let [pivot, fewest] = [-1, Number.POSITIVE_INFINITY];
  for (const row of column.keys()) if (inRow[row]!.size < fewest) [pivot, fewest] = [row, inRow[row]!.size];
  return pivot;
};
const proportional = (a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>, factor: number): boolean => {
  if (a.size !== b.size) return false;
  for (const [row, value] of a) if (b.get(row) !== (value * factor) % prime) return false;
  return true;
};
/** Would showing this column give away a primary one? */
const givesAway = ({of, inRow}: Columns, column: ReadonlyMap<number, number>, pivot: number, unit: number, primary: ReadonlySet<number>): boolean => {
  for (const id of inRow[pivot]!) {
    const other = of.get(id)!;
    if (primary.has(id) && proportional(column, other, (other.get(pivot)! * unit) % prime)) return true;
  }
  return false;
};
const eliminate = ({of, inRow}: Columns, id: number, pivot: number, unit: number) => {
  const column = of.get(id)!;
  for (const next of [...inRow[pivot]!]) {
    if (next === id) continue;
    const other = of.get(next)!;
    const factor = (prime - ((other.get(pivot)! * unit) % prime)) % prime;
    for (const [row, value] of column) {
      const sum = ((other.get(row) ?? 0) + value * factor) % prime;
      if (sum === 0) {
        other.delete(row);
        inRow[row]!.delete(next);
      } else {
        other.set(row, sum);
        inRow[row]!.add(next);
      }
    }
  }
};

/**
 * Secondary suppression by Gauss elimination (Langsrud 2024): candidates are shown one after the other, the most wanted first,
 * unless a primary cell could then be computed. Atoms that are `gone` are known to be zero.
 * @returns the cells to be withheld beside the primary ones
 */
export const gauss = (matrix: Matrix, primary: ReadonlySet<number>, candidates: readonly number[], gone: Uint8Array): number[] => {
  const constraints = matrix.constraints.map((vector, i) => [matrix.cells.length + i, vector] as const);
  const columns = columnsOf(matrix.atoms, new Map([...constraints, ...[...candidates, ...primary].map((id) => [id, matrix.vectors[id]!] as const)]), gone);
  const secondary: number[] = [];
  for (const id of [...constraints.map(([constraint]) => constraint), ...candidates]) {
    const column = columns.of.get(id)!;
    if (column.size > 0) {
      const pivot = pivotOf(columns, column);
      const unit = inverse(column.get(pivot)!);
      if (id < matrix.cells.length && givesAway(columns, column, pivot, unit, primary)) secondary.push(id);
      else eliminate(columns, id, pivot, unit);
    }
    drop(columns, id);
  }
  return secondary;
};
