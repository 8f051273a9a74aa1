import {printDate, printHalfYear} from "../../schemas/units.ts";
import type {View} from "../data/view.ts";
import {releaseText, watermark} from "../words/audience.ts";
import {coverageSentence, coverageText, editionLine, stateWord, syntheticNote} from "../words/edition.ts";
import {href, type PageName} from "./href.ts";
import {type Html, html, trusted} from "./html.ts";
import {menu, onSite, returnsTitle, steps} from "./menu.ts";
import {joined, type Part, part, type SiteFile} from "./part.ts";
import {protectionNote, watermarkBand} from "./protection.ts";

export type PageFrame = {
  readonly name: PageName;
  readonly title: string;
  readonly lead: string;
  /** Pages above this one, by name; links where there are any. */
  readonly trail?: readonly (readonly [name: string, to?: string])[];
  readonly kicker?: string;
  readonly state?: Html;
  readonly content: readonly (Part | false | undefined)[];
};

/** Said under the lead while returns can still come. */
export const provisionalNote = (view: View): Html =>
  view.edition.provisional
    ? html`<p class="note"><b>Vorläufig.</b> ${coverageSentence(view)} Veränderungen vergleichen nur Stellen, die in beiden Halbjahren gemeldet haben.</p>`
    : html`<p class="note note-final"><b>Endgültig.</b> ${coverageSentence(view)} Veränderungen vergleichen nur Stellen, die in beiden Halbjahren gemeldet haben.</p>`;

/** On every printed sheet: the state of the data below, for whom it is above. */
const printFoot = (view: View): Html => {
  const font = 'font: 8pt "Fira Sans", sans-serif;';
  const mark = watermark(view);
  const above = mark === null ? "" : ` @top-left { content: "${mark}"; ${font} }`;
  return trusted(`<style media="print">@page { @bottom-left { content: "${editionLine(view.edition)}"; ${font} }${above} }</style>`);
};
const head = (view: View, {title, lead}: PageFrame): Html => {
  const {root, halfYear} = view.edition;
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · KIM in Zahlen · ${printHalfYear(halfYear)}</title>
<meta name="description" content="${lead}">
<link rel="stylesheet" href="${root}assets/kern.css">
${["tokens", "site", "charts"].map((name) => html`<link rel="stylesheet" href="${root}assets/${name}.css">\n`)}<link rel="stylesheet" href="${root}assets/print.css" media="print">
${printFoot(view)}`;
};
const top = (view: View, name: PageName): Html => html`<a class="skip" href="#inhalt">Zum Inhalt springen</a>
<header class="top">
${watermarkBand(view)}<div class="wrap top-line"><p class="product"><a href="${href(view, "index")}"><b>KIM in Zahlen</b> <span>Kommunales Integrationsmanagement NRW</span></a></p><p class="edition"><span>Datenstand ${printDate(view.edition.dataState)}</span> <b class="${view.edition.provisional ? "provisional" : "final"}">${stateWord(view.edition)}</b>${view.edition.synthetic && html` <strong class="synthetic">${syntheticNote}</strong>`}</p></div>
${menu(view, name)}
</header>`;
const trail = (view: View, {name, title, trail: above = []}: PageFrame): Html => {
  const way: readonly (readonly [string, string?])[] = name === "index" ? [] : [["Überblick", href(view, "index")], ...above];
  return html`<div class="wrap trail"><nav aria-label="Sie sind hier"><ol>${way.map(([label, to]) => html`<li>${to === undefined ? label : html`<a href="${to}">${label}</a>`}</li>`)}<li><span aria-current="page">${title}</span></li></ol></nav>${steps(view, name)}</div>`;
};
const foot = (view: View): Html => {
  const {edition} = view;
  const list = (items: readonly (readonly [string, PageName])[]) =>
    html`<ul>${onSite(view, items).map(([label, to]) => html`<li><a href="${href(view, to)}">${label}</a></li>`)}</ul>`;
  return html`<footer class="foot">${protectionNote(view)}<div class="wrap foot-cols">
<div><p class="group">Datenstand</p><p>${printHalfYear(edition.halfYear)}, ${stateWord(edition)}. Datenstand ${printDate(edition.dataState)}. ${coverageText(edition)} haben gemeldet.${edition.asOf !== null && ` Gezeigt wird, was bis zum ${printDate(edition.asOf)} eingegangen war.`}${edition.synthetic && html` <b>${syntheticNote}.</b>`}</p></div>
<div><p class="group">Mitnehmen</p>${list([
    ["Alle Daten (CSV, Parquet)", "daten"],
    ["Methodik und Definitionen", "methodik"],
    ["Lücken und Zeichen", "luecken"],
  ])}</div>
<div><p class="group">Hilfe</p>${list([
    ["Barrierefreiheit", "barrierefreiheit"],
    [returnsTitle(view), "ruecklauf"],
  ])}</div>
<div><p class="group">Rechtliches</p>${list([["Impressum und Datenschutz", "impressum"]])}<p>${releaseText(view)} Bevölkerung: IT.NRW, dl-de/by-2-0.</p></div>
</div></footer>`;
};
/** A number and its unit never part at the end of a line. */
const kept = (markup: string) => markup.replace(/(\d) (%|€|Mio\.|Tsd\.|Punkte|Prozent)/g, "$1\u00a0$2");

/** A whole page with the files of its charts. */
export const page = (view: View, frame: PageFrame): SiteFile[] => {
  const {name, title, lead, kicker, state, content} = frame;
  const main = joined([
    part(
      html`<div class="page-head">${kicker !== undefined && html`<p class="kicker">${kicker}</p>`}<h1>${title}</h1><p class="lead">${lead}</p>${state}</div>\n`,
    ),
    ...content,
  ]);
  const markup = html`<!doctype html>
<html lang="de">
<head>
${head(view, frame)}
</head>
<body>
${top(view, name)}
${trail(view, frame)}
<main id="inhalt" class="wrap">
${main.markup}
</main>
${foot(view)}
</body>
</html>
`;
  return [{path: `${view.edition.folder}${name}.html`, content: kept(markup.html)}, ...main.files];
};
