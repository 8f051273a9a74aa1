import {hasTable} from "../data/products/given.ts";
import {bodies, type Body, districts, spokenName} from "../../schemas/codes/bodies.ts";
import {printHalfYear, printHalfYearShort} from "../../schemas/units.ts";
import type {Period} from "../data/edition.ts";
import type {Products, View} from "../data/view.ts";
import {href, hasPage, isHalfYearPage, type PageName, bodyHref} from "./href.ts";
import {type Html, html} from "./html.ts";

const main: readonly Named[] = [
  ["Überblick", "index"],
  ["Fallzahlen", "fallzahlen"],
  ["Themen", "themen"],
  ["Herkunft", "herkunft"],
  ["Personal", "personal"],
  ["Rücklauf", "ruecklauf"],
];
type Named = readonly [label: string, page: PageName];
/** Without the list of findings the page is about who has reported. */
export const returnsTitle = (products: Products) => (hasTable(products, "findings_by_rule") ? "Rücklauf und Datenqualität" : "Rücklauf");
/** Every page but those of single bodies, in groups. */
const groups = (view: View): (readonly [string, readonly Named[]])[] => [
  [
    "Zahlen",
    [
      ["Überblick", "index"],
      ["Fallzahlen", "fallzahlen"],
      ["Themen, Zugang, Systemlücken", "themen"],
      ["Herkunft und Aufenthalt", "herkunft"],
      ["Personal und Mittel", "personal"],
    ],
  ],
  ["Stellen", [["Alle 54 Stellen", "stellen"]]],
  [
    "Daten",
    [
      [returnsTitle(view), "ruecklauf"],
      ["Alle Daten", "daten"],
      ["Methodik", "methodik"],
      ["Lücken und Zeichen", "luecken"],
    ],
  ],
  [
    "Über diese Seiten",
    [
      ["Barrierefreiheit", "barrierefreiheit"],
      ["Impressum und Datenschutz", "impressum"],
    ],
  ],
];
/** Those of some pages that the site has. */
export const onSite = (products: Products, pages: readonly Named[]): Named[] =>
  pages
    .filter(([, page]) => hasPage(products, page))
    .map(([label, page]) => (page === "index" && products.owner !== null ? ["Eigene Zahlen", page] : [label, page]));

/** Bodies of a district as people look for them: by spoken name. */
export const bodiesOf = (district: string): Body[] =>
  bodies.filter((body) => body.district === district).toSorted((a, b) => spokenName(a).localeCompare(spokenName(b), "de"));
export const districtId = (district: string) => district.toLowerCase().replace("ö", "oe").replace("ü", "ue");

const link = (name: string, to: string, current: boolean): Html => html`<a href="${to}"${current && html` aria-current="page"`}>${name}</a>`;
/** The same page in another half-year, or its Überblick. */
const inHalfYear = ({edition}: View, page: PageName, period: Period): string => {
  const newest = period === edition.all.at(-1);
  if (!isHalfYearPage(page) && newest) return `${page}.html`;
  return `${edition.root}${newest ? "" : `${period.halfYear}/`}${isHalfYearPage(page) ? page : "index"}.html`;
};

const pagesPanel = (view: View, page: PageName): Html =>
  html`<details name="menu"><summary>Alle Seiten</summary><div class="panel cols">${groups(view)
    .map(([name, items]) => [name, onSite(view, items)] as const)
    .filter(([, items]) => items.length > 0)
    .map(
      ([name, items]) =>
        html`<div><p class="group">${name}</p><ul>${items.map(([label, to]) => html`<li>${link(label, href(view, to), to === page)}</li>`)}</ul></div>`,
    )}</div></details>`;
const bodiesPanel = (view: View, page: PageName): Html =>
  html`<details name="menu"><summary>Stellen</summary><div class="panel cols">${districts.map((district) => html`<div><p class="group"><a href="${href(view, "stellen")}#${districtId(district)}">Regierungsbezirk ${district}</a></p><ul>${bodiesOf(district).map((body) => html`<li>${link(spokenName(body), bodyHref(view, body), page === `stelle-${body.key}`)}</li>`)}</ul></div>`)}</div></details>`;
const timePanel = (view: View, page: PageName): Html =>
  html`<details name="menu" class="menu-time"><summary><span class="kern-sr-only">Halbjahr wählen, gezeigt: </span>${printHalfYearShort(view.edition.halfYear)}</summary><div class="panel"><ul class="times">${view.edition.all.toReversed().map((period) => html`<li><a href="${inHalfYear(view, page, period)}"${period.halfYear === view.edition.halfYear && html` aria-current="true"`}>${printHalfYear(period.halfYear)}${period.provisional && " (vorläufig)"}</a></li>`)}</ul></div></details>`;

/** Main navigation without script: links and one details for each panel. */
export const menu = (view: View, page: PageName): Html => html`<nav class="wrap menu" aria-label="Hauptnavigation">
<ul class="menu-main">${onSite(view, main).map(([name, to]) => html`<li>${link(name, href(view, to), to === page)}</li>`)}</ul>
${pagesPanel(view, page)}
${hasPage(view, "stellen") && bodiesPanel(view, page)}
${view.edition.all.length > 1 && timePanel(view, page)}
</nav>`;

/** One half-year back and forth, where the page has one. */
export const steps = (view: View, page: PageName): Html => {
  const {edition} = view;
  const at = edition.all.findIndex(({halfYear}) => halfYear === edition.halfYear);
  const step = (period: Period | undefined, rel: string, before: string, after: string) =>
    period !== undefined &&
    isHalfYearPage(page) &&
    html`<a href="${inHalfYear(view, page, period)}" rel="${rel}"><span aria-hidden="true">${before}</span>${printHalfYearShort(period.halfYear)}<span aria-hidden="true">${after}</span></a> `;
  return html`<nav class="step" aria-label="Halbjahr blättern">${step(edition.all[at - 1], "prev", "‹ ", "")}<span aria-current="true">${printHalfYearShort(edition.halfYear)}</span> ${step(edition.all[at + 1], "next", "", " ›")}</nav>`;
};
