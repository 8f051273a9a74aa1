import type {LooseText, Place, TextCarrier} from "../../../schemas/flow.ts";
import {unescaped} from "../container/xml.ts";
import {richText} from "../lean/shared-strings.ts";
import {contentTypes, type PackageParts, partName, relationsOf, typeOf, typesName} from "../package/opc.ts";
import type {SheetPart, Spreadsheet} from "../package/spreadsheet.ts";
import {childrenNamed, decoded, elementsIn, textIn, type XmlElement} from "../package/xml.ts";
import {skipped} from "../sheets.ts";
import {formulasInSheet, literalsIn} from "./formula-texts.ts";
import {phoneticTexts, styleTexts, unreadMarkup} from "./markup-texts.ts";
import {namesIn, type PartTexts, rootOrNull, textsIn, textsOfOldDrawing, textsOfPart, attributeText} from "./part-texts.ts";

/** Texts that no cell holds, and the number of people that programs name by themselves. */
export type Beside = {readonly notes: readonly LooseText[]; readonly names: number};

/** What a part holds, by its content type or, where that says nothing, by the type of the relationship that leads to it; undefined where a reader of cells has taken all of it, or nobody writes words. */
const carriers: readonly (readonly [RegExp, TextCarrier | undefined])[] = [
  [
    /(?:sheet|template|addin)\.main\+xml$|worksheet\+xml$|sharedstrings(?:\+xml)?$|styles(?:\+xml)?$|theme(?:\+xml)?$|calcchain(?:\+xml)?$|relationships\+xml$|sheetmetadata(?:\+xml)?$/,
    undefined,
  ],
  [/comments?(?:\+xml)?$/, "comment"],
  [/(?:^|\.)drawing(?:\+xml)?$|vmldrawing$|diagram/, "text-box"],
  [/chart/, "chart"],
  [/pivot/, "pivot"],
  [/externallink(?:\+xml)?$/, "link"],
  [/(?:^|\.)table(?:\+xml)?$|querytable(?:\+xml)?$/, "table"],
  [/connections(?:\+xml)?$/, "connection"],
  [/(?:core|extended|custom)-properties(?:\+xml)?$|(?:^|\.)person(?:\+xml)?$/, "properties"],
];
const carrierOf = (kinds: readonly string[]): TextCarrier | undefined => {
  const found = kinds.map((kind) => carriers.find(([pattern]) => pattern.test(kind.toLowerCase()))).find((each) => each !== undefined);
  return found === undefined ? "part" : found[1];
};

/** Which sheet a part belongs to, whose relationships lead to it, however far; and by what kind of relationship anything is reached. */
type Ways = {readonly owner: ReadonlyMap<string, string>; readonly kinds: ReadonlyMap<string, string>};
const waysIn = (parts: PackageParts, path: string, sheets: readonly SheetPart[]): Ways => {
  const owner = new Map<string, string>();
  const kinds = new Map<string, string>();
  const seen = new Set(sheets.map((sheet) => sheet.path));
  const follow = (source: string, title: string | null) => {
    for (const {type, target, external} of relationsOf(parts, source)) {
      if (external || seen.has(target) || !parts.has(target)) continue;
      seen.add(target);
      kinds.set(target, type);
      if (title !== null) owner.set(target, title);
      follow(target, title);
    }
  };
  for (const sheet of sheets) follow(sheet.path, sheet.title);
  follow(path, null);
  follow("", null);
  return {owner, kinds};
};

/** Programs put the author's name before a comment; who wrote it is nobody's business here. */
const withoutAuthor = (text: string, authors: readonly string[]) => {
  const author = authors.find((name) => name !== "" && text.startsWith(`${name}:`));
  return author === undefined ? text : text.slice(author.length + 1).trim();
};
const descendants = (element: XmlElement, names: ReadonlySet<string>): XmlElement[] =>
  elementsIn(element).flatMap((each) => (names.has(each.name) ? [each] : descendants(each, names)));
const commentNames = new Set(["comment", "threadedComment"]);
const commentsIn = (root: XmlElement, place: Place): LooseText[] => {
  const authors = descendants(root, new Set(["author"])).map(textIn);
  return descendants(root, commentNames).flatMap((comment) => {
    const ref = /^\$?([A-Z]+)\$?(\d+)/.exec(attributeText(comment, "ref"));
    const at = "sheet" in place && ref !== null ? {sheet: place.sheet, cell: `${ref[1]}${ref[2]}`} : place;
    return textsIn(comment).texts.map((text): LooseText => ({at, text: withoutAuthor(text, authors), carrier: "comment"}));
  });
};

const letterOf = (column: number): string => (column < 26 ? "" : letterOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
const anchors = new Set(["twoCellAnchor", "oneCellAnchor", "absoluteAnchor"]);
/** Text boxes and descriptions of pictures, at the cell in which they begin. */
const drawingIn = (root: XmlElement, place: Place): LooseText[] =>
  descendants(root, anchors).flatMap((anchor) => {
    const from = elementsIn(anchor).find(({name}) => name === "from");
    const [column, row] = ["col", "row"]
      .map((wanted) => (from === undefined ? undefined : elementsIn(from).find(({name}) => name === wanted)))
      .map((each) => (each === undefined ? undefined : Number(textIn(each))));
    const at = "sheet" in place && column !== undefined && row !== undefined ? {sheet: place.sheet, cell: `${letterOf(column)}${row + 1}`} : place;
    return elementsIn(anchor)
      .filter(({name}) => name !== "from" && name !== "to")
      .flatMap((each) => textsIn(each).texts)
      .map((text): LooseText => ({at, text, carrier: "text-box"}));
  });

/** Nothing shorter names anybody: "Frau X". */
const shortest = 6;
/** Codes for place, font, size and colour in headers and footers. */
const codes = /&"[^"]*"|&K[0-9A-F]{6}|&\d+|&[A-Z]/gi;
const sheetWords = / (?:prompt|promptTitle|error|errorTitle|tooltip|display|text|comment|user|description)="([^"]+)"/g;
/** What a sheet says around its cells: headers and footers, help and messages of validations, hints of links, scenarios. */
const aroundCells = ({title, xml}: SheetPart): LooseText[] => {
  const rest = xml.slice(Math.max(0, xml.lastIndexOf("</sheetData>")));
  const headers = [...rest.matchAll(/<(?:odd|even|first)(?:Header|Footer)\b[^>]*>([^<]*)</g)].map(([, text = ""]) =>
    unescaped(text).replace(codes, " ").trim(),
  );
  const words = [...new Set([...rest.matchAll(sheetWords)].map(([, text = ""]) => text))].filter((text) => text.length >= shortest).map(unescaped);
  const lists = [...rest.matchAll(/<(?:formula[12]?|xm:f)>([^<]*["&][^<]*)</g)].flatMap(([, text = ""]) => literalsIn(unescaped(text)));
  return [
    ...headers.map((text): LooseText => ({at: {sheet: title}, text, carrier: "header"})),
    ...[...words, ...lists].map((text): LooseText => ({at: {sheet: title}, text, carrier: "input-help"})),
  ];
};
/** Texts typed into sheets that are not read as data; what formulas there show stands elsewhere as well. */
const inSkipped = ({title, xml}: SheetPart): LooseText[] =>
  [...xml.matchAll(/<c [^<>]*t="(?:inlineStr|str)"[^<>]*>(.*?)<\/c>/gs)]
    .filter(([, inner = ""]) => !inner.startsWith("<f"))
    .map(
      ([, inner = ""]): LooseText => ({
        at: {sheet: title},
        text: inner.includes("<is>") ? richText(inner) : unescaped(/<v[^>]*>([^<]*)/.exec(inner)?.[1] ?? ""),
        carrier: "unused",
      }),
    );

/** Names that programs and the form give: with a letter for their kind. */
const programmed = /^(?:[A-Z]_|_)/;
/** Names of ranges, and words in what they stand for. */
const rangeNames = (workbook: XmlElement): LooseText[] =>
  childrenNamed(workbook, "definedNames")
    .flatMap(elementsIn)
    .flatMap((each) => {
      const words = ["comment", "description", "help", "statusBar", "customMenu"].map((name) => attributeText(each, name));
      const constants = [...textIn(each).matchAll(/"((?:[^"]|"")*)"/g)].map(([, text = ""]) => text);
      const name = attributeText(each, "name");
      return [...(programmed.test(name) ? [] : [name.replace(/[_.\\]+/g, " ")]), ...words, ...constants].map(
        (text): LooseText => ({at: {file: true}, text, carrier: "range-name"}),
      );
    });
/** Addresses for mail and telephone behind links. */
const linked = (parts: PackageParts, sources: readonly (readonly [string, Place])[]): LooseText[] =>
  sources.flatMap(([source, at]) =>
    relationsOf(parts, source)
      .filter(({external, target}) => external && /^(?:mailto|tel|callto|sip):/i.test(target))
      .map(({target}): LooseText => ({at, text: target.replace(/^\w+:/, "").replace(/\?.*$/, ""), carrier: "link"})),
  );

/** The record of corrections holds whole sheets as text: what stands in their cells. */
const unwrapped = ({texts, names}: PartTexts): PartTexts => ({
  names,
  texts: texts.flatMap((text) =>
    text.startsWith("<") ? [...text.matchAll(/<(?:\w+:)?(?:t|v)(?:\s[^>]*)?>([^<]*\D[^<]*)</g)].map(([, inner = ""]) => unescaped(inner)) : [text],
  ),
});
const inPart = (parts: PackageParts, name: string, kinds: readonly string[], at: Place): {notes: LooseText[]; names: readonly string[]} => {
  const bytes = parts.get(name) ?? new Uint8Array();
  const carrier = carrierOf(kinds);
  if (carrier === undefined || /(?:^|\/)_rels\/[^/]*\.rels$/i.test(name)) return {notes: [], names: []};
  const isOld = kinds.some((kind) => /vmldrawing$/i.test(kind));
  const root = carrier === "comment" || (carrier === "text-box" && !isOld) ? rootOrNull(bytes) : null;
  const found = unwrapped(isOld ? textsOfOldDrawing(bytes) : textsOfPart(bytes));
  const placed = root === null ? [] : carrier === "comment" ? commentsIn(root, at) : drawingIn(root, at);
  const there = new Set(placed.map(({text}) => text));
  const authors = carrier === "comment" ? found.names : [];
  const others = found.texts.map((text) => withoutAuthor(text, authors)).filter((text) => !there.has(text));
  return {notes: [...placed, ...others.map((text): LooseText => ({at, text, carrier}))], names: found.names};
};

/** Every text of an .xlsx that no cell shows, with what holds it; `strings` are its shared strings, `shown` the texts of its cells. */
export const textsInXlsx = (
  {parts, path, workbook, sheets, styles, strings: stringsXml}: Spreadsheet,
  strings: readonly string[],
  shown: ReadonlySet<string>,
): Beside => {
  const types = contentTypes(parts);
  const {owner, kinds} = waysIn(parts, path, sheets);
  const claimed = new Set([partName(parts, typesName), path, ...sheets.map((sheet) => sheet.path)]);
  const rest = [...parts.keys()]
    .filter((name) => !claimed.has(name))
    .map((name) => {
      const title = owner.get(name);
      return inPart(parts, name, [typeOf(types, name), kinds.get(name) ?? ""], title === undefined ? {file: true} : {sheet: title});
    });
  const read = sheets.filter(({title}) => !skipped(title));
  const passedOver = sheets.filter((sheet) => skipped(sheet.title) && /["'](?:inlineStr|str)["']/.test(decoded(parts.get(sheet.path) ?? new Uint8Array())));
  const notes = [
    ...read.flatMap(aroundCells),
    ...passedOver.flatMap(inSkipped),
    ...sheets.flatMap(formulasInSheet),
    ...unreadMarkup(parts),
    ...styleTexts(styles),
    ...[stringsXml, ...read.map(({xml}) => xml)].flatMap(phoneticTexts),
    ...rest.flatMap((each) => each.notes),
    ...rangeNames(workbook),
    ...linked(parts, [
      [path, {file: true}],
      ...sheets.map((sheet) => [sheet.path, {sheet: sheet.title}] as const),
      ...[...owner].map(([name, sheet]) => [name, {sheet}] as const),
    ]),
    ...strings.filter((text) => text.length >= shortest && !shown.has(text)).map((text): LooseText => ({at: {file: true}, text, carrier: "unused"})),
  ];
  const people = [...rest.flatMap((each) => each.names), ...childrenNamed(workbook, "fileSharing").map((each) => attributeText(each, "userName"))];
  return {notes: notes.filter(({text}) => text.trim() !== ""), names: namesIn(people).size};
};
