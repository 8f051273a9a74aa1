import * as Plot from "@observablehq/plot";
import {isWide} from "./canvas.ts";
import {gridInk, ink, muted, paper, text} from "./ink.ts";
import type {Point} from "./point.ts";

const whole = new Intl.NumberFormat("de-DE", {maximumFractionDigits: 1});
/** Round numbers of an axis; values of figures are printed by words/numbers.ts. */
export const tick = (value: number): string => whole.format(value);

const halfYearTick = (width: number) => (code: string) => {
  const year = code.slice(0, 4);
  if (code.endsWith("H1")) return isWide(width) ? `1. Hj.\n${year}` : year;
  return isWide(width) ? "2. Hj." : "";
};
export const halfYearAxis = (width: number) =>
  Plot.axisX({tickFormat: halfYearTick(width), tickSize: 4, label: null, fill: muted, stroke: gridInk, lineHeight: 1.15});
/** Horizontal lines only, few of them, numbers without ticks. */
export const valueAxis = (ticks: number | number[], print: (value: number) => string = tick) => {
  const at = typeof ticks === "number" ? {ticks} : {};
  const data = typeof ticks === "number" ? [] : [ticks];
  return [
    Plot.gridY(...(data as []), {...at, stroke: gridInk, strokeOpacity: 1}),
    Plot.axisY(...(data as []), {...at, tickSize: 0, label: null, tickFormat: print, fill: muted}),
  ];
};
/** Under the half-years: how many of the 54 are in each value. */
export const coverageRow = (width: number, points: readonly Point[], of: number) => {
  const at = {frameAnchor: "bottom", dy: isWide(width) ? 54 : 38, fill: muted} as const;
  return [
    text(points, {
      ...at,
      x: "code",
      text: (point: Point) => (isWide(width) || point.code.endsWith("H1") ? String(point.coverage) : ""),
      fontVariant: "tabular-nums",
    }),
    text([`von ${of}`], {...at, frameAnchor: "bottom-left", dx: -44, text: (words: string) => words, textAnchor: "start"}),
  ];
};

const known = (point: Point) => point.value !== null;
/** Pieces between neighbours that are both known; the piece to a provisional value is dotted. */
export const strokes = (points: readonly Point[], colour: string) =>
  points.slice(1).flatMap((to, i) => {
    const from = points[i]!;
    if (!known(from) || !known(to)) return [];
    return [
      Plot.line([from, to], {
        x: "code",
        y: "value",
        stroke: colour,
        strokeWidth: 2.5,
        strokeLinecap: "round",
        ...(to.provisional ? {strokeDasharray: "2 5"} : {}),
      }),
    ];
  });
/** Full dots for final, open dots for provisional values. */
export const dots = (points: readonly Point[], colour: string, r = 4) => [
  Plot.dot(
    points.filter((point) => known(point) && !point.provisional),
    {x: "code", y: "value", r, fill: colour, stroke: paper, strokeWidth: 1},
  ),
  Plot.dot(
    points.filter((point) => known(point) && point.provisional),
    {x: "code", y: "value", r: r + 1, fill: paper, stroke: colour, strokeWidth: 2.5},
  ),
];
/** A dashed reference line with its name above. */
export const referenceInk = {stroke: ink, strokeWidth: 1.5, strokeDasharray: "5 3"} as const;
