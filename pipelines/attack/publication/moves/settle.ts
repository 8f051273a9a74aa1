import type {Insiders, Kept} from "./keep-out.ts";
import {keepOut} from "./keep-out.ts";
import type {Move, Shift} from "./shift.ts";

/** What a cell needs: a shown one both ends of its box, a withheld one to be able to be large and to be open by so much. */
export type Need = {readonly withheld: true; readonly threshold: number} | {readonly withheld: false; readonly low: number; readonly high: number};
/** Moves that show a cell to be safe, and the readers against whom nothing was shown. */
export type Settled = {readonly moves: readonly Move[]; readonly open: ReadonlySet<number> | "everybody"};

const joined = (a: Kept["open"], b: Kept["open"]): Kept["open"] => (a === "everybody" || b === "everybody" ? "everybody" : new Set([...a, ...b]));
const common = (a: Kept["open"], b: Kept["open"]): Kept["open"] => {
  if (a === "everybody") return b;
  return b === "everybody" ? a : new Set([...a].filter((each) => b.has(each)));
};

/** Pairs of a least and a largest value, each of them enough: all upwards first, then more and more downwards. */
const pairs = (need: Need, base: number): (readonly [low: number, high: number])[] => {
  if (!need.withheld) return [[need.low, need.high]];
  const width = need.threshold - 1;
  const downs = [...new Set([0, Math.min(width, Math.floor(base)), Math.floor(Math.min(width, base) / 2)])];
  return downs.map((down) => [base - down, Math.max(need.threshold, base - down + width)]);
};

/** Shows by moves from one table that a cell is as open as it needs to be, whoever reads. */
export const settle = (shift: Shift, insiders: Insiders, cell: number, base: number, need: Need): Settled => {
  let open: Kept["open"] = "everybody";
  const moves: Move[] = [];
  for (const ends of pairs(need, base)) {
    const kept = ends.map((end) => (end === base ? {moves: [], open: new Set<number>()} : keepOut(shift, insiders, cell, end)));
    moves.push(...kept.flatMap((each) => each.moves));
    open = common(open, joined(kept[0]!.open, kept[1]!.open));
    if (open !== "everybody" && open.size === 0) break;
  }
  return {moves, open};
};
