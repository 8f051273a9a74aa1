// @ts-expect-error its types are written for a package of another name
import domino from "@mixmark-io/domino";

/** A number a page prints, and where its product has it: `access.zugang_n|2025-H2|body|05111|1`. */
export type PlacedNumber = {readonly place: string; readonly text: string};
/** A table of a page: rows of texts, the first one the head. */
export type PageTable = {readonly caption: string; readonly rows: readonly (readonly string[])[]};
/** A chart with its data: texts inside the drawing (titles too), what is said around it, its table if it has one. */
export type Picture = {readonly id: string; readonly texts: readonly string[]; readonly prose: string; readonly table: PageTable | null};
/** All of a page that can tell a number; `prose` is what its paragraphs say. */
export type Page = {
  readonly placed: readonly PlacedNumber[];
  readonly tables: readonly PageTable[];
  readonly pictures: readonly Picture[];
  readonly prose: string;
};

const all = (node: Element | Document, tag: string): Element[] => Array.from(node.getElementsByTagName(tag));
const spaced = (text: string): string => text.replace(/[\s\u00a0]+/g, " ").trim();
const textOf = (node: Element): string => spaced(node.textContent ?? "");
const isCell = ({tagName}: Element) => tagName === "TH" || tagName === "TD";

const tableOf = (table: Element): PageTable => ({
  caption: all(table, "caption").map(textOf).join(" "),
  rows: all(table, "tr").map((row) => Array.from(row.children).filter(isCell).map(textOf)),
});
/** Attributes are read aloud and shown on hovering: they tell as much as texts. */
const spokenBy = (node: Element): string[] => ["aria-label", "title", "data-value"].flatMap((name) => node.getAttribute(name) ?? []);
const drawnTexts = (svg: Element): string[] => [
  ...["text", "title", "desc"].flatMap((tag) => all(svg, tag).map(textOf)),
  ...[svg, ...all(svg, "*")].flatMap(spokenBy),
];
const pictureOf = (figure: Element): Picture => {
  const [table] = all(figure, "table");
  return {
    id: figure.getAttribute("id") ?? "",
    texts: [...new Set(all(figure, "svg").flatMap(drawnTexts))],
    prose: Array.from(figure.querySelectorAll(".fig-head, .key, .fig-note")).map(textOf).join(" "),
    table: table === undefined ? null : tableOf(table),
  };
};

const parsed = (markup: string) => (domino as {createDocument: (text: string) => Document}).createDocument(markup);
/** Reads a page as a browser would that runs no scripts. */
export const readPage = (markup: string): Page => {
  const document = parsed(markup);
  return {
    placed: Array.from(document.querySelectorAll("[data-place]")).map((node) => ({place: node.getAttribute("data-place")!, text: textOf(node)})),
    tables: all(document, "table").map(tableOf),
    pictures: all(document, "figure").map(pictureOf),
    prose: all(document, "p").map(textOf).join(" "),
  };
};
/** The texts of a picture that is a file of its own. */
export const readPicture = (markup: string): string[] => all(parsed(markup.replace(/<\?xml[^>]*>/, "")), "svg").flatMap(drawnTexts);
