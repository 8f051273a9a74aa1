import * as Plot from "@observablehq/plot";
import {referenceInk, valueAxis} from "./base/axes.ts";
import {canvas, isWide} from "./base/canvas.ts";
import {gridInk, halo, muted, text} from "./base/ink.ts";

export type Step = {readonly day: number; readonly count: number};
/** Arrivals added up over the days since the end of the half-year. */
export type Arrivals = {readonly name: string; readonly steps: readonly Step[]; readonly colour: string; readonly strokeWidth: number};
export type ArrivalOptions = {readonly deadline: number; readonly deadlineText: string; readonly of: number; readonly dayText: (day: number) => string};

/** Stairs of arrivals against the deadline. */
export const arrivals = (width: number, lines: readonly Arrivals[], {deadline, deadlineText, of, dayText}: ArrivalOptions) => {
  const large = isWide(width);
  const end = Math.max(deadline + 5, ...lines.flatMap(({steps}) => steps.map(({day}) => day)));
  const days = Array.from({length: Math.floor(end / (large ? 10 : 20)) + 1}, (_, i) => i * (large ? 10 : 20));
  const ends = lines.map((each) => ({...each, last: each.steps.at(-1)!}));
  const high = lines.length > 1 && ends[0]!.last.count >= ends[1]!.last.count ? 0 : 1;
  return canvas(width, large ? 320 : 280, {
    marginRight: large ? 140 : 16,
    marginTop: 34,
    x: {domain: [0, end]},
    y: {domain: [0, of + 3]},
    marks: [
      ...valueAxis([0, of / 3, (2 * of) / 3, of]),
      Plot.ruleX([deadline], referenceInk),
      text([deadlineText], {
        x: () => deadline,
        frameAnchor: "top",
        dy: -18,
        text: (words: string) => words,
        textAnchor: large ? "middle" : "end",
        fontWeight: 600,
      }),
      ...lines.map(({steps, colour, strokeWidth}) =>
        Plot.line([...steps, {day: end, count: steps.at(-1)!.count}], {x: "day", y: "count", stroke: colour, strokeWidth, curve: "step-after"}),
      ),
      Plot.axisX(days, {tickFormat: dayText, label: null, tickSize: 4, fill: muted, stroke: gridInk}),
      ...ends.map(({name, colour, last}, i) => {
        const look = {text: () => `${name}: ${last.count}`, fill: colour, fontWeight: 600, ...halo};
        return large
          ? text([last], {...look, x: () => end, y: "count", textAnchor: "start", dx: 8, dy: i === high ? -10 : 10})
          : text([last], {...look, frameAnchor: "bottom-right", dx: 8, dy: -38 + 20 * i});
      }),
    ],
  });
};
