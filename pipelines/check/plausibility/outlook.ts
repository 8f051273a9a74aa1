import type {KeyFigures} from "../../../schemas/context.ts";
import {type KeyFigure, keyFigures} from "../../../schemas/rules/pla/key-figures.ts";
import type {Levels} from "../../../schemas/rules/pla/levels.ts";
import {chanceOfLess, chanceOfMore, fitted, type Forecast, forecast, type Past} from "./forecast.ts";
import {sharesOf} from "./shares.ts";
import {temperOf} from "./temper.ts";

/** An earlier return of the same body, so many half-years ago. */
export type Earlier = {readonly ago: number; readonly figures: KeyFigures};
/** What is to be expected of one figure of a return by the body's own past: a count with a smaller chance than the limits is asked about. */
export type Outlook = {readonly name: string; readonly past: readonly Past[]; readonly forecast: Forecast; readonly less: number; readonly more: number};

/** Staff that multiplied or vanished says nothing about the work per post: a body that is being set up, or a slip on sheet 02. */
const widest = 3;
const relative = (exposure: bigint, now: bigint) => Math.min(widest, Math.max(1 / widest, Number(exposure) / Number(now)));

/** Rates only where the exposure is known at all times; else the counts are compared as they are. */
const pastOf = ({name, exposure}: KeyFigure, now: KeyFigures, earlier: readonly Earlier[]): Past[] => {
  const reported = earlier.filter(({figures}) => figures[name] !== undefined);
  const months = (figures: KeyFigures) => (exposure === null ? 0n : (figures[exposure] ?? 0n));
  const rated = months(now) > 0n && reported.every(({figures}) => months(figures) > 0n);
  return reported.map(({ago, figures}) => ({ago, count: Number(figures[name]), exposure: rated ? relative(months(figures), months(now)) : 1}));
};

/** What is to be expected of a return: for each key figure that it reports and that was reported before. */
export const outlooksOf = (now: KeyFigures, earlier: readonly Earlier[], levels: Levels): Outlook[] => {
  const series = keyFigures
    .filter(({name}) => now[name] !== undefined)
    .map((figure) => ({name: figure.name, past: pastOf(figure, now, earlier)}))
    .filter(({past}) => past.length > 0);
  if (series.length === 0) return [];
  const {growth, unrest} = temperOf(
    series.map(({past}) => past),
    levels,
  );
  const forecasts = series.map(({past}, i) => forecast(fitted(past, unrest[i]!, growth), 1, unrest[i]!));
  const shares = sharesOf(forecasts, levels.own);
  return series.map(({name, past}, i) => ({
    name,
    past,
    forecast: forecasts[i]!,
    less: shares[i]! * (1 - levels.upward),
    more: shares[i]! * levels.upward,
  }));
};

/** Whether a count is smaller or larger than its past lets expect. */
export const surpriseOf = ({forecast: ahead, less, more}: Outlook, count: number): "less" | "more" | null =>
  chanceOfLess(count, ahead) <= less ? "less" : chanceOfMore(count, ahead) <= more ? "more" : null;

/** The smallest count from which on something holds that stays so. */
const firstCount = (holds: (count: number) => boolean): number => {
  let high = 1;
  while (!holds(high)) high *= 2;
  let low = 0;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};
/** The counts nobody would ask about, both ends included. */
export const usualRange = ({forecast: ahead, less, more}: Outlook): {readonly from: number; readonly until: number} => ({
  from: firstCount((count) => chanceOfLess(count, ahead) > less),
  until: firstCount((count) => chanceOfMore(count, ahead) <= more) - 1,
});
