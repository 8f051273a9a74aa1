import type {System} from "../../system.ts";

/** Bounds of all unknown numbers; null where they contradict each other. */
export type Bounds = {readonly low: Float64Array; readonly high: Float64Array};

const slack = 1e-6;
/** A sum is looked at so many times at most: bounds may creep. */
const patience = 30;

const rowsOfCells = ({keys, rows}: System): number[][] => {
  const of: number[][] = keys.map(() => []);
  for (const [r, row] of rows.entries()) for (const [cell] of row) of[cell]!.push(r);
  return of;
};

/** What sums alone, one after the other, say about each number: rough but quick, and never wrong. */
export const tightenerOf = (system: System) => {
  const of = rowsOfCells(system);
  const {rows, equals} = system;
  /** Least and largest value of Σ sign × number − equals over a row. */
  const span = (row: System["rows"][number], {low, high}: Bounds, target: number) =>
    row.reduce(([least, most], [cell, sign]) => [least + (sign > 0 ? low[cell]! : -high[cell]!), most + (sign > 0 ? high[cell]! : -low[cell]!)] as const, [
      -target,
      -target,
    ] as readonly [number, number]);
  const narrowRow = (r: number, bounds: Bounds): number[] | null => {
    const row = rows[r]!;
    const [least, most] = span(row, bounds, equals[r]!);
    if (least > slack || most < -slack) return null;
    return row.flatMap(([cell, sign]) => {
      const [low, high] = [bounds.low[cell]!, bounds.high[cell]!];
      const [up, down] = sign > 0 ? [low - least, high - most] : [low + most, high + least];
      if (up < high - slack) bounds.high[cell] = up;
      if (down > low + slack) bounds.low[cell] = down;
      return up < high - slack || down > low + slack ? [cell] : [];
    });
  };
  /** @param known numbers somebody knows beside the start, by cell */
  return (start: Bounds, known: ReadonlyMap<number, number> | null): Bounds | null => {
    const bounds: Bounds = {low: start.low.slice(), high: start.high.slice()};
    for (const [cell, value] of known ?? []) [bounds.low[cell], bounds.high[cell]] = [value, value];
    const looked = new Uint8Array(rows.length);
    const queue = new Set(known === null ? rows.keys() : [...known.keys()].flatMap((cell) => of[cell]!));
    for (const r of queue) {
      queue.delete(r);
      const changed = looked[r]!++ < patience ? narrowRow(r, bounds) : [];
      if (changed === null) return null;
      for (const cell of changed) for (const other of of[cell]!) if (other !== r) queue.add(other);
    }
    return bounds;
  };
};
