import type {Chance} from "./chance.ts";
import type {Matrix} from "./matrix.ts";

const byWish = (wish: readonly number[]) => (a: number, b: number) => wish[b]! - wish[a]! || a - b;

/**
 * In which order cells are to be shown: by value first, then totals first, then jittered by a seeded chance. Which pattern comes out
 * depends on the order, and a secret seed keeps a reader from running the same search backwards.
 */
export const orders = ({cells, vectors}: Matrix, candidates: readonly number[], count: number, chance: Chance): number[][] => {
  const jittered = (i: number, strength: number, totals: boolean) =>
    cells[i]!.value * Math.exp(strength * (chance() - 0.5) * 2) + (totals ? vectors[i]!.size : 0);
  const wishes = Array.from({length: count}, (_, round) =>
    cells.map(({value}, i) => {
      if (round === 0) return value;
      return round === 1 ? Math.log(1 + value) * Math.sqrt(vectors[i]!.size) : jittered(i, round < count / 2 ? 0.3 : 0.8, round % 3 === 2);
    }),
  );
  return wishes.map((wish) => [...candidates].sort(byWish(wish)));
};
