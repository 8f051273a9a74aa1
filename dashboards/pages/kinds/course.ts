import {printHalfYear} from "../../../schemas/units.ts";
import {line} from "../../charts/line.ts";
import type {LineOptions} from "../../charts/line.ts";
import {multiples} from "../../charts/multiples.ts";
import {isWide} from "../../charts/base/canvas.ts";
import type {Line} from "../../charts/base/point.ts";
import type {Shown} from "../../data/shown.ts";
import type {View} from "../../data/view.ts";
import {figure, type FigureFrame} from "../../parts/figure.ts";
import type {Data} from "../../parts/table.ts";
import type {Part} from "../../parts/part.ts";
import {lineOf} from "../../words/points.ts";

/** A named series of a figure over the half-years. */
export type Course = {readonly name: string; readonly series: readonly Shown[]; readonly colour?: string};
type Frame = Omit<FigureFrame, "data" | "draw" | "covered"> & {readonly covered?: FigureFrame["covered"]};

const halfYearText = ({halfYear, provisional}: Shown) => `${printHalfYear(halfYear)}${provisional ? " (p)" : ""}`;
/** Half-years as rows; with more than one body in them, how many. */
export const courseTable = (courses: readonly Course[], counted = true): Data => {
  const first = courses[0]!.series;
  return {
    head: ["Halbjahr", ...courses.map(({name}) => name), ...(counted ? ["Meldungen"] : [])],
    rows: first.map((shown, i) => [halfYearText(shown), ...courses.map(({series}) => series[i]!), ...(counted ? [`${shown.bodies} von ${shown.due}`] : [])]),
  };
};
const lineFor = ({name, series, colour}: Course, only: boolean): Line => lineOf(only ? (series.at(-1)!.provisional ? "vorläufig" : "") : name, series, colour);

/** Lines over the half-years; more than two become small multiples where there is little room. */
export const course = (view: View, frame: Frame, courses: readonly Course[], options: LineOptions = {}): Part => {
  const last = courses[0]!.series.at(-1)!;
  const lines = courses.map((each) => lineFor(each, courses.length === 1));
  const counted = last.level !== "body";
  const drawn = (width: number) =>
    isWide(width) || lines.length < 3 ? line(width, lines, {...options, ...(counted ? {coverageOf: last.due} : {})}) : multiples(width, lines, options);
  return figure(view, {covered: last, ...frame, draw: drawn, data: courseTable(courses, counted)});
};
