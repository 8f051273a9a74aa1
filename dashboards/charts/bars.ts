import * as Plot from "@observablehq/plot";
import {referenceInk} from "./base/axes.ts";
import {canvas, isWide} from "./base/canvas.ts";
import {halo, hole, ink, muted, signWidth, text, wrapped} from "./base/ink.ts";
import type {Bar} from "./base/point.ts";

/** A dashed line, its name with the value: Land 23,4. */
export type Reference = {readonly name: string; readonly value: number};
export type BarOptions = {
  readonly reference?: Reference;
  readonly max?: number;
  /** Width of the column of names in the wide picture. */
  readonly left?: number;
};

/** Names wrapped to the room they have; all rows as high as the longest name needs. */
export const rowLabels = (width: number, names: readonly string[], left: number, bar: number) => {
  const limit = Math.floor((isWide(width) ? left - 14 : width) / signWidth);
  const labels = names.map((name) => wrapped(name, limit));
  const lines = Math.max(...labels.map(({length}) => length));
  const step = isWide(width) ? Math.max(bar, lines * 17 + 6) : bar + lines * 17 - 8;
  return {text: new Map(names.map((name, i) => [name, labels[i]!.join("\n")])), step, head: isWide(width) ? 0 : lines * 17 + 4};
};

/** Horizontal bars from 0: what is meant dark, what it is compared with grey, gaps with their word. With a reference line the values stand in a column. */
export const bars = (width: number, rows: readonly Bar[], {reference, max, left = 210}: BarOptions = {}) => {
  const small = !isWide(width);
  const label = rowLabels(
    width,
    rows.map(({name}) => name),
    left,
    small ? 42 : 30,
  );
  const known = rows.filter(({value}) => value !== null);
  const holes = rows.filter(({value}) => value === null);
  const [withheld, missing] = [holes.filter((row) => row.withheld), holes.filter((row) => row.gap === "nicht gemeldet")];
  const mixed = rows.some(({strong}) => strong) && rows.some(({strong}) => !strong);
  const isStrong = (row: Bar) => !mixed || row.strong === true;
  const longest = Math.max(3, ...known.map((row) => row.text.length));
  const top = max ?? (Math.max(...known.map(({value}) => value!), reference?.value ?? 0) || 1);
  const outline = {x1: 0, x2: top * 0.45, y: "name", stroke: muted} as const;
  const inset = {insetTop: small ? label.head : (label.step - 22) / 2, insetBottom: small ? 6 : (label.step - 22) / 2};
  const marginRight = Math.max(small ? 56 : 84, longest * 8 + 14);
  const values = {y: "name", text: "text", dy: small ? label.head / 2 - 3 : 0, fontVariant: "tabular-nums"} as const;
  const valueText = (some: readonly Bar[], strong: boolean) =>
    reference === undefined
      ? text(some, {...values, x: "value", textAnchor: "start", dx: 6, fontWeight: strong ? 600 : 400})
      : text(some, {...values, frameAnchor: "right", textAnchor: "end", dx: marginRight - 4, fontWeight: strong ? 600 : 400});
  const names = {
    frameAnchor: "left",
    y: "name",
    text: (row: Bar) => label.text.get(row.name)!,
    textAnchor: "start",
    dx: small ? -2 : -left,
    dy: small ? label.head / 2 - label.step / 2 : 0,
    lineHeight: 1.15,
  } as const;
  return canvas(width, rows.length * label.step + (reference === undefined ? 16 : 40), {
    marginLeft: small ? 2 : left,
    marginRight,
    marginTop: reference === undefined ? 6 : 30,
    marginBottom: 8,
    x: {domain: [0, top], axis: null},
    y: {domain: rows.map(({name}) => name), axis: null, padding: 0},
    marks: [
      Plot.barX(known, {x: "value", y: "name", fill: (row: Bar) => (isStrong(row) ? "var(--c1)" : "var(--quiet)"), ...inset}),
      Plot.barX(withheld, {...outline, fill: hole, ...inset}),
      Plot.barX(missing, {...outline, fill: "none", strokeDasharray: "4 3", ...inset}),
      text(holes, {x: 0, y: "name", text: (row: Bar) => `${row.withheld ? ". " : ""}${row.gap}`, textAnchor: "start", dx: 10, dy: values.dy}),
      Plot.tickX(
        known.filter(({value}) => value === 0),
        {x: "value", y: "name", stroke: ink, strokeWidth: 1.5, ...inset},
      ),
      ...[true, false].map((strong) =>
        valueText(
          known.filter((row) => isStrong(row) === strong),
          strong,
        ),
      ),
      ...[true, false].map((strong) =>
        text(
          rows.filter((row) => (mixed && isStrong(row)) === strong),
          {...names, fontWeight: strong ? 600 : 400},
        ),
      ),
      ...(reference === undefined
        ? small
          ? []
          : [Plot.ruleX([0], {stroke: ink})]
        : [
            Plot.ruleX([reference.value], referenceInk),
            text([reference], {x: "value", frameAnchor: "top", dy: -18, text: "name", textAnchor: "middle", ...halo}),
          ]),
    ],
  });
};
