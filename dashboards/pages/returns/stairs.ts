import {deadline} from "../../../schemas/parameters.ts";
import type {HalfYear} from "../../../schemas/half-year.ts";
import {printDate, printHalfYear, printHalfYearShort} from "../../../schemas/units.ts";
import {type Arrivals, arrivals, type Step} from "../../charts/arrivals.ts";
import {halfYearBefore} from "../../data/matched.ts";
import {dateAfter, daysAfter, returnsOf} from "../../data/returns.ts";
import type {Products, View} from "../../data/view.ts";
import {figure} from "../../parts/figure.ts";
import type {Part} from "../../parts/part.ts";
import {firstTrue} from "../../words/sentences.ts";

/** Days on which the first accepted file of each body came. */
const daysOf = (products: Products, halfYear: HalfYear): number[] =>
  returnsOf(products, halfYear)
    .flatMap(({first}) => (first === null ? [] : [Math.max(0, daysAfter(halfYear, first))]))
    .toSorted((a, b) => a - b);
const stepsOf = (days: readonly number[]): Step[] => [
  {day: 0, count: 0},
  ...[...new Set(days)].map((day) => ({day, count: days.filter((each) => each <= day).length})),
];
/** How many bodies were in time: with their first accepted file where its day is known, else as the register says. */
export const inTime = (products: Products, halfYear: HalfYear): number =>
  returnsOf(products, halfYear).filter(({state, first, deadline: due}) => (first === null || due === null ? state === "in-time" : first.slice(0, 10) <= due))
    .length;

/** Arrivals added up against the deadline, the half-year before on the same days. */
export const stairs = (view: View): Part => {
  const {halfYear} = view.edition;
  const before = halfYearBefore(view);
  const days = daysOf(view, halfYear);
  const last = deadline(halfYear);
  const [now, then] = [inTime(view, halfYear), before === undefined ? undefined : inTime(view, before)];
  const line = (of: HalfYear, colour: string, strokeWidth: number): Arrivals => ({
    name: printHalfYearShort(of),
    steps: stepsOf(daysOf(view, of)),
    colour,
    strokeWidth,
  });
  const lines = [...(before === undefined ? [] : [line(before, "var(--muted)", 2)]), line(halfYear, "var(--c1)", 2.5)];
  const late = days.length - now;
  return figure(view, {
    id: "eingang",
    page: "ruecklauf",
    of: "returns.fristgerecht_count",
    title: firstTrue(
      [
        [then !== undefined && now > then, "Bis zur Frist kamen mehr Meldungen als im Vorhalbjahr"],
        [then !== undefined && now < then, "Bis zur Frist kamen weniger Meldungen als im Vorhalbjahr"],
      ],
      `${now} von ${view.edition.due} Meldungen kamen bis zur Frist`,
    ),
    sub: `Erste angenommene Meldung je Stelle seit Ende des Halbjahres, aufaddiert.${before === undefined ? "" : " Das Vorhalbjahr ist auf dieselben Tage gelegt."}`,
    draw: (width) =>
      arrivals(width, lines, {
        deadline: daysAfter(halfYear, last),
        deadlineText: `Frist ${printDate(last).slice(0, 6)}`,
        of: view.edition.due,
        dayText: (day) => printDate(dateAfter(halfYear, day)).slice(0, 6),
      }),
    finding: `${now} von ${view.edition.due} bis zur Frist am ${printDate(last)}${late > 0 ? `, ${late} danach` : ""}.${then === undefined ? "" : ` Im ${printHalfYear(before!)} waren es ${then} bis zur Frist.`}`,
    source: "Eingangsregister",
    covered: {bodies: view.edition.counted, due: view.edition.due},
    data: {
      head: ["Tag", `eingegangen ${printHalfYearShort(halfYear)}`],
      rows: stepsOf(days).map(({day, count}) => [printDate(dateAfter(halfYear, day)), String(count)]),
    },
  });
};
