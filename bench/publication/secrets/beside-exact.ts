import {textOf} from "./in-pages.ts";
import type {Leaked} from "./secret.ts";

/** What a file prints, by where: `Überschrift der Tabelle · Zeile · Spalte`; in a drawing each text by its number. */
export type Cells = ReadonlyMap<string, string>;
/** A list with headings: the first row names the columns, the first cell of each other row the row. */
export type Grid = {readonly title: string; readonly rows: readonly (readonly string[])[]};

const all = (text: string, tag: string) => [...text.matchAll(new RegExp(`<${tag}\\b[^>]*>(.*?)</${tag}>`, "gs"))].map(([, inner]) => inner!);
const heading = /<(?:figure|h[23])[^>]*\bid="([^"]+)"/g;
const rowsOf = (table: string) => all(table, "tr").map((row) => [...row.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => textOf(cell!)));
/** A table is named by what it stands under; its own heading may say another number. */
const tablesIn = (markup: string): Grid[] => {
  const headings = [...markup.matchAll(heading)];
  return [...markup.matchAll(/<table\b[^>]*>(.*?)<\/table>/gs)].map(({index, 1: table}, i, {[i - 1]: before}) => {
    const over = headings.findLast((each) => each.index < index);
    const isSecond = before !== undefined && over !== undefined && before.index > over.index;
    return {title: over === undefined || isSecond ? `Tabelle ${i + 1}` : over[1]!, rows: rowsOf(table!)};
  });
};
const csvGrid = (text: string): Grid[] => {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const end = lines.indexOf("");
  return [
    {
      title: "",
      rows: lines
        .slice(0, end < 0 ? undefined : end)
        .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^;]*)(?:;|$)/g)].map(([, cell]) => cell!.replace(/^"|"$/g, ""))),
    },
  ];
};
/** The lists in a page or in the data of a picture. */
export const gridsIn = (file: string, text: string): Grid[] => (file.endsWith(".html") ? tablesIn(text) : file.endsWith(".csv") ? csvGrid(text) : []);

const cellsOf = ({title, rows: [head = [], ...rows]}: Grid): [string, string][] =>
  rows.flatMap(([label, ...cells]) => cells.map((text, i): [string, string] => [`${title} · ${label} · ${head[i + 1]}`, text]));
export const cellsIn = (file: string, text: string): Cells =>
  file.endsWith(".svg")
    ? new Map(["text", "title", "desc"].flatMap((tag) => all(text, tag)).map((drawn, i) => [`Text ${i + 1}`, textOf(drawn)]))
    : new Map(gridsIn(file, text).flatMap(cellsOf));

/** Where a page prints what only the exact numbers say: not what the public products say, but what the page of the controlling has there. */
export const leakedFromExact = (file: string, texts: {readonly site: string; readonly rebuilt: string; readonly exact: string}): Leaked[] => {
  if (texts.site === texts.rebuilt) return [];
  const [rebuilt, exact] = [cellsIn(file, texts.rebuilt), cellsIn(file, texts.exact)];
  return [...cellsIn(file, texts.site)].flatMap(([at, text]) =>
    text !== rebuilt.get(at) && text === exact.get(at) ? [{by: "Zahl der Controlling-Seite", file, what: `${at}: ${text}`}] : [],
  );
};
