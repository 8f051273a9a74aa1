import * as Plot from "@observablehq/plot";
import {gridInk, ink, muted, paper, text} from "./base/ink.ts";
import {tick} from "./base/axes.ts";
import {canvas, isWide} from "./base/canvas.ts";

/** Bodies of one kind as dots along one scale; `middle` is their median, printed, or null where it cannot be said. */
export type Strip = {readonly name: string; readonly values: readonly number[]; readonly middle: number | null; readonly text: string};
export type StripOptions = {readonly reference?: {readonly name: string; readonly value: number}};
type Spot = {readonly x: number; readonly y: number};

/** Dots pushed apart up and down where they would lie on each other. */
const swarm = (values: readonly number[], unit: number, centre: number): Spot[] => {
  const placed: Spot[] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const x = value * unit;
    const tries = [0, 1, -1, 2, -2, 3, -3, 4, -4].map((n) => centre + n * 9);
    const y = tries.find((each) => placed.every((spot) => Math.hypot(spot.x - x, spot.y - each) >= 9.5)) ?? centre;
    placed.push({x, y});
  }
  return placed.map(({x, y}) => ({x: x / unit, y}));
};

/** How the bodies lie, without naming a best or worst: dots, a tick with the median of each kind, the Land as dashed line. */
export const strip = (width: number, rows: readonly Strip[], {reference}: StripOptions) => {
  const references = reference === undefined ? [] : [reference];
  const large = isWide(width);
  const step = 112;
  const top = Math.max(...rows.flatMap(({values}) => values), ...references.map(({value}) => value)) * 1.05;
  const unit = (width - 24) / top;
  const centre = (i: number) => i * step + 62;
  const spots = rows.flatMap(({values}, i) => swarm(values, unit, centre(i)));
  return canvas(width, rows.length * step + 56, {
    marginLeft: 10,
    marginRight: 14,
    marginTop: 26,
    marginBottom: 30,
    x: {domain: [0, top]},
    y: {domain: [rows.length * step, 0], axis: null},
    marks: [
      Plot.axisX({ticks: large ? 8 : 4, tickSize: 4, label: null, fill: muted, stroke: gridInk, tickFormat: tick}),
      ...rows.map((_, i) => Plot.ruleY([centre(i)], {stroke: gridInk})),
      Plot.ruleX(references, {x: "value", stroke: ink, strokeWidth: 1.5, strokeDasharray: "5 3"}),
      text(references, {x: "value", frameAnchor: "top", dy: -16, text: "name", fontWeight: 600}),
      Plot.dot(spots, {x: "x", y: "y", r: 4.5, fill: "var(--dot)", stroke: paper, strokeWidth: 1}),
      ...rows.map(({middle}, i) => Plot.ruleX(middle === null ? [] : [middle], {y1: centre(i) - 26, y2: centre(i) + 26, stroke: "var(--c4)", strokeWidth: 3})),
      text(rows, {
        x: () => 0,
        y: (_: Strip, i: number) => i * step + 14,
        text: (row: Strip) => (row.middle === null ? row.name : `${row.name}, Mitte ${row.text}`),
        textAnchor: "start",
        fontWeight: 600,
      }),
    ],
  });
};
