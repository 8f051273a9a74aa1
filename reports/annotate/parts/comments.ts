import {appended, attribute, childrenOf, type Element, escaped, prefixed, replaced, rootOf, tagOf, unescaped, without} from "./xml.ts";

/** Comments by cell address. */
export type Notes = ReadonlyMap<string, string>;
/** Who a comment is from. The name stands above the text, as spreadsheet programs do it: some of them lose the author when they save. */
export type Author = `KIM-${string}`;

const blank =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors></authors><commentList></commentList></comments>';
const part = (xml: string, name: string): Element => {
  const found = childrenOf(xml, rootOf(xml)).find((each) => each.name === name);
  if (found === undefined) throw new Error(`invalid part: comments without ${name}`);
  return found;
};
const listed = (xml: string) => childrenOf(xml, part(xml, "commentList"));
const cellOf = (xml: string, comment: Element) => attribute(tagOf(xml, comment), "ref") ?? "";
const texts = /(<(?:\w+:)?t(?:\s[^>]*)?>)([^<]*)/g;
const textOf = (xml: string, {start, end}: Element) => [...xml.slice(start, end).matchAll(texts)].map(([, , text]) => unescaped(text!)).join("");

const opening = (author: Author) => `${author}:\n`;
const below = "\n\n";
/** From where to where an author speaks in a comment that several may have written. */
const rangeIn = (text: string, author: Author): readonly [number, number] | null => {
  const from = text.startsWith(opening(author)) ? 0 : text.indexOf(`${below}${opening(author)}`);
  if (from < 0) return null;
  const next = /\n\nKIM-\p{L}+:\n/u.exec(text.slice(from + 1));
  return [from, next === null ? text.length : from + 1 + next.index + (from === 0 ? below.length : 0)];
};
const cut = (xml: string, [from, to]: readonly [number, number]): string => {
  let offset = 0;
  return xml.replace(texts, (all, open: string, raw: string) => {
    const text = unescaped(raw);
    const [first, last] = [Math.max(0, from - offset), Math.max(0, to - offset)];
    offset += text.length;
    return first >= text.length || last === 0 ? all : open + escaped(text.slice(0, first) + text.slice(last));
  });
};

/** The part without what an author wrote, and the cells that lost their comment altogether; words of others in the same cell stay. */
export const withoutAuthor = (xml: string, author: Author): {readonly xml: string; readonly emptied: readonly string[]} => {
  const emptied: string[] = [];
  const rest = listed(xml).reduceRight((left, comment) => {
    const text = textOf(left, comment);
    const range = rangeIn(text, author);
    if (range === null) return left;
    if (range[0] > 0 || range[1] < text.length) return replaced(left, comment.start, comment.end, cut(left.slice(comment.start, comment.end), range));
    emptied.push(cellOf(left, comment));
    return without(left, comment);
  }, xml);
  return {xml: rest, emptied};
};

const numbered = (xml: string, author: Author): {xml: string; number: number} => {
  const list = part(xml, "authors");
  const authors = childrenOf(xml, list).map((each) => unescaped(xml.slice(...each.inner)));
  const known = authors.indexOf(author);
  return known >= 0 ? {xml, number: known} : {xml: appended(xml, list, prefixed(`<author>${author}</author>`, list.prefix)), number: authors.length};
};
const run = (text: string) =>
  `<r><rPr><sz val="9"/><color rgb="FF000000"/><rFont val="Arial"/><family val="2"/></rPr><t xml:space="preserve">${escaped(text)}</t></r>`;
/** A plain text becomes a run, so that another can follow. */
const asRuns = (xml: string) => xml.replace(/(<(?:\w+:)?text>)(<((?:\w+:)?)t(?:\s[^>]*)?>[^<]*<\/(?:\w+:)?t>)(?=<\/(?:\w+:)?text>)/, "$1<$3r>$2</$3r>");
const continued = (xml: string, comment: Element, text: string): string => {
  const own = asRuns(xml.slice(comment.start, comment.end));
  const at = own.search(/<\/(?:\w+:)?text>/);
  return replaced(xml, comment.start, comment.end, own.slice(0, at) + prefixed(run(`${below}${text}`), comment.prefix) + own.slice(at));
};

/** The part with an author's comments; in a cell that has one already, ours is added below. `fresh` are the cells that need a box. */
export const withNotes = (before: string | null, author: Author, notes: Notes): {readonly xml: string; readonly fresh: readonly string[]} => {
  const start = numbered(before ?? blank, author);
  const known = new Set(listed(start.xml).map((each) => cellOf(start.xml, each)));
  const text = (cell: string) => `${opening(author)}${notes.get(cell)!}`;
  const xml = [...notes.keys()]
    .filter((cell) => known.has(cell))
    .reduce((left, cell) => continued(left, listed(left).find((each) => cellOf(left, each) === cell)!, text(cell)), start.xml);
  const fresh = [...notes.keys()].filter((cell) => !known.has(cell));
  const list = part(xml, "commentList");
  const added = fresh.map((cell) => `<comment ref="${cell}" authorId="${start.number}"><text>${run(text(cell))}</text></comment>`).join("");
  return {xml: added === "" ? xml : appended(xml, list, prefixed(added, list.prefix)), fresh};
};
export const hasComments = (xml: string): boolean => listed(xml).length > 0;
