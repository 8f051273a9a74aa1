import {chanceFrom, chanceUpTo} from "./negative-binomial.ts";

/** One earlier half-year of a figure: how many half-years ago, its count, and its exposure (any unit, the same for all). */
export type Past = {readonly ago: number; readonly count: number; readonly exposure: number};
/** Growth of the logarithm from one half-year to the next, and how far it may lie around that. */
export type Growth = {readonly mean: number; readonly spread: number};
/** Level now, growth, the variance of the level, and what the past alone says about growth (one over its variance). */
export type Fit = {readonly level: number; readonly slope: number; readonly variance: number; readonly known: number};

export const expected = ({level, slope}: Fit, {ago, exposure}: Past): number => Math.exp(level - slope * ago) * exposure;

/**
 * Level and growth of a count: log-linear negative-binomial regression by Fisher scoring. The growth is held near what is usual, so that two half-years
 * already give an answer and five are not bent by one. Half a case is added to the past, so that a past of zeros is small and not nothing.
 * `unrest` is the variance of the true level around its line, as a share squared.
 */
export const fitted = (past: readonly Past[], unrest: number, growth: Growth): Fit => {
  const added = 0.5 / past.length;
  const [counts, exposures] = [past.reduce((sum, {count}) => sum + count + added, 0), past.reduce((sum, {exposure}) => sum + exposure, 0)];
  const middle = past.reduce((sum, {ago}) => sum + ago, 0) / past.length;
  const hold = 1 / growth.spread ** 2;
  let fit: Fit = {level: Math.log(counts / exposures) + growth.mean * middle, slope: growth.mean, variance: 1, known: 0};
  for (let round = 0; round < 6; round += 1) {
    let [weights, first, second, misses, slant] = [0, 0, 0, 0, 0];
    for (const each of past) {
      const mean = expected(fit, each);
      const weight = mean / (1 + unrest * mean);
      const miss = (each.count + added - mean) / (1 + unrest * mean);
      weights += weight;
      first -= weight * each.ago;
      second += weight * each.ago * each.ago;
      misses += miss;
      slant -= miss * each.ago;
    }
    const [held, pull] = [second + hold, slant - hold * (fit.slope - growth.mean)];
    const determinant = weights * held - first * first;
    fit = {
      level: fit.level + (held * misses - first * pull) / determinant,
      slope: fit.slope + (weights * pull - first * misses) / determinant,
      variance: held / determinant,
      known: second - (first * first) / weights,
    };
  }
  return fit;
};

/** A count to come: negative binomial around `mean`; its variance beyond chance is not known exactly and has one of several sizes. */
export type Forecast = {readonly mean: number; readonly spreads: readonly {readonly variance: number; readonly weight: number}[]};

/** The true unrest may be smaller or larger than the one estimated from a handful of half-years. */
const doubts = [
  {times: 0.5, weight: 0.35},
  {times: 1, weight: 0.35},
  {times: 2.5, weight: 0.3},
] as const;
/** What is to be expected at an exposure, of a figure that was fitted with this unrest. */
export const forecast = (fit: Fit, exposure: number, unrest: number): Forecast => ({
  mean: Math.exp(fit.level) * exposure,
  spreads: doubts.map(({times, weight}) => ({variance: fit.variance + unrest * times, weight})),
});

const mixed = ({mean, spreads}: Forecast, chance: (forecast: {mean: number; size: number}) => number) =>
  spreads.reduce((sum, {variance, weight}) => sum + weight * chance({mean, size: 1 / variance}), 0);
/** Chance of a count at most as large, and at least as large, as this one. */
export const chanceOfLess = (count: number, forecast: Forecast): number => mixed(forecast, (each) => chanceUpTo(count, each));
export const chanceOfMore = (count: number, forecast: Forecast): number => mixed(forecast, (each) => chanceFrom(count, each));
