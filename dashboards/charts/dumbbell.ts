import * as Plot from "@observablehq/plot";
import {canvas, isWide} from "./base/canvas.ts";
import {gridInk, paper, signWidth, text, wrapped} from "./base/ink.ts";

/** Two shares of one group, with their printed values. */
export type Pair = {readonly name: string; readonly a: number; readonly b: number; readonly textA: string; readonly textB: string};

/** Full dot = first series, open dot = second; both values as columns on the right. */
export const dumbbell = (width: number, rows: readonly Pair[]) => {
  const small = !isWide(width);
  const left = small ? 10 : 210;
  const right = small ? 10 : 150;
  const dy = small ? 12 : 0;
  const top = Math.max(...rows.flatMap(({a, b}) => [a, b]), 1) * 1.03;
  const column = {frameAnchor: "right", y: "name", textAnchor: "end", dy: small ? -12 : 0, fontVariant: "tabular-nums"} as const;
  return canvas(width, rows.length * (small ? 56 : 34) + 8, {
    marginLeft: left,
    marginRight: right,
    marginTop: 4,
    marginBottom: 4,
    x: {domain: [0, top], axis: null},
    y: {domain: rows.map(({name}) => name), axis: null, padding: 0, type: "band"},
    marks: [
      Plot.ruleY(rows, {y: "name", x1: 0, x2: top, stroke: gridInk, dy}),
      Plot.link(rows, {x1: "a", x2: "b", y1: "name", y2: "name", stroke: "var(--quiet)", strokeWidth: 4, dy}),
      Plot.dot(rows, {x: "b", y: "name", r: 6, fill: paper, stroke: "var(--c4)", strokeWidth: 2.5, dy}),
      Plot.dot(rows, {x: "a", y: "name", r: 6.5, fill: "var(--c1)", stroke: paper, strokeWidth: 1, dy}),
      text(rows, {
        frameAnchor: "left",
        y: "name",
        text: ({name}: Pair) => wrapped(name, Math.floor((small ? 190 : left - 10) / signWidth)).join("\n"),
        textAnchor: "start",
        dx: -left,
        dy: small ? -12 : 0,
        lineHeight: 1.1,
      }),
      text(rows, {...column, text: "textA", dx: small ? right - 68 : 76, fill: "var(--c1)", fontWeight: 600}),
      text(rows, {...column, text: "textB", dx: small ? right : 148, fill: "var(--c4-text)"}),
    ],
  });
};
