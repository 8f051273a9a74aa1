import {leastHistory, type Levels} from "../../../schemas/rules/pla/levels.ts";
import {expected, type Fit, fitted, type Growth, type Past} from "./forecast.ts";

/** How a body behaves, learnt from all its figures together: each alone has too short a past. */
export type Temper = {readonly growth: Growth; readonly unrest: readonly number[]};

/** How fast the body grows: the mean of its figures' growth, each by what it knows. */
const commonGrowth = (fits: readonly Fit[], {growth, growthOfBodies, growthOfFigures}: Levels): Growth => {
  const hold = 1 / growthOfBodies ** 2;
  let [weights, sum] = [hold, hold * growth];
  for (const {slope, known} of fits.filter((fit) => fit.known > 1e-9)) {
    const own = (slope * (known + hold) - hold * growth) / known;
    const weight = 1 / (1 / known + growthOfFigures ** 2);
    weights += weight;
    sum += weight * own;
  }
  return {mean: sum / weights, spread: Math.sqrt(growthOfFigures ** 2 + 1 / weights)};
};

/** Level and part of the growth are taken from the past itself. */
const spent = 1.3;
type Guess = {readonly freedom: number; readonly unrest: number; readonly chance: number};
/** Unrest of one figure: what its squared deviations are larger than chance would make them. May be below 0. */
const guessOf = (past: readonly Past[], fit: Fit): Guess => {
  const freedom = past.length - spent;
  const chance = past.reduce((sum, each) => sum + 1 / expected(fit, each), 0) / past.length;
  const squares = past.reduce((sum, each) => sum + (each.count / expected(fit, each) - 1) ** 2, 0);
  return {freedom, unrest: squares / freedom - chance, chance};
};
const weightOf = ({freedom, chance}: Pick<Guess, "freedom" | "chance">, around: number) => freedom / 2 / (chance + around) ** 2;

/** The usual unrest counts as much as this many degrees of freedom of a figure without chance. */
const priorFreedom = 3;
const pooled = (guesses: readonly Guess[], usual: number, least: number): number => {
  let common = usual;
  for (let round = 0; round < 3; round += 1) {
    const hold = weightOf({freedom: priorFreedom, chance: 0}, Math.max(usual, common));
    const weights = guesses.map((guess) => weightOf(guess, common));
    const sum = guesses.reduce((total, {unrest}, i) => total + unrest * weights[i]!, hold * usual);
    common = Math.max(least, sum / weights.reduce((total, weight) => total + weight, hold));
  }
  return common;
};
const shrunk = (guess: Guess, common: number): number => {
  const [hold, weight] = [weightOf({freedom: priorFreedom, chance: 0}, common), weightOf(guess, common)];
  return (hold * common + weight * guess.unrest) / (hold + weight);
};

export const temperOf = (pasts: readonly (readonly Past[])[], levels: Levels): Temper => {
  const [usual, least] = [levels.unrest ** 2, levels.leastUnrest ** 2];
  const alone = pasts.map((past) => fitted(past, usual, {mean: levels.growth, spread: levels.growthOfBodies}));
  const growth = commonGrowth(alone, levels);
  const guesses = pasts.map((past) => (past.length < leastHistory ? null : guessOf(past, fitted(past, usual, growth))));
  const common = pooled(
    guesses.filter((guess) => guess !== null),
    usual,
    least,
  );
  const unrest = guesses.map((guess) => (guess === null ? Math.max(common, levels.unlearntUnrest ** 2) : Math.max(least, shrunk(guess, common))));
  return {growth, unrest};
};
