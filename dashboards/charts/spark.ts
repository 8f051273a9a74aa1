import * as Plot from "@observablehq/plot";
import {dots, strokes} from "./base/axes.ts";
import {paperDocument} from "./base/canvas.ts";
import {hole} from "./base/ink.ts";
import type {Point} from "./base/point.ts";

/** Course in the size of a stamp: no axis, gaps as bands, the last value as a dot. */
export const spark = (points: readonly Point[]): SVGSVGElement => {
  const known = points.filter(({value}) => value !== null);
  const values = known.map(({value}) => value!);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const pad = (high - low) * 0.15 || 1;
  return Plot.plot({
    document: paperDocument,
    width: 200,
    height: 52,
    margin: 7,
    x: {domain: points.map(({code}) => code), type: "point", axis: null},
    y: {domain: known.length === 0 ? [0, 1] : [low - pad, high + pad], axis: null},
    marks: [
      Plot.ruleX(
        points.filter(({value}) => value === null),
        {x: "code", stroke: hole, strokeWidth: 16},
      ),
      ...strokes(points, "var(--c1)"),
      ...dots(known, "var(--c1)", 2.5),
    ],
  }) as SVGSVGElement;
};
