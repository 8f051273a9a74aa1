import type {Unknowns, Watched} from "./unknowns.ts";

/** Unknown columns that hang together, numbered anew, with the withheld cells made of them: what is known of one group says nothing about another. */
export type Group = Omit<Unknowns, "columns"> & {readonly watched: readonly Watched[]; readonly at: ReadonlyMap<number, number>};

const heads = (count: number, together: readonly (readonly number[])[]): number[] => {
  const parent = Int32Array.from({length: count}, (_, i) => i);
  const head = (column: number): number => {
    let top = column;
    while (parent[top] !== top) top = parent[top]!;
    parent[column] = top;
    return top;
  };
  for (const columns of together) for (const column of columns) parent[head(column)] = head(columns[0]!);
  return Array.from(parent.keys(), head);
};

export const groupsOf = ({atoms, rows, equals}: Unknowns, watched: readonly Watched[]): Group[] => {
  const head = heads(atoms.length, [...rows.map((row) => row.map(([column]) => column)), ...watched.map(({columns}) => columns)]);
  const rowsOf = Map.groupBy(rows.keys(), (row) => head[rows[row]![0]![0]]!);
  const cellsOf = Map.groupBy(
    watched.filter(({columns}) => columns.length > 0),
    ({columns}) => head[columns[0]!]!,
  );
  return [...Map.groupBy(atoms.keys(), (column) => head[column]!)].map(([top, columns]) => {
    const at = new Map(columns.map((column, i) => [column, i]));
    const own = rowsOf.get(top) ?? [];
    return {
      at,
      atoms: columns.map((column) => atoms[column]!),
      rows: own.map((row) => rows[row]!.map(([column, factor]) => [at.get(column)!, factor] as const)),
      equals: own.map((row) => equals[row]!),
      watched: (cellsOf.get(top) ?? []).map((each) => ({...each, columns: each.columns.map((column) => at.get(column)!)})),
    };
  });
};
