import {printHalfYearShort} from "../../schemas/units.ts";
import {spark} from "../charts/spark.ts";
import {sparkPicture} from "../charts/base/picture.ts";
import type {Shown} from "../data/shown.ts";
import {exact, signOf, wordOf} from "../words/numbers.ts";
import {pointsOf} from "../words/points.ts";
import {gapMarkup, placeMarkup} from "./cell.ts";
import {coverage} from "./coverage.ts";
import {type Html, html, trusted} from "./html.ts";
import {type Part, part} from "./part.ts";

/** Name, value, change since (same bodies) or comparison, course, one sentence, coverage. */
export type KeyFigure = {
  readonly name: string;
  readonly href?: string;
  readonly series: readonly Shown[];
  readonly delta: Html | string;
  readonly say: string;
  /** Bodies in it; left out on the page of one body. */
  readonly covered?: boolean;
};

const valueText = (shown: Shown): Html => {
  if (shown.status !== "known") return html`${gapMarkup(signOf(shown), wordOf(shown))}`;
  const [number, sign] = exact(shown).split(" ");
  return html`${number}${sign !== undefined && html`<small> ${sign}</small>`}`;
};
const keyFigure = ({name, href, series, delta, say, covered = true}: KeyFigure): Html => {
  const last = series.at(-1)!;
  const course = sparkPicture(spark(pointsOf(series)), `Verlauf ${name}, ${printHalfYearShort(series[0]!.halfYear)} bis ${printHalfYearShort(last.halfYear)}`);
  return html`<section class="kpi"><h2>${href === undefined ? name : html`<a href="${href}">${name}</a>`}</h2><p class="value"${placeMarkup(last)}>${valueText(last)}</p><p class="delta">${delta}</p>${trusted(course)}<p class="say">${say}</p>${covered && coverage(last.bodies, last.due)}</section>`;
};
/** The five figures at the top of a page. */
export const keyFigures = (figures: readonly KeyFigure[]): Part => part(html`<div class="kpis">${figures.map(keyFigure)}</div>\n`);
