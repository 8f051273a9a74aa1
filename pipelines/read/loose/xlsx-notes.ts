import type {LooseText} from "../../../schemas/flow.ts";
import {partText, relationships, type SheetPart} from "../container/sheet-parts.ts";
import {attribute, unescaped} from "../container/xml.ts";
import {richText} from "../lean/shared-strings.ts";

type Parts = ReadonlyMap<string, Uint8Array>;

/** Paths of the parts that belong to a worksheet, wherever its relationships point. */
const belongings = (parts: Parts, {path}: SheetPart): string[] => {
  const [folder, name] = [path.slice(0, path.lastIndexOf("/") + 1), path.slice(path.lastIndexOf("/") + 1)];
  return [...relationships(partText(parts, `${folder}_rels/${name}.rels`)).values()].flatMap((target) =>
    target === undefined || /^[a-z]+:/.test(target) ? [] : [target.startsWith("/") ? target.slice(1) : new URL(target, `file:///${folder}`).pathname.slice(1)],
  );
};
/** Text of a rich string whatever its prefix. */
const textOf = (xml: string) => richText(xml.replace(/(<\/?)\w+:/g, "$1")).trim();

/** Programs put the author's name before a comment; who wrote it is nobody's business here. */
const withoutAuthor = (text: string, authors: readonly string[]) => {
  const author = authors.find((name) => name !== "" && text.startsWith(`${name}:`));
  return author === undefined ? text : text.slice(author.length + 1).trim();
};
const commentsIn = (xml: string, sheet: string): LooseText[] => {
  const authors = [...xml.matchAll(/<(?:\w+:)?author(?:\s[^>]*)?>([^<]*)</g)].map(([, name]) => unescaped(name!));
  return [...xml.matchAll(/<((?:\w+:)?(?:comment|threadedComment))\b([^>]*)>(.*?)<\/\1>/gs)].map(([, name, tag, inner]) => ({
    at: {sheet, cell: attribute(` ${tag}`, "ref") ?? ""},
    text: name!.endsWith("threadedComment") ? unescaped(/<(?:\w+:)?text[^>]*>([^<]*)</.exec(inner!)?.[1] ?? "") : withoutAuthor(textOf(inner!), authors),
  }));
};

const letterOf = (column: number): string => (column < 26 ? "" : letterOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
/** Text boxes and descriptions of pictures, at the cell in which they begin. */
const drawingsIn = (xml: string, sheet: string): LooseText[] =>
  [...xml.matchAll(/<(?:\w+:)?((?:two|one)Cell|absolute)Anchor\b.*?<\/(?:\w+:)?\1Anchor>/gs)].flatMap(([anchor]) => {
    const [column, row] = ["col", "row"].map((name) => new RegExp(`<(?:\\w+:)?${name}>(\\d+)<`).exec(anchor)?.[1]);
    const at = column === undefined || row === undefined ? {sheet} : {sheet, cell: `${letterOf(Number(column))}${Number(row) + 1}`};
    const paragraphs = [...anchor.matchAll(/<a:p\b.*?<\/a:p>/gs)].map(([paragraph]) => textOf(paragraph));
    const described = [...anchor.matchAll(/<(?:\w+:)?cNvPr\b[^>]*>/g)].flatMap(([tag]) => [attribute(tag, "descr") ?? "", attribute(tag, "title") ?? ""]);
    return [paragraphs.join(" "), ...described].map((text) => ({at, text}));
  });

/** Codes for place, font, size and colour in headers and footers. */
const codes = /&"[^"]*"|&K[0-9A-F]{6}|&\d+|&[A-Z]/gi;
const headersIn = (xml: string, sheet: string): LooseText[] =>
  [...xml.slice(xml.lastIndexOf("</sheetData>")).matchAll(/<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)\b[^>]*>([^<]*)</g)].map(([, text]) => ({
    at: {sheet},
    text: unescaped(text!).replace(codes, " ").trim(),
  }));

/** Comments, text boxes, headers and footers of an .xlsx. Names of authors are left out. */
export const notesInXlsx = (parts: Parts, sheets: readonly SheetPart[]): LooseText[] =>
  sheets
    .flatMap((sheet) => [
      ...headersIn(sheet.xml, sheet.title),
      ...belongings(parts, sheet).flatMap((path) => {
        if (/comment/i.test(path)) return commentsIn(partText(parts, path), sheet.title);
        return /drawings\/[^/]*\.xml$/i.test(path) ? drawingsIn(partText(parts, path), sheet.title) : [];
      }),
    ])
    .filter(({text}) => text !== "");
