import * as Plot from "@observablehq/plot";
import {coverageRow, dots, halfYearAxis, strokes, tick, valueAxis} from "./base/axes.ts";
import {canvas, isWide} from "./base/canvas.ts";
import {halo, hole, ink, muted, text} from "./base/ink.ts";
import type {Line, Point} from "./base/point.ts";

export type LineOptions = {
  readonly print?: (value: number) => string;
  /** Prints a row "von 54" under the axis. */
  readonly coverageOf?: number;
  readonly min?: number;
  readonly max?: number;
};

const lastKnown = (points: readonly Point[]) => points.findLast(({value}) => value !== null);
const highest = (lines: readonly Line[]) => Math.max(1, ...lines.flatMap(({points}) => points.map(({value}) => value ?? 0))) * 1.12;

/** Grey bands where every line has a gap, with the reason upright. */
const bands = (points: readonly Point[], low: number, high: number, half: number) => {
  const holes = points.filter(({value}) => value === null);
  return [
    Plot.rect(holes, {x1: "code", x2: "code", y1: low, y2: high, fill: hole, insetLeft: 2 - half, insetRight: 2 - half}),
    text(holes, {x: "code", y: (low + high) / 2, text: (point: Point) => point.gap ?? "", rotate: -90, fill: muted}),
  ];
};

type Label = {readonly line: Line; readonly last: Point; readonly y: number};
/** Labels at the ends of lines, pushed apart so that none lies on another. `scale` is units of the picture for one unit of the value. */
const spread = (lines: readonly Line[], scale: number, room: number): Label[] => {
  const ends = lines.flatMap((line) => (lastKnown(line.points)?.value == null ? [] : [{line, last: lastKnown(line.points)!}]));
  let above = Number.POSITIVE_INFINITY;
  return ends
    .toSorted((a, b) => b.last.value! - a.last.value!)
    .map(({line, last}) => {
      const y = Math.min(last.value!, above - room / scale);
      above = y;
      return {line, last, y};
    });
};
const endLabels = (labels: readonly Label[]) =>
  labels.flatMap(({line, last, y}) => {
    const at = {x: () => last.code, y: () => y, textAnchor: "start", dx: 12, fontWeight: 600, ...halo} as const;
    const value = text([last], {...at, text: () => last.text, dy: line.name === "" ? 0 : -8});
    return line.name === "" ? [value] : [value, text([last], {...at, text: () => line.name, dy: 9, fill: line.colour})];
  });
/** Where there is no room beside the line: the highest is named above, the others below. */
const stackedLabels = (labels: readonly Label[]) =>
  labels.flatMap(({line, last}, i) => {
    const at = {x: () => last.code, y: () => last.value!, textAnchor: "end", dx: 14, fontWeight: 600, ...halo} as const;
    const value = text([last], {...at, text: () => last.text, dy: i === 0 ? -16 : 18, fill: ink});
    return line.name === "" ? [value] : [value, text([last], {...at, text: () => line.name, dy: i === 0 ? -33 : 35, fill: line.colour})];
  });

/** Course over half-years: breaks at gaps, last piece dotted while provisional, labels at the ends instead of a legend. */
export const line = (width: number, lines: readonly Line[], {print = tick, coverageOf, min = 0, max = highest(lines)}: LineOptions = {}) => {
  const points = lines[0]!.points;
  const room = Math.max(60, ...lines.map(({name}) => name.length * 7.6 + 18), ...lines.map((each) => (lastKnown(each.points)?.text.length ?? 0) * 8 + 18));
  const margins = {marginTop: isWide(width) ? 18 : 40, marginRight: isWide(width) ? room : 22, marginBottom: coverageOf === undefined ? 40 : 58};
  const height = isWide(width) ? 320 : 280;
  const scale = (height - margins.marginTop - margins.marginBottom) / (max - min);
  const half = (width - 44 - margins.marginRight) / points.length / 2;
  const labels = spread(lines, scale, 36);
  return canvas(width, height, {
    ...margins,
    x: {domain: points.map(({code}) => code), type: "point", padding: 0.5},
    y: {domain: [min, max]},
    marks: [
      ...valueAxis(4, print),
      ...bands(points, min, max, half),
      ...lines.flatMap((each) => [...strokes(each.points, each.colour), ...dots(each.points, each.colour)]),
      halfYearAxis(width),
      ...(coverageOf === undefined ? [] : coverageRow(width, points, coverageOf)),
      ...(isWide(width) ? endLabels(labels) : stackedLabels(labels)),
    ],
  });
};
