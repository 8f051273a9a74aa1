import type {Forecast} from "./forecast.ts";

/** A change by half in either direction is what we want to see. */
const change = 0.5;
/** Where the likelihood of such a change must outweigh the one of none, as a logarithm; 4 divides five percent well among a dozen figures. */
const evidence = 4;
/** This part of a level is divided evenly: a gross slip shows in a small figure too. */
const alike = 0.1;

/** A change by half, measured in standard deviations of what is to be expected. */
const effectOf = ({mean, spreads}: Forecast): number => change / Math.sqrt(1 / mean + spreads.reduce((sum, {variance, weight}) => sum + variance * weight, 0));

/**
 * Divides most of a level among figures so that the most changes by half are seen for the same number of false ones (Spjøtvoll 1972): little to a figure where chance
 * alone is larger than such a change, little to one where it shows anyway, most to those between. Only the past decides, so the sum of the chances stays the level.
 */
export const sharesOf = (forecasts: readonly Forecast[], level: number): number[] => {
  const weights = forecasts.map((forecast) => {
    const effect = effectOf(forecast);
    const limit = effect / 2 + evidence / effect;
    return Math.exp((-limit * limit) / 2) / limit;
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const even = 1 / forecasts.length;
  return weights.map((weight) => level * (alike * even + (1 - alike) * (all === 0 ? even : weight / all)));
};
