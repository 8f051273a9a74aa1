import * as Plot from "@observablehq/plot";

/** Colours are CSS variables, never literals: tokens.css holds their values for light, dark and forced colours. */
export const ink = "var(--ink)";
export const muted = "var(--muted)";
export const paper = "var(--paper)";
export const gridInk = "var(--grid)";
export const hole = "var(--hole)";
/** Keeps text readable on lines and bands. */
export const halo = {stroke: paper, strokeWidth: 5, paintOrder: "stroke"} as const;

/** Text in full ink unless told otherwise. */
export const text = <T>(data: readonly T[], options: Plot.TextOptions) => Plot.text(data as T[], {fill: ink, ...options});

/** At most so many signs a line, broken between words and after slashes. */
export const wrapped = (words: string, limit: number): string[] =>
  words
    .split(/(?<=[ /])/)
    .reduce<string[]>((lines, piece) => {
      const last = lines.at(-1);
      return last !== undefined && (last + piece).trimEnd().length <= limit ? [...lines.slice(0, -1), last + piece] : [...lines, piece];
    }, [])
    .map((line) => line.trimEnd());

/** Average width of a sign of Fira Sans at 14 units, on the safe side. */
export const signWidth = 7.4;
