import type {LooseText, TextCarrier} from "../../../schemas/flow.ts";
import {unescaped} from "../container/xml.ts";
import {decoded} from "../package/xml.ts";
import {formulasInOds} from "./formula-texts.ts";
import {styleTexts} from "./markup-texts.ts";
import {namesIn, textsOfPart} from "./part-texts.ts";
import type {Beside} from "./xlsx-texts.ts";

/** Read elsewhere, or written by programs for themselves. */
const claimed = /^(?:mimetype|content\.xml|styles\.xml|settings\.xml|meta-inf\/.*|.*\.rdf)$/i;
const carrierOf = (name: string): TextCarrier => (name === "meta.xml" ? "properties" : /^object /i.test(name) ? "chart" : "part");

/** Shapes, descriptions, messages and kept changes in the sheets of an .ods, beside its comments and text boxes. */
const shapes = /<(draw:(?!text-box|frame)[\w-]+|svg:title|svg:desc|table:help-message|table:error-message|table:tracked-changes)\b[^>]*>(.*?)<\/\1>/gs;
const carrierIn = (tag: string): TextCarrier => (/^table:(?:help|error)-message$/.test(tag) ? "input-help" : "text-box");
const inContent = (xml: string): LooseText[] =>
  [...xml.matchAll(shapes)].map(([, tag = "", inner = ""]) => ({
    at: {file: true},
    text: unescaped(inner.replace(/<(dc:creator|dc:date)\b[^>]*>.*?<\/\1>/gs, "").replace(/<[^>]*>/g, " ")).trim(),
    carrier: carrierIn(tag),
  }));

/** Texts of an .ods in all its parts beside the cells, the comments and the pages. */
export const textsInOds = (parts: ReadonlyMap<string, Uint8Array>): Beside => {
  const textOf = (name: string) => decoded(parts.get(name) ?? new Uint8Array());
  const [contentXml, styles] = [textOf("content.xml"), textOf("styles.xml")];
  const content = [...inContent(contentXml), ...formulasInOds(contentXml), ...styleTexts(contentXml), ...styleTexts(styles)];
  const rest = [...parts].filter(([name]) => !claimed.test(name)).map(([name, bytes]) => ({carrier: carrierOf(name), ...textsOfPart(bytes)}));
  const notes = [...content, ...rest.flatMap(({texts, carrier}) => texts.map((text): LooseText => ({at: {file: true}, text, carrier})))];
  return {notes: notes.filter(({text}) => text !== ""), names: namesIn(rest.flatMap(({names}) => names)).size};
};
