import {plainText} from "./plain.ts";
import {decoded} from "./xml.ts";

const read = ["content.xml", "styles.xml", "meta.xml"];
const usual = ["office", "table", "text", "style", "draw"];
/** Written with the prefixes every office program uses, in UTF-8, without comments and other odd ways of writing. */
const isUsual = (xml: string): boolean => {
  const root = /<office:[^>]*>/.exec(xml)?.[0] ?? "";
  const rightly = usual.every((prefix) => !root.includes(`:${prefix}:1.0"`) || root.includes(` xmlns:${prefix}="`));
  return root !== "" && !root.includes("'") && rightly && !/<!|<\?(?!xml )|=\s*'[^<>']*'[\s/>]/.test(xml);
};
const encoder = new TextEncoder();

/** The parts of an .ods in the way of writing that its readers know: as they are where they are written so, else by way of the parser. */
export const standardOds = (parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> =>
  new Map(
    [...parts].map(([name, bytes]) => {
      if (!read.includes(name)) return [name, bytes];
      const xml = decoded(bytes);
      return [
        name,
        isUsual(xml) ? (xml.startsWith("<?xml") && bytes[0] === 0x3c && bytes[1] !== 0 ? bytes : encoder.encode(xml)) : encoder.encode(plainText(bytes)),
      ];
    }),
  );
