import type {Bar, Line, Point} from "../charts/base/point.ts";
import {drawn, wordOf} from "./numbers.ts";
import type {Shown} from "../data/shown.ts";
import {sizeOf} from "../data/size.ts";

/** A series as a chart draws it. */
export const pointsOf = (series: readonly Shown[]): Point[] =>
  series.map((shown) => ({
    code: shown.halfYear,
    value: sizeOf(shown),
    text: shown.status === "known" ? drawn(shown) : "",
    gap: shown.status === "known" ? null : wordOf(shown),
    provisional: shown.provisional,
    coverage: shown.bodies,
  }));
export const lineOf = (name: string, series: readonly Shown[], colour = "var(--c1)"): Line => ({name, points: pointsOf(series), colour});
export const barOf = (name: string, shown: Shown, strong?: boolean): Bar => ({
  name,
  value: sizeOf(shown),
  text: shown.status === "known" ? drawn(shown) : wordOf(shown),
  gap: shown.status === "known" ? null : wordOf(shown),
  withheld: shown.status === "withheld",
  ...(strong === undefined ? {} : {strong}),
});
