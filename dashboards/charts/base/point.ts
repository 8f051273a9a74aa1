/** One place on a line: size for drawing, text as printed, or the word of a gap. `code` is a half-year. */
export type Point = {
  readonly code: string;
  readonly value: number | null;
  readonly text: string;
  readonly gap: string | null;
  readonly provisional: boolean;
  /** How many bodies are in it, printed under the axis where wanted. */
  readonly coverage: number;
};
/** A series with its name and colour (a CSS variable). */
export type Line = {readonly name: string; readonly points: readonly Point[]; readonly colour: string};

/** One bar, dot row or stack. `gap` is the word of a missing value; `withheld` is drawn as a grey field. */
export type Bar = {
  readonly name: string;
  readonly value: number | null;
  readonly text: string;
  readonly gap: string | null;
  readonly withheld?: boolean;
  readonly strong?: boolean;
};
