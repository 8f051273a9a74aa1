import {SaxesParser} from "saxes";
import {refuse} from "../container/refused.ts";

/** An attribute with the namespace its prefix stands for; none without a prefix. */
export type XmlAttribute = {readonly ns: string; readonly name: string; readonly value: string};
/** An element by namespace and local name, whatever prefix it was written with; texts and CDATA are strings, comments and instructions are gone. */
export type XmlElement = {readonly ns: string; readonly name: string; readonly attributes: readonly XmlAttribute[]; readonly children: readonly XmlNode[]};
export type XmlNode = XmlElement | string;

const strict = "http://purl.oclc.org/ooxml/";
const hyphened: Readonly<Record<string, string>> = {customProperties: "custom-properties", extendedProperties: "extended-properties"};
/** Namespaces and relationship types of the strict dialect as the transitional one calls them: both mean the same to a reader. */
export const transitional = (uri: string): string => {
  if (!uri.startsWith(strict)) return uri;
  const [area, ...rest] = uri.slice(strict.length).split("/");
  return `http://schemas.openxmlformats.org/${area}/2006/${rest.map((step) => hyphened[step] ?? step).join("/")}`;
};

export const spaces = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relations: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  compatibility: "http://schemas.openxmlformats.org/markup-compatibility/2006",
} as const;

const utf8 = new TextDecoder();
const labelled = (label: string, bytes: Uint8Array): string => {
  if (label === "utf-8") return utf8.decode(bytes);
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return utf8.decode(bytes);
  }
};
const wide: readonly (readonly [readonly number[], string])[] = [
  [[0xfe, 0xff], "utf-16be"],
  [[0xff, 0xfe], "utf-16le"],
  [[0x00, 0x3c], "utf-16be"],
  [[0x3c, 0x00], "utf-16le"],
];
const latin = new TextDecoder("latin1");
const encodingOf = (bytes: Uint8Array): string => {
  const byMark = wide.find(([start]) => start.every((byte, i) => bytes[i] === byte))?.[1];
  const declared = byMark ?? /^(?:\xef\xbb\xbf)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/.exec(latin.decode(bytes.subarray(0, 200)))?.[1];
  return declared === undefined || (byMark === undefined && /^utf-16|^ucs/i.test(declared)) ? "utf-8" : declared.toLowerCase();
};
/** The text of a part in the encoding it says of itself, without a byte order mark. */
export const decoded = (bytes: Uint8Array): string => labelled(encodingOf(bytes), bytes);

/** What a parser reports, in order. */
export type XmlEvents = {
  readonly open: (name: string, ns: string, attributes: readonly XmlAttribute[], resolve: (prefix: string) => string) => void;
  readonly text: (text: string) => void;
  readonly close: () => void;
};
/** Reads well-formed XML with namespaces. @throws Error for what is not well-formed, Refused for document types */
export const parseXml = (xml: string, {open, text, close}: XmlEvents): void => {
  const parser = new SaxesParser({xmlns: true, position: false});
  const resolve = (prefix: string) => transitional(parser.resolve(prefix) ?? "");
  parser.on("doctype", () => refuse("mit einer Dokumenttyp-Angabe (DOCTYPE) versehen, die nicht in eine Excel-Datei gehört,"));
  parser.on("opentag", ({uri, local, attributes}) => {
    const own = Object.values(attributes).filter(({uri: ns}) => ns !== "http://www.w3.org/2000/xmlns/");
    open(
      local,
      transitional(uri),
      own.map((each) => ({ns: transitional(each.uri), name: each.local, value: each.value})),
      resolve,
    );
  });
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("closetag", close);
  parser.write(xml).close();
};

type Growing = {ns: string; name: string; attributes: readonly XmlAttribute[]; children: XmlNode[]};
/** The root element of a part. @throws Error for what is not well-formed, Refused for document types */
export const treeOf = (bytes: Uint8Array): XmlElement => {
  const top: Growing = {ns: "", name: "", attributes: [], children: []};
  const path = [top];
  parseXml(decoded(bytes), {
    open: (name, ns, attributes) => {
      const element: Growing = {ns, name, attributes, children: []};
      path.at(-1)?.children.push(element);
      path.push(element);
    },
    text: (text) => {
      if (path.length > 1) path.at(-1)?.children.push(text);
    },
    close: () => {
      path.pop();
    },
  });
  return elementsIn(top)[0] ?? refuse("beschädigt");
};

export const elementsIn = ({children}: XmlElement): XmlElement[] => children.filter((each) => typeof each !== "string");
/** An attribute without prefix, or of the namespace named. */
export const attributeOf = ({attributes}: XmlElement, name: string, ns = ""): string | undefined =>
  attributes.find((each) => each.name === name && each.ns === ns)?.value;
/** All text in an element. */
export const textIn = (element: XmlElement): string => element.children.map((each) => (typeof each === "string" ? each : textIn(each))).join("");

/** Of alternatives a reader takes what it understands; we understand no extension, so the fallback, or nothing. */
export const chosen = (element: XmlElement): XmlElement[] =>
  elementsIn(element).flatMap((child) => {
    if (child.ns !== spaces.compatibility || child.name !== "AlternateContent") return [child];
    return elementsIn(child)
      .filter(({name}) => name === "Fallback")
      .flatMap(chosen);
  });
/** Children of one name in the main namespace. */
export const childrenNamed = (element: XmlElement, name: string): XmlElement[] =>
  chosen(element).filter((child) => child.name === name && child.ns === spaces.main);
