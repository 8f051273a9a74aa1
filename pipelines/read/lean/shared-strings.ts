import {unescaped} from "../container/xml.ts";

/** Text of a string element: its runs one after the other, without phonetic hints. */
export const richText = (xml: string): string => {
  const text = xml.includes("<rPh") ? xml.replace(/<rPh\b.*?<\/rPh>/gs, "") : xml;
  const plain = unescaped([...text.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map(([, run]) => run).join(""));
  // Control characters are written as _x000D_; an underscore before such a pattern as _x005F_.
  return plain.includes("_x") ? plain.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))) : plain;
};

/** The shared strings of an .xlsx in their order. */
export const sharedStrings = (xml: string): readonly string[] =>
  [...xml.matchAll(/<si(?:\s[^>]*)?(?:\/>|>(.*?)<\/si>)/gs)].map(([, inner]) => richText(inner ?? ""));
