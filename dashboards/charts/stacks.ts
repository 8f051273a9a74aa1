import * as Plot from "@observablehq/plot";
import {rowLabels} from "./bars.ts";
import {canvas, isWide} from "./base/canvas.ts";
import {hole, muted, paper, text} from "./base/ink.ts";

/** A piece of a stack: its colour and the colour of text on it. */
export type Piece = {readonly name: string; readonly fill: string; readonly on: string};
/** One stack: values and printed texts in the order of the pieces; `note` stands behind it. A withheld one has no values but its sign and word as `gap`. */
export type Stack = {
  readonly name: string;
  readonly values: readonly number[];
  readonly texts: readonly string[];
  readonly note?: string;
  readonly gap?: string;
};
export type StackOptions = {readonly left?: number; readonly share?: boolean};

type Drawn = {readonly name: string; readonly x1: number; readonly x2: number; readonly text: string; readonly piece: Piece};
const totalOf = ({values}: Stack) => values.reduce((sum, value) => sum + value, 0);
/** Pieces laid end to end; with `share` every stack is as long as the others. */
const laid = (stack: Stack, pieces: readonly Piece[], share: boolean): Drawn[] => {
  const unit = share ? totalOf(stack) || 1 : 1;
  let x = 0;
  return pieces.map((piece, i) => {
    const x1 = x;
    x += stack.values[i]! / unit;
    return {name: stack.name, x1, x2: x, text: stack.texts[i]!, piece};
  });
};

/** Stacked bars with values inside where there is room for them. */
export const stacks = (width: number, rows: readonly Stack[], pieces: readonly Piece[], {left = 210, share = false}: StackOptions = {}) => {
  const small = !isWide(width);
  const label = rowLabels(
    width,
    rows.map(({name}) => name),
    left,
    small ? 46 : 36,
  );
  const holes = rows.filter(({gap}) => gap !== undefined);
  const drawn = rows.filter(({gap}) => gap === undefined).flatMap((row) => laid(row, pieces, share));
  const top = share ? 1 : Math.max(1, ...rows.map(totalOf));
  const notes = rows.some(({note}) => note !== undefined);
  const marginLeft = small ? 2 : left;
  const marginRight = notes && !small ? 24 + 7.4 * Math.max(...rows.map(({note}) => note?.length ?? 0)) : 4;
  const unitsPer = (width - marginLeft - marginRight) / top;
  const below = small && notes ? 18 : 0;
  const inset = {insetTop: small ? label.head + below : (label.step - 28) / 2, insetBottom: small ? 8 : (label.step - 28) / 2};
  return canvas(width, rows.length * (label.step + below) + 10, {
    marginLeft,
    marginRight,
    marginTop: 4,
    marginBottom: 4,
    x: {domain: [0, top], axis: null},
    y: {domain: rows.map(({name}) => name), axis: null, padding: 0},
    marks: [
      Plot.barX(holes, {x1: 0, x2: top * 0.45, y: "name", fill: hole, stroke: muted, ...inset}),
      text(holes, {x: 0, y: "name", text: "gap", textAnchor: "start", dx: 10, dy: small ? (label.head + below) / 2 - 4 : 0}),
      Plot.barX(drawn, {x1: "x1", x2: "x2", y: "name", fill: ({piece}: Drawn) => piece.fill, stroke: paper, strokeWidth: 1.5, ...inset}),
      text(
        drawn.filter((each) => (each.x2 - each.x1) * unitsPer >= each.text.length * 8 + 6),
        {
          x: ({x1, x2}: Drawn) => (x1 + x2) / 2,
          y: "name",
          text: "text",
          dy: small ? (label.head + below) / 2 - 4 : 0,
          fill: ({piece}: Drawn) => piece.on,
          fontWeight: 500,
          fontVariant: "tabular-nums",
        },
      ),
      text(rows, {
        frameAnchor: "left",
        y: "name",
        text: (row: Stack) => label.text.get(row.name)!,
        textAnchor: "start",
        dx: small ? -2 : -left,
        dy: small ? label.head / 2 - (label.step + below) / 2 : 0,
        lineHeight: 1.15,
      }),
      ...(notes
        ? [
            text(
              rows,
              small
                ? {
                    frameAnchor: "left",
                    y: "name",
                    text: (row: Stack) => row.note ?? "",
                    textAnchor: "start",
                    dx: -2,
                    dy: label.head + 8 - (label.step + below) / 2,
                    fill: muted,
                  }
                : {x: share ? 1 : totalOf, y: "name", text: (row: Stack) => row.note ?? "", textAnchor: "start", dx: 8, fill: muted},
            ),
          ]
        : []),
    ],
  });
};
