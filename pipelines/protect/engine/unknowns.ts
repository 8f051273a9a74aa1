import type {Matrix} from "./matrix.ts";
import type {Row} from "./solver.ts";

/** What the published cells say about the withheld atoms. `columns`: column of each atom, −1 if it is known. */
export type Unknowns = {readonly columns: Int32Array; readonly atoms: readonly number[]; readonly rows: readonly Row[]; readonly equals: readonly number[]};

export const unknownsOf = ({cells, vectors, atomCells, constraints}: Matrix, hidden: ReadonlySet<number>): Unknowns => {
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

/** A withheld cell as the sum of unknown columns and a known rest. */
export type Watched = {readonly cell: number; readonly columns: readonly number[]; readonly base: number};
export const watched = ({cells, vectors, atomCells}: Matrix, {columns}: Unknowns, cell: number): Watched => {
  const unknown = [...vectors[cell]!.keys()].map((atom) => columns[atom]!).filter((column) => column >= 0);
  const base = [...vectors[cell]!.keys()].reduce((sum, atom) => (columns[atom]! < 0 ? sum + cells[atomCells[atom]!]!.value : sum), 0);
  return {cell, columns: unknown, base};
};
