import * as Plot from "@observablehq/plot";
import {tick, valueAxis} from "./base/axes.ts";
import {canvas, isWide} from "./base/canvas.ts";
import {halo, hole, muted, paper, text} from "./base/ink.ts";
import type {Line, Point} from "./base/point.ts";

export type MultipleOptions = {readonly print?: (value: number) => string; readonly min?: number; readonly max?: number};
type Cell = {readonly fx: number; readonly fy: number};
type Placed = Point & Cell & {readonly z: string};

const pieces = (panel: Line, cell: Cell, i: number): Placed[] =>
  panel.points.slice(1).flatMap((to, j) => {
    const from = panel.points[j]!;
    return from.value === null || to.value === null ? [] : [from, to].map((point) => ({...point, provisional: to.provisional, ...cell, z: `${i}-${j}`}));
  });

/** Small courses side by side on one scale; a grey band where there is no sum, the value only at the end, years at both ends. */
export const multiples = (width: number, panels: readonly Line[], {print = tick, min = 0, max}: MultipleOptions = {}) => {
  const top = max ?? Math.max(1, ...panels.flatMap(({points}) => points.map(({value}) => value ?? 0))) * 1.2;
  const columns = isWide(width) ? Math.min(5, panels.length) : 2;
  const rows = Math.ceil(panels.length / columns);
  const cells = panels.map((_, i): Cell => ({fx: i % columns, fy: Math.floor(i / columns)}));
  const flat = panels.flatMap(({points}, i) => points.map((point): Placed => ({...point, ...cells[i]!, z: `${i}`})));
  const strokes = panels.flatMap((panel, i) => pieces(panel, cells[i]!, i));
  const ends = panels.flatMap(({points}, i) => {
    const last = points.findLast(({value}) => value !== null);
    return last === undefined ? [] : [{...last, ...cells[i]!, z: ""}];
  });
  const names = panels.map(({name}, i) => ({name, ...cells[i]!}));
  const facet = {fx: "fx", fy: "fy"} as const;
  const codes = panels[0]!.points.map(({code}) => code);
  const band = (((width - 64) / columns) * 0.82) / codes.length;
  const drawn = {x: "code", y: "value", ...facet, stroke: "var(--c1)", strokeWidth: 2.5} as const;
  return canvas(width, isWide(width) ? rows * 196 + 14 : rows * 168, {
    marginLeft: 50,
    marginRight: 14,
    marginTop: 34,
    marginBottom: 30,
    fx: {axis: null, padding: 0.12},
    fy: {axis: null, padding: 0.5},
    x: {domain: codes, type: "point", axis: null, padding: 0.6},
    y: {domain: [min, top]},
    marks: [
      ...valueAxis(3, print),
      Plot.ruleX(
        flat.filter(({value}) => value === null),
        {x: "code", ...facet, stroke: hole, strokeWidth: band},
      ),
      Plot.line(
        strokes.filter(({provisional}) => !provisional),
        {...drawn, z: "z"},
      ),
      Plot.line(
        strokes.filter(({provisional}) => provisional),
        {...drawn, z: "z", strokeDasharray: "2 4"},
      ),
      Plot.dot(ends, {...drawn, r: 4, fill: ({provisional}: Point) => (provisional ? paper : "var(--c1)")}),
      text(ends, {x: "code", y: "value", ...facet, text: "text", dy: -14, dx: 8, textAnchor: "end", fontWeight: 600, ...halo}),
      text(names, {...facet, text: "name", frameAnchor: "top-left", dy: -24, dx: 2, fontWeight: 600}),
      text(names, {...facet, text: () => codes[0]!.slice(0, 4), frameAnchor: "bottom-left", dy: 20, dx: 2, fill: muted}),
      text(names, {
        ...facet,
        text: () => (codes.at(-1)!.slice(0, 4) === codes[0]!.slice(0, 4) ? "" : codes.at(-1)!.slice(0, 4)),
        frameAnchor: "bottom-right",
        dy: 20,
        fill: muted,
      }),
    ],
  });
};
