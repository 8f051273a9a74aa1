import {csvField, guarded} from "../../schemas/tables/csv-text.ts";
import {decimalText} from "../../schemas/units.ts";
import type {Shown} from "../data/shown.ts";
import {exact, signOf, wordOf} from "../words/numbers.ts";
import {type Html, html, plain} from "./html.ts";

/** A figure prints itself exactly or says its gap; text and markup stand as they are. */
export type Cell = Shown | Html | string;
const isFigure = (cell: Cell): cell is Shown => typeof cell === "object" && "figure" in cell;
const isRate = ({figure}: Shown) => figure.measure.kind === "rate";

/** The sign is for the eye, the word for the voice. */
export const gapMarkup = (sign: string, word: string): Html =>
  html`<span class="gap" aria-hidden="true">${sign}</span><span class="kern-sr-only">${word}</span>`;
export const cellMarkup = (cell: Cell): Html | string => {
  if (!isFigure(cell)) return cell;
  return cell.status === "known" ? exact(cell) : gapMarkup(signOf(cell), wordOf(cell));
};

/** Where the number of a cell stands in a product, for those who check pages against products; nothing for what was computed here. */
export const placeMarkup = (cell: Cell): Html | false => isFigure(cell) && cell.place !== null && html` data-place="${cell.place}"`;

/** Words that are a printed number stay one; nothing follows its sign that could be run. */
const printedNumber = /^[-−+]?\d[\d.,]*( [%€])?$/;
const harmless = (text: string) => (printedNumber.test(text) ? text : guarded(text));
const number = (shown: Shown) =>
  isRate(shown)
    ? exact(shown)
        .replace(/\./g, "")
        .replace(/ [%€]$/, "")
        .replace("−", "-")
    : decimalText(shown.value!, shown.figure.scale).replace(".", ",");

/** For a spreadsheet: decimal comma, no thousands dots, the word of a gap instead of an empty cell. */
export const cellText = (cell: Cell): string => {
  const text = isFigure(cell) ? "" : plain(cell);
  if (!isFigure(cell)) return text === "" ? "" : csvField(harmless(text), ";");
  return cell.status === "known" ? number(cell) : wordOf(cell);
};
export const figuresIn = (rows: readonly (readonly Cell[])[]): Shown[] => rows.flatMap((row) => row.filter(isFigure));
