import * as Plot from "@observablehq/plot";
import {canvas, isWide} from "./base/canvas.ts";
import {ink, muted, text} from "./base/ink.ts";

/** A body as a tile: its short label, place in the grid, class 1 to 5 or the sign and word of a gap. */
export type Tile = {
  readonly name: string;
  readonly label: string;
  readonly row: number;
  readonly col: number;
  readonly text: string;
  readonly level: number | null;
  readonly word?: string;
};

const title = ({name, text: value, level, word}: Tile) => `${name}: ${level === null ? word : value}`;
/** Lies roughly as on the map, every body equally large; a gap is an empty dashed tile with its sign. */
export const tileMap = (width: number, tiles: readonly Tile[]) => {
  const large = isWide(width);
  const known = tiles.filter(({level}) => level !== null);
  const holes = tiles.filter(({level}) => level === null);
  const box = {x1: "col", x2: ({col}: Tile) => col + 1, y1: "row", y2: ({row}: Tile) => row + 1, title} as const;
  const middle = {x: ({col}: Tile) => col + 0.5, y: ({row}: Tile) => row + 0.5} as const;
  const name = {...middle, text: "label", fontWeight: 600, fontSize: large ? 15 : 12} as const;
  const on = ({level}: Tile) => `var(--on-seq${level})`;
  const inset = large ? 2 : 1;
  return canvas(width, large ? 500 : (width / 10) * 9, {
    margin: 0,
    marginTop: 0,
    marginRight: 0,
    marginBottom: 0,
    marginLeft: 0,
    x: {domain: [0, 10], axis: null},
    y: {domain: [9, 0], axis: null},
    marks: [
      Plot.rect(known, {...box, inset, fill: ({level}: Tile) => `var(--seq${level})`, stroke: "var(--tile-edge)", strokeWidth: 0.75}),
      Plot.rect(holes, {...box, inset: inset + 1, fill: "none", stroke: muted, strokeWidth: 1.5, strokeDasharray: "4 3"}),
      text(known, {...name, fill: on, dy: large ? -8 : 0}),
      text(holes, {...name, fill: ink, dy: large ? -8 : -4}),
      ...(large ? [text(known, {...middle, text: "text", fill: on, dy: 10})] : []),
      text(holes, {...middle, text: "text", fill: ink, dy: large ? 9 : 7}),
    ],
  });
};
