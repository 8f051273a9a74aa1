import {appended, attribute, childrenOf, type Element, escaped, prefixed, replaced, rootOf, tagOf, unescaped, without} from "./xml.ts";

/** Comments by cell address; who says it stands above the text. */
export type Notes = ReadonlyMap<string, string>;

const blank = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors></authors><commentList></commentList></comments>';
const textOf = (xml: string, {start, end}: Element) => unescaped([...xml.slice(start, end).matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g)].map(([, text]) => text).join(""));
const part = (xml: string, name: string): Element => {
  const found = childrenOf(xml, rootOf(xml)).find((each) => each.name === name);
  if (found === undefined) throw new Error(`invalid part: comments without ${name}`);
  return found;
};
const listed = (xml: string) => childrenOf(xml, part(xml, "commentList"));
const authorsOf = (xml: string) => childrenOf(xml, part(xml, "authors")).map((each) => unescaped(xml.slice(...each.inner)));

/** Begins what we add to a comment that somebody else wrote in the same cell. */
const opening = (author: string) => `\n— ${author} —\n`;
const run = (text: string) => `<r><rPr><sz val="9"/><color rgb="FF3D3D3D"/><rFont val="Arial"/><family val="2"/></rPr><t xml:space="preserve">${escaped(text)}</t></r>`;

/** A comment without what was added under an author's name; the sender's own words stay. */
const cutIn = (xml: string, author: string): string =>
  xml.replace(/<((?:\w+:)?)r>(?:(?!<\/?(?:\w+:)?r>)[\s\S])*?<\/(?:\w+:)?r>/g, (text) => (unescaped(text).includes(opening(author)) ? "" : text));

/** The part without the comments of an author, and the cells that lost their comment altogether. */
export const withoutAuthor = (xml: string, author: string): {readonly xml: string; readonly emptied: readonly string[]} => {
  const number = authorsOf(xml).indexOf(author);
  const emptied: string[] = [];
  const rest = listed(xml).reduceRight((text, comment) => {
    const tag = tagOf(text, comment);
    if (number >= 0 && Number(attribute(tag, "authorId")) === number) {
      emptied.push(attribute(tag, "ref") ?? "");
      return without(text, comment);
    }
    return textOf(text, comment).includes(opening(author)) ? replaced(text, comment.start, comment.end, cutIn(text.slice(comment.start, comment.end), author)) : text;
  }, xml);
  return {xml: rest, emptied};
};

const numbered = (xml: string, author: string): {xml: string; number: number} => {
  const authors = authorsOf(xml);
  const known = authors.indexOf(author);
  if (known >= 0) return {xml, number: known};
  const list = part(xml, "authors");
  return {xml: appended(xml, list, prefixed(`<author>${escaped(author)}</author>`, list.prefix)), number: authors.length};
};
/** A plain text becomes a run, so that another can follow. */
const asRuns = (xml: string) => xml.replace(/(<(?:\w+:)?text>)(<((?:\w+:)?)t(?:\s[^>]*)?>[^<]*<\/(?:\w+:)?t>)(?=<\/(?:\w+:)?text>)/, "$1<$3r>$2</$3r>");
const continued = (xml: string, comment: Element, author: string, text: string): string => {
  const own = asRuns(xml.slice(comment.start, comment.end));
  const at = own.search(/<\/(?:\w+:)?text>/);
  return replaced(xml, comment.start, comment.end, own.slice(0, at) + prefixed(run(`${opening(author)}${text}`), comment.prefix) + own.slice(at));
};

/** The part with an author's comments; in a cell that has one already, ours is added below. `fresh` are the cells that need a box. */
export const withNotes = (before: string | null, author: string, notes: Notes): {readonly xml: string; readonly fresh: readonly string[]} => {
  const fresh: string[] = [];
  let {xml, number} = numbered(before ?? blank, author);
  for (const [cell, text] of notes) {
    const known = listed(xml).find((each) => attribute(tagOf(xml, each), "ref") === cell);
    if (known === undefined) fresh.push(cell);
    else xml = continued(xml, known, author, text);
  }
  const list = part(xml, "commentList");
  const added = fresh.map((cell) => `<comment ref="${cell}" authorId="${number}"><text>${run(notes.get(cell)!)}</text></comment>`).join("");
  return {xml: appended(xml, list, prefixed(added, list.prefix)), fresh};
};
export const hasComments = (xml: string): boolean => listed(xml).length > 0;
/** The text of an author's comment in a cell, without what others wrote there. */
export const noteOf = (xml: string, author: string, cell: string): string | undefined => {
  const known = listed(xml).find((each) => attribute(tagOf(xml, each), "ref") === cell);
  if (known === undefined) return undefined;
  const text = textOf(xml, known);
  if (authorsOf(xml)[Number(attribute(tagOf(xml, known), "authorId"))] === author) return text.split("\n— ", 1)[0];
  return text.split(opening(author))[1]?.split("\n— ", 1)[0];
};
