import {fieldOf, fields} from "../../../schemas/fields/registry.ts";
import type {FigureDeclaration} from "../../../schemas/measures.ts";
import type {TableDeclaration} from "../../../schemas/tables/table.ts";
import {anchor} from "../../parts/href.ts";
import {type Html, html} from "../../parts/html.ts";
import {type Part, part} from "../../parts/part.ts";
import {listed} from "../../words/sentences.ts";
import {sourceOf} from "../../words/source.ts";

/** Along what a figure may be summed up, in words. */
export const additivity = ({name, additive, time, measure}: FigureDeclaration): string => {
  if (measure.kind === "rate") return "nein; Zähler und Nenner werden getrennt summiert";
  if (measure.kind === "class-median") return "nein; je Ebene aus den Klassen geschätzt";
  const overTime = Object.hasOwn(fields, name) ? fieldOf(name).additive.halfYears : time === "flow";
  const along = [...(additive ? ["Stellen"] : []), ...(overTime ? ["Halbjahre"] : [])];
  return along.length === 0 ? "nein" : `über ${listed(along)}`;
};
/** The sources of a form field stand beside its definition. */
const basisOf = ({name}: FigureDeclaration) => (Object.hasOwn(fields, name) ? fieldOf(name).source : "V");
const row = (table: TableDeclaration, figure: FigureDeclaration): Html =>
  html`<tr id="${anchor(`${table.name}.${figure.name}`)}"><th scope="row">${figure.label}<br><code>${figure.name}</code></th><td>${figure.definition}</td><td>${figure.unit}</td><td>${figure.time === "stock" ? "Bestand am Stichtag" : "im Halbjahr"}</td><td>${additivity(figure)}</td><td>${sourceOf(table, figure)} <span class="basis">(${basisOf(figure)})</span></td></tr>\n`;

const levels = {body: "Stelle", unit: "Gebietseinheit", district: "Regierungsbezirk", state: "Land"} as const;
const head = ["Kennzahl", "Definition", "Einheit", "Zeit", "addierbar", "Quelle"];
const tableMarkup = (
  table: TableDeclaration,
): Html => html`<section class="method" id="${table.name}"><h3>${table.title}</h3><p>${table.description} <span class="basis">Ebenen: ${listed(table.levels.map((level) => levels[level]))}. ${table.dimensions.length > 0 && `Gegliedert nach: ${listed(table.dimensions.map(({label}) => label))}. `}Datei: <code>${table.name}</code>.</span></p>${
  table.figures.length > 0 &&
  html`<div class="scroll" role="region" aria-label="Kennzahlen ${table.title}" tabindex="0"><table class="kern-table kern-table--small data words"><caption class="kern-sr-only">Kennzahlen: ${table.title}</caption><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${table.figures.map((figure) => row(table, figure))}</tbody></table></div>`
}</section>
`;
/** Every figure of every product of the audience, in the order of the form. */
export const figures = (tables: readonly TableDeclaration[]): Part => part(html`${tables.map(tableMarkup)}`);
