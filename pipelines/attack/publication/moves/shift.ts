import type {Board} from "./board.ts";

/** A table that fits, as what is different from the base: cells and by how much. */
export type Move = {readonly cells: readonly number[]; readonly amounts: readonly number[]};
/** Tries to bring a cell to a value, moving no cell that the reader to be kept out knows. Null if no such table was found; it may exist. */
export type Shift = (cell: number, goal: number, forbidden: (cell: number) => boolean) => Move | null;

const near = 1e-6;
/** How many cells are tried for one step, how many beside each other at its first two cells and later, and how many one after the other. */
const effort = {tries: 300, first: 12, branches: 2, depth: 40};
/** What is not found in one order of equally good cells is looked for in others. */
const attempts = 13;
/** Another order of equals for each attempt. */
const stirred = (cell: number, stir: number) => (stir === 0 ? cell : Math.imul(cell + 1, 0x9e3779b1 * stir) >>> 0);

/** A search with one board: what it changes it takes back. */
export const shiftOn = (board: Board): Shift => {
  const {low, high, base, owner, rowStart, rowCells, rowSigns, cellStart, cellRows, cellSigns, looseStart, looseCells} = board;
  const value = base.slice();
  const imbalance = new Float64Array(board.rows);
  const broken = new Set<number>();
  const busy = new Uint8Array(board.size);
  const trail: number[] = [];
  const amounts: number[] = [];
  let [tries, home, stir] = [0, -1, 0];
  let isForbidden: (cell: number) => boolean = () => false;

  const add = (cell: number, amount: number) => {
    value[cell]! += amount;
    for (let i = cellStart[cell]!; i < cellStart[cell + 1]!; i++) {
      const row = cellRows[i]!;
      imbalance[row]! += cellSigns[i]! * amount;
      if (Math.abs(imbalance[row]!) < near) broken.delete(row);
      else broken.add(row);
    }
  };
  const put = (cell: number, amount: number) => {
    add(cell, amount);
    busy[cell]!++;
    trail.push(cell);
    amounts.push(amount);
  };
  const backTo = (length: number) => {
    while (trail.length > length) {
      const cell = trail.pop()!;
      busy[cell]!--;
      add(cell, -amounts.pop()!);
    }
  };
  const fits = (cell: number, amount: number) => value[cell]! + amount >= low[cell]! - near && value[cell]! + amount <= high[cell]! + near;
  const isFree = (cell: number) => busy[cell] === 0 && !isForbidden(cell);
  /** A cell of this sum alone that can take up what is missing. */
  const absorber = (row: number, missing: number): number => {
    for (let i = looseStart[row]!; i < looseStart[row + 1]!; i++) {
      const cell = looseCells[i]!;
      if (isFree(cell) && fits(cell, -missing * cellSigns[cellStart[cell]!]!)) return cell;
    }
    return -1;
  };
  const isOpen = (row: number, missing: number) => Math.abs(missing) >= near && absorber(row, missing) < 0;
  /** How many more sums are broken if the cell moves. */
  const harm = (cell: number, amount: number): number => {
    let more = 0;
    for (let i = cellStart[cell]!; i < cellStart[cell + 1]!; i++) {
      const row = cellRows[i]!;
      more += Number(isOpen(row, imbalance[row]! + cellSigns[i]! * amount)) - Number(isOpen(row, imbalance[row]!));
    }
    return more + (owner[cell]! < 0 || owner[cell] === home ? 0 : 0.5);
  };
  /** Best first; at the first attempt one that mends a sum and breaks none will do. */
  const candidates = (row: number) => {
    const found: {cell: number; amount: number; harm: number}[] = [];
    for (let i = rowStart[row]!; i < rowStart[row + 1]!; i++) {
      const cell = rowCells[i]!;
      const amount = -imbalance[row]! * rowSigns[i]!;
      if (!isFree(cell) || !fits(cell, amount)) continue;
      const candidate = {cell, amount, harm: harm(cell, amount)};
      if (stir === 0 && candidate.harm <= -1) return [candidate];
      found.push(candidate);
    }
    return found.sort((a, b) => a.harm - b.harm || stirred(a.cell, stir) - stirred(b.cell, stir));
  };
  const shortest = (): number => {
    let [best, length] = [-1, Number.POSITIVE_INFINITY];
    for (const row of broken) {
      const size = rowStart[row + 1]! - rowStart[row]!;
      if (size < length && isOpen(row, imbalance[row]!)) [best, length] = [row, size];
    }
    return best;
  };
  const absorb = (): boolean => {
    for (const row of [...broken]) {
      const cell = absorber(row, imbalance[row]!);
      if (cell < 0) return false;
      put(cell, -imbalance[row]! * cellSigns[cellStart[cell]!]!);
    }
    return true;
  };
  const repair = (depth: number): boolean => {
    const row = shortest();
    const before = trail.length;
    if (row < 0) {
      if (absorb()) return true;
      backTo(before);
      return false;
    }
    if (depth === 0) return false;
    for (const {cell, amount} of candidates(row).slice(0, effort.depth - depth < 2 ? effort.first : effort.branches)) {
      if (tries-- <= 0) return false;
      put(cell, amount);
      if (repair(depth - 1)) return true;
      backTo(before);
    }
    return false;
  };
  const step = (cell: number, amount: number): boolean => {
    tries = effort.tries;
    const before = trail.length;
    put(cell, amount);
    if (repair(effort.depth)) return true;
    backTo(before);
    return false;
  };
  const stride = (cell: number, missing: number): boolean => {
    for (let amount = missing; ; amount = Math.trunc(amount / 2)) {
      if (step(cell, amount)) return true;
      if (Math.abs(amount) < 2) return false;
    }
  };
  const attempt = (cell: number, goal: number): Move | null => {
    let found = true;
    while (found && Math.abs(goal - value[cell]!) >= near) {
      found = stride(cell, goal - value[cell]!);
      for (const each of trail) busy[each] = each === cell ? 1 : 0;
    }
    const moved = [...new Set(trail)];
    const move = found ? {cells: moved, amounts: moved.map((each) => value[each]! - base[each]!)} : null;
    for (const each of trail) busy[each] = 0;
    while (trail.length > 0) add(trail.pop()!, -amounts.pop()!);
    return move;
  };
  return (cell, goal, forbidden) => {
    [isForbidden, home] = [forbidden, owner[cell]!];
    for (stir = 0; stir < attempts; stir++) {
      const move = attempt(cell, goal);
      if (move !== null) return move;
    }
    return null;
  };
};
