import {districts} from "../../../schemas/codes/bodies.ts";
import {printRatio} from "../../../schemas/units.ts";
import {classOf} from "../../data/classes.ts";
import {districtOf, type Shown} from "../../data/shown.ts";
import {compared, isKnown, reachOf, sizeOf} from "../../data/size.ts";
import type {View} from "../../data/view.ts";
import {cellMarkup} from "../../parts/cell.ts";
import {figure} from "../../parts/figure.ts";
import {type Html, html} from "../../parts/html.ts";
import type {Part} from "../../parts/part.ts";
import {signLegend} from "../../parts/table.ts";
import {dayOf} from "../../words/edition.ts";
import {brief} from "../../words/numbers.ts";
import {firstTrue} from "../../words/sentences.ts";
import {bySize, codesOf, sharesOf, wholeOf} from "../kinds/categories.ts";

const path = "origins.n_bestand";
const edges = [4, 8, 14, 20];
type Row = {readonly label: string; readonly shares: readonly Shown[]};

const rowsOf = (view: View): Row[] => {
  const columns = districts.map((name) => new Map(sharesOf(codesOf(view, path, districtOf(name))).map(({code, shown}) => [code, shown])));
  return bySize(codesOf(view, path)).map(({code, label}) => ({label, shares: columns.map((column) => column.get(code)!)}));
};
/** Where rounding leaves no decimals to one share, none has them: a column is read at a glance. */
const isCoarse = (rows: readonly Row[]) => rows.some(({shares}) => shares.some((share) => isKnown(share) && reachOf(share) > 0.1));
const whole = ({value, den}: Shown) => `${printRatio(value!, den!, 0, 100n)} %`;
const cell = (share: Shown, coarse: boolean): Html =>
  isKnown(share)
    ? html`<td class="num h${classOf(sizeOf(share)!, edges)}">${coarse ? whole(share) : cellMarkup(share)}</td>`
    : html`<td class="num">${cellMarkup(share)}</td>`;
const tableOf = (rows: readonly Row[], caption: string): Html => {
  const coarse = isCoarse(rows);
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table class="kern-table data heat"><caption class="kern-sr-only">${caption}</caption><thead><tr><th scope="col">Herkunft</th>${districts.map((name) => html`<th scope="col" class="num">${name}</th>`)}</tr></thead><tbody>${rows.map(({label, shares}) => html`<tr><th scope="row">${label}</th>${shares.map((share) => cell(share, coarse))}</tr>`)}</tbody></table></div>${signLegend(rows.flatMap(({shares}) => shares))}`;
};
/** How far the districts are apart in a group: smallest and largest known share. */
const span = ({label, shares}: Row) => {
  const known = shares.filter(isKnown).toSorted(compared);
  const slack = known.reduce((most, each) => Math.max(most, reachOf(each)), 0);
  return {label, low: known[0], high: known.at(-1), slack, size: known.length < 2 ? 0 : sizeOf(known.at(-1)!)! - sizeOf(known[0]!)!};
};

/** Every group in every Regierungsbezirk; the table is the picture. */
export const heat = (view: View): Part => {
  const rows = rowsOf(view);
  const spans = rows.map(span).toSorted((a, b) => b.size - a.size);
  const [wide, ...others] = spans;
  // Both ends may be off, of this group and of every other.
  const widest = others.every(({size, slack}) => slack + wide!.slack === 0 || wide!.size - 2 * wide!.slack > size + 2 * slack);
  const comparable = wide?.low !== undefined && wide.high !== undefined && wide.size > 0;
  return figure(view, {
    id: "tafel",
    page: "herkunft",
    of: path,
    title: firstTrue(
      [[comparable && widest, `Am weitesten liegen die Regierungsbezirke auseinander bei: ${wide?.label}`]],
      "Herkunftsgruppen je Regierungsbezirk",
    ),
    sub: `Anteil der Herkunftsgruppe an den Fällen des Regierungsbezirks, ${dayOf(view.edition)}. Dunkler heißt mehr.`,
    body: tableOf(rows, "Anteile der Herkunftsgruppen je Regierungsbezirk in Prozent"),
    finding: comparable
      ? `${wide.label}: ${brief(wide.low!)} bis ${brief(wide.high!)} der Fälle.`
      : "Für dieses Halbjahr lassen sich die Regierungsbezirke nicht vergleichen.",
    covered: wholeOf(codesOf(view, path)),
    withoutTable: true,
    data: {head: ["Herkunft", ...districts], rows: rows.map(({label, shares}) => [label, ...shares])},
  });
};
