// @ts-expect-error its types are written for a package of another name
import domino from "@mixmark-io/domino";

/** A number a page prints, and where its product has it: `access.zugang_n|2025-H2|body|05111|1`. */
export type PlacedNumber = {readonly place: string; readonly text: string};
/** A table of a page: rows of texts, the first one the head. */
export type PageTable = {readonly caption: string; readonly rows: readonly (readonly string[])[]};
/** A chart with its data: texts inside the drawing (titles too), what is said around it, its table if it has one. */
export type Picture = {readonly id: string; readonly texts: readonly string[]; readonly prose: string; readonly table: PageTable | null};
/** All of a page that can tell a number; `words` is every text on it, pictures included. */
export type Page = {
  readonly placed: readonly PlacedNumber[];
  readonly tables: readonly PageTable[];
  readonly pictures: readonly Picture[];
  readonly words: string;
};

const all = (node: ParentNode, selector: string): Element[] => Array.from(node.querySelectorAll(selector));
const textOf = (node: Element): string => (node.textContent ?? "").replace(/[\s\u00a0]+/g, " ").trim();

const tableOf = (table: Element): PageTable => ({
  caption: all(table, "caption").map(textOf).join(" "),
  rows: all(table, "tr").map((row) => all(row, "th, td").map(textOf)),
});
/** Attributes are read aloud and shown on hovering: they tell as much as texts. */
const spoken = (svg: Element): string[] =>
  all(svg, "[aria-label], [title], [data-value]")
    .concat(svg)
    .flatMap((node) => ["aria-label", "title", "data-value"].flatMap((name) => node.getAttribute(name) ?? []));
const drawnTexts = (svg: Element): string[] => [...all(svg, "text, title, desc").map(textOf), ...spoken(svg)];
const pictureOf = (figure: Element): Picture => {
  const [table] = all(figure, "table");
  return {
    id: figure.getAttribute("id") ?? "",
    texts: [...new Set(all(figure, "svg").flatMap(drawnTexts))],
    prose: all(figure, ".fig-head, .key, .fig-note").map(textOf).join(" "),
    table: table === undefined ? null : tableOf(table),
  };
};

const parsed = (markup: string) => (domino as {createDocument: (text: string) => Document}).createDocument(markup);
/** Reads a page as a browser would, scripts left out. */
export const readPage = (markup: string): Page => {
  const document = parsed(markup);
  return {
    placed: all(document, "[data-place]").map((node) => ({place: node.getAttribute("data-place")!, text: textOf(node)})),
    tables: all(document, "table").map(tableOf),
    pictures: all(document, "figure").map(pictureOf),
    words: all(document, "title, p, dt, dd, li, th, td, h1, h2, h3, figcaption, text").map(textOf).join("\n"),
  };
};
/** The texts of a picture that is a file of its own. */
export const readPicture = (markup: string): string[] => {
  return all(parsed(markup.replace(/<\?xml[^>]*>/, "")), "svg").flatMap(drawnTexts);
};
