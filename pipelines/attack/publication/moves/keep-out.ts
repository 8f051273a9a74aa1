import type {Board} from "./board.ts";
import type {Move, Shift} from "./shift.ts";

/** Moves that bring a cell to a value, of which each reader can check none they could rule out: for each there is one that leaves alone what they know. */
export type Kept = {
  readonly moves: readonly Move[] /** Readers for whom no such move was found; `everybody` if there is none at all. */;
  readonly open: ReadonlySet<number> | "everybody";
};

/** Somebody by number who knows cells: a body knows its own, a single person one. */
export type Insiders = {readonly knows: (reader: number, cell: number) => boolean; readonly whoKnow: (cell: number) => readonly number[]};
/** Those without a body of their own are the readers from this number on. */
export const insidersOf = ({owner}: Board, bodies: number, singles: readonly number[]): Insiders => {
  const single = new Map(singles.map((cell, i) => [cell, bodies + i]));
  return {
    knows: (reader, cell) => (reader < bodies ? owner[cell] === reader : singles[reader - bodies] === cell),
    whoKnow: (cell) => [...(owner[cell]! < 0 ? [] : [owner[cell]!]), ...(single.has(cell) ? [single.get(cell)!] : [])],
  };
};

const touched = ({cells}: Move, {whoKnow}: Insiders): Set<number> => new Set(cells.flatMap(whoKnow));
const both = (a: ReadonlySet<number>, b: ReadonlySet<number>) => new Set([...a].filter((each) => b.has(each)));

/** So many readers without a move, and it is quicker to ask for the others. */
const patience = 2;

/** Looks for moves until every reader is kept out by one of them. */
export const keepOut = (shift: Shift, insiders: Insiders, cell: number, goal: number): Kept => {
  const first = shift(cell, goal, () => false);
  if (first === null) return {moves: [], open: "everybody"};
  const moves = [first];
  const failed = new Set<number>();
  let left = touched(first, insiders);
  for (const reader of insiders.whoKnow(cell)) left.delete(reader);
  for (let [reader] = left; reader !== undefined; [reader] = left) {
    const avoiding = reader;
    const next = shift(cell, goal, (other) => insiders.knows(avoiding, other));
    left.delete(reader);
    if (next === null) for (const each of failed.size < patience ? [reader] : [reader, ...left]) failed.add(each);
    else moves.push(next);
    left = next === null ? new Set([...left].filter((each) => !failed.has(each))) : both(left, touched(next, insiders));
  }
  return {moves, open: failed};
};
