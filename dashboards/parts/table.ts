import {gaps, pendingSign} from "../../schemas/gaps.ts";
import type {Shown} from "../data/shown.ts";
import {signOf, wordOf} from "../words/numbers.ts";
import {type Cell, cellMarkup, cellText, figuresIn, placeMarkup} from "./cell.ts";
import {type Html, html} from "./html.ts";

/** Rows of a table; the first column names the row. `text` lists columns that are words and stand left. */
export type Data = {readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[]; readonly text?: readonly number[]};

const notes: Readonly<Record<string, string>> = {
  "keine Landessumme": "weniger als 50 von 54 Stellen haben gemeldet",
  "keine Summe": "zu wenige Stellen des Regierungsbezirks haben gemeldet",
};
const noteOf = (shown: Shown) => {
  const word = wordOf(shown);
  return notes[word] ?? (shown.pending ? "Angabe fehlt, kann noch kommen" : shown.status === "known" ? "" : gaps[shown.status].note);
};
/** One legend under a table: only the signs that occur in it. */
export const signLegend = (figures: readonly Shown[]): Html => {
  const found = new Map(figures.filter(({status}) => status !== "known").map((shown) => [`${signOf(shown)}${wordOf(shown)}`, shown]));
  const keys = [...found.values()].map(
    (shown) => html`<span class="gap-key"><b aria-hidden="true">${signOf(shown)}</b> ${wordOf(shown)}: ${noteOf(shown)}</span> `,
  );
  return keys.length === 0 ? html`` : html`<p class="signs">${keys}</p>`;
};
/** Every sign there is, for the page that explains them. */
export const allSigns: readonly {sign: string; word: string; note: string}[] = [
  {sign: pendingSign, word: "nicht gemeldet", note: "Angabe fehlt, kann noch kommen (nur in vorläufigen Halbjahren)"},
  ...Object.values(gaps),
];

const row = (cells: readonly Cell[], left: (i: number) => boolean) =>
  html`<tr>${cells.map((cell, i) => (i === 0 ? html`<th scope="row">${cellMarkup(cell)}</th>` : html`<td${left(i) ? "" : html` class="num"`}${placeMarkup(cell)}>${cellMarkup(cell)}</td>`))}</tr>\n`;
/** A table that scrolls sideways by itself when it is wider than the page, reachable by keyboard. */
export const table = (caption: string, {head, rows, text = []}: Data): Html => {
  const left = (i: number) => i === 0 || text.includes(i);
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table class="kern-table kern-table--small data"><caption>${caption}</caption><thead><tr>${head.map((name, i) => html`<th scope="col"${left(i) ? "" : html` class="num"`}>${name}</th>`)}</tr></thead><tbody>${rows.map((cells) => row(cells, left))}</tbody></table></div>${signLegend(figuresIn(rows))}`;
};

/** The same rows for Excel: UTF-8 with BOM, semicolon, notes below. */
export const csv = ({head, rows}: Data, notesBelow: readonly string[]): string => {
  const lines = [head.map((name) => cellText(name)), ...rows.map((cells) => cells.map(cellText)), [], ...notesBelow.map((note) => [cellText(note)])];
  return `\ufeff${lines.map((cells) => cells.join(";")).join("\r\n")}\r\n`;
};
