import type {System} from "../../system.ts";

/** The unknown numbers with one way in which all of them fit, and the sums they stand in, laid out for many small moves. */
export type Board = {
  readonly size: number;
  readonly rows: number;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** A table that fits. */
  readonly base: Float64Array;
  /** Who knows a cell: number of the reader, or −1. */
  readonly owner: Int32Array;
  /** Cells of row r: from rowStart[r] to before rowStart[r + 1]; the other way round for the rows of a cell. */
  readonly rowStart: Int32Array;
  readonly rowCells: Int32Array;
  readonly rowSigns: Int8Array;
  readonly cellStart: Int32Array;
  readonly cellRows: Int32Array;
  readonly cellSigns: Int8Array;
  /** Cells of row r that stand in no other: from looseStart[r] to before looseStart[r + 1]. */
  readonly looseStart: Int32Array;
  readonly looseCells: Int32Array;
};

const starts = (counts: Int32Array): Int32Array => {
  const start = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) start[i + 1] = start[i]! + counts[i]!;
  return start;
};

/** Lays out a system with a table that fits. */
export const boardOf = ({keys, low, high, rows}: System, base: Float64Array, owner: Int32Array): Board => {
  const [size, entries] = [keys.length, rows.flatMap((row, r) => row.map(([cell, sign]) => ({r, cell, sign})))];
  const rowStart = starts(Int32Array.from(rows, (row) => row.length));
  const counts = new Int32Array(size);
  for (const {cell} of entries) counts[cell]!++;
  const cellStart = starts(counts);
  const [cellRows, cellSigns, filled] = [new Int32Array(entries.length), new Int8Array(entries.length), cellStart.slice()];
  for (const {r, cell, sign} of entries) {
    cellRows[filled[cell]!] = r;
    cellSigns[filled[cell]!++] = sign;
  }
  const loose = rows.map((row) => row.flatMap(([cell]) => (counts[cell] === 1 ? [cell] : [])));
  return {
    size,
    rows: rows.length,
    low: Float64Array.from(low),
    high: Float64Array.from(high),
    base,
    owner,
    rowStart,
    rowCells: Int32Array.from(entries, ({cell}) => cell),
    rowSigns: Int8Array.from(entries, ({sign}) => sign),
    cellStart,
    cellRows,
    cellSigns,
    looseStart: starts(Int32Array.from(loose, ({length}) => length)),
    looseCells: Int32Array.from(loose.flat()),
  };
};
