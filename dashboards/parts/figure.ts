import type {Draw} from "../charts/base/canvas.ts";
import {picture} from "../charts/base/picture.ts";
import {type Key, standalone} from "../charts/base/standalone.ts";
import {declaredFigure, type FigurePath} from "../data/shown.ts";
import type {View} from "../data/view.ts";
import {carriedNotes} from "../words/audience.ts";
import {editionLine, stateText} from "../words/edition.ts";
import {sourceOf} from "../words/source.ts";
import {colourKey} from "./colours.ts";
import {coverage} from "./coverage.ts";
import {definitionHref} from "./href.ts";
import {type Html, html, trusted} from "./html.ts";
import type {Part} from "./part.ts";
import {type Data, csv, table} from "./table.ts";

/** A chart with everything that belongs to it. `of` is the figure it shows: source and definition follow from its declaration. */
export type FigureFrame = {
  /** Unique on the page; names the files together with `page`. */
  readonly id: string;
  readonly page: string;
  readonly of: FigurePath;
  /** What one sees: computed, true, or neutral. */
  readonly title: string;
  readonly sub: string;
  readonly finding: string;
  readonly read?: string;
  /** A drawn chart, or markup of its own (boards, heat tables). */
  readonly draw?: Draw;
  readonly body?: Html;
  readonly keys?: readonly Key[];
  readonly data: Data;
  /** Bodies in it, or other words. */
  readonly covered: {readonly bodies: number; readonly due: number} | string;
  readonly source?: string;
  readonly level?: 2 | 3;
  readonly kind?: "fig-map" | "fig-full";
  /** A table of its own needs no second one below. */
  readonly withoutTable?: boolean;
};

const facts = (view: View, {covered}: FigureFrame, source: string): Html =>
  html`<dl class="facts"><div><dt>Meldungen</dt><dd>${typeof covered === "string" ? covered : coverage(covered.bodies, covered.due)}</dd></div><div><dt>Stand</dt><dd>${stateText(view.edition)}</dd></div><div><dt>Quelle</dt><dd>${source}</dd></div></dl>`;
const hidden = (words: string): Html => html`<span class="kern-sr-only">${words}</span>`;
const takeaways = (view: View, {id, page, of, title, draw}: FigureFrame): Html =>
  html`<ul class="take"><li><a href="csv/${page}-${id}.csv" download>CSV${hidden(`: ${title}`)}</a></li>${draw !== undefined && html`<li><a href="svg/${page}-${id}.svg" download>SVG${hidden(`: ${title}`)}</a></li>`}<li><a href="#${id}">Link${hidden(` zu: ${title}`)}</a></li><li><a href="${definitionHref(view, of)}">Definition${hidden(` zu: ${title}`)}</a></li></ul>`;

const downloads = (view: View, frame: FigureFrame, source: string): Part["files"] => {
  const {id, page, title, sub, draw, keys = [], data} = frame;
  const lines = [`Quelle: ${source}`, editionLine(view.edition), ...carriedNotes(view)];
  const path = (folder: string) => `${view.edition.folder}${folder}/${page}-${id}.${folder}`;
  const svg = draw === undefined ? [] : [{path: path("svg"), content: standalone(draw, {title, sub, source: lines, keys})}];
  return [{path: path("csv"), content: csv(data, [title, sub, ...lines])}, ...svg];
};

export const figure = (view: View, frame: FigureFrame): Part => {
  const {id, of, title, sub, finding, read, draw, body, keys = [], data, level = 2, kind = "", withoutTable = false} = frame;
  const source = frame.source ?? sourceOf(view.product(of.split(".")[0]!).declaration, declaredFigure(view, of));
  const heading = level === 2 ? html`<h2 class="fig-title" id="${id}-t">${title}</h2>` : html`<h3 class="fig-title" id="${id}-t">${title}</h3>`;
  const plot = draw === undefined ? body : trusted(picture(draw, `${title}. ${sub} Werte in der Tabelle darunter.`.replace(/&/g, "und")));
  const markup = html`<figure class="fig ${kind}" id="${id}" aria-labelledby="${id}-t">
<div class="fig-head">${heading}<p class="fig-sub">${sub}</p></div>
<div class="fig-plot">${colourKey(keys)}${plot}</div>
<figcaption class="fig-note"><p class="finding">${finding}</p>${read !== undefined && html`<p class="read"><b>Lesehilfe:</b> ${read}</p>`}${facts(view, frame, source)}${takeaways(view, frame)}</figcaption>
${!withoutTable && html`<details class="more"><summary>Werte als Tabelle${hidden(`: ${title}`)}</summary>${table(`${title} – ${sub}`, data)}</details>`}
</figure>
`;
  return {markup, files: downloads(view, frame, source)};
};
