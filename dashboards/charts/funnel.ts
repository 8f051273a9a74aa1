import * as Plot from "@observablehq/plot";
import {valueAxis} from "./base/axes.ts";
import {canvas, isWide} from "./base/canvas.ts";
import {gridInk, halo, ink, muted, paper, text} from "./base/ink.ts";

/** A body in a funnel: number of cases and share (0 to 1). */
export type Dot = {readonly key: string; readonly name: string; readonly n: number; readonly share: number};
export type Funnel = {readonly mean: number; readonly meanText: string; readonly own: string; readonly axis: string};

/** How far a share of n cases may lie from the mean by chance alone: 1.96 for 95 %, 3.09 for 99.8 %. */
export const chance = (mean: number, n: number, z: number) => z * Math.sqrt((mean * (1 - mean)) / n);

const band = (sizes: readonly number[], mean: number, z: number) =>
  sizes.map((n) => ({n, low: Math.max(0, mean - chance(mean, n, z)), high: Math.min(1, mean + chance(mean, n, z))}));
const percent = (value: number) => `${Math.round(value * 100)} %`;

/** Share against number of cases on a root scale, with bands of chance; only the own body is named. */
export const funnel = (width: number, dots: readonly Dot[], {mean, meanText, own, axis}: Funnel) => {
  const large = isWide(width);
  const low = Math.max(1, Math.min(...dots.map(({n}) => n)) * 0.85);
  const top = Math.max(...dots.map(({n}) => n)) * 1.04;
  const sizes = Array.from({length: 60}, (_, i) => low + (i * (top - low)) / 59);
  const outer = band(sizes, mean, 3.09);
  const inner = band(sizes, mean, 1.96);
  const shares = dots.map(({share}) => share);
  const y = {domain: [Math.max(0, Math.min(...shares, outer[0]!.low) - 0.06), Math.min(1, Math.max(...shares, outer[0]!.high) + 0.08)]};
  const mine = dots.filter(({key}) => key === own);
  const edge = {x: () => top, textAnchor: "start", dx: 8} as const;
  const right = mine.some(({n}) => n > (low + top) / 2);
  return canvas(width, large ? 380 : 320, {
    marginLeft: 48,
    marginBottom: 52,
    marginRight: large ? 116 : 14,
    x: {domain: [low, top], type: "sqrt"},
    y,
    marks: [
      Plot.areaY(outer, {x: "n", y1: "low", y2: "high", fill: "var(--band2)"}),
      Plot.areaY(inner, {x: "n", y1: "low", y2: "high", fill: "var(--band1)"}),
      ...["low", "high"].map((side) => Plot.line(outer, {x: "n", y: side, stroke: "var(--quiet)", strokeWidth: 1})),
      ...valueAxis(4, percent),
      Plot.ruleY([mean], {stroke: ink, strokeWidth: 1.5}),
      Plot.axisX(
        [25, 50, 100, 200, 400, 800].filter((n) => n >= low && n <= top),
        {tickSize: 4, label: null, fill: muted, stroke: gridInk, tickFormat: String},
      ),
      text([axis], {frameAnchor: "bottom-right", text: (words: string) => words, dy: 46, fill: muted}),
      Plot.dot(
        dots.filter(({key}) => key !== own),
        {x: "n", y: "share", r: 4, fill: "var(--dot)", stroke: paper, strokeWidth: 1},
      ),
      Plot.dot(mine, {x: "n", y: "share", r: 8, fill: "var(--c4)", stroke: paper, strokeWidth: 1.5}),
      text(mine, {x: "n", y: "share", text: "name", textAnchor: right ? "end" : "start", dx: right ? -12 : 12, dy: -12, fontWeight: 600, ...halo}),
      ...(large
        ? [
            text([meanText], {...edge, y: () => mean, text: (words: string) => words, fontWeight: 600}),
            text([outer.at(-1)!.high, outer.at(-1)!.low], {...edge, y: (value: number) => value, text: () => "99,8-%-Grenze", fill: muted}),
          ]
        : [text([meanText], {x: () => top, y: () => mean, text: (words: string) => words, textAnchor: "end", dy: 11, fontWeight: 600, ...halo})]),
    ],
  });
};
