import type {LooseText, TextCarrier} from "../../../schemas/flow.ts";
import {unescaped} from "../container/xml.ts";
import {decoded} from "../package/xml.ts";

const file = {file: true} as const;
/** Nothing shorter names anybody: "Frau X". */
const shortest = 6;
const each = (texts: Iterable<string>, carrier: TextCarrier): LooseText[] =>
  [...new Set(texts)].filter((text) => text.trim().length >= shortest).map((text) => ({at: file, text: text.trim(), carrier}));

const [less, exclamation, question, blank] = [0x3c, 0x21, 0x3f, 0x20];
/** Looks at the bytes, because parts are large and hardly any has such a thing; UTF-16 is rare and not looked at. */
const mayHold = (bytes: Uint8Array): boolean => {
  if ([0, 0xfe, 0xff].includes(bytes[0] ?? 0) || bytes[1] === 0) return true;
  for (let at = bytes.indexOf(exclamation); at > 0; at = bytes.indexOf(exclamation, at + 1)) if (bytes[at - 1] === less) return true;
  // The declaration, `<?xml `, is none.
  for (let at = bytes.indexOf(question); at > 0; at = bytes.indexOf(question, at + 1)) if (bytes[at - 1] === less && bytes[at + 4] !== blank) return true;
  return false;
};
const unread = /<!--(.*?)-->|<\?(?!xml\s)[\w.:-]+\s(.*?)\?>/gs;
/** Comments and instructions of XML, which a parser passes over, in any part. */
export const unreadMarkup = (parts: ReadonlyMap<string, Uint8Array>): LooseText[] =>
  each(
    [...parts.values()]
      .filter(mayHold)
      .flatMap((bytes) => [...decoded(bytes).matchAll(unread)].map(([, comment, instruction]) => comment ?? instruction ?? "")),
    "part",
  );

/** Names of styles are written with `_20_` for a blank. */
const plainName = (name: string) => unescaped(name).replace(/_([\da-f]{2,4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
const worded = /\s(?:name|val|formatCode|typeface|style:name|style:display-name|svg:font-family)="([^"]{6,})"/g;
const literal = /"([^"]*)"/g;
/** Names of styles and fonts, and words in number formats; each format whole, for it may say a word letter by letter. */
export const styleTexts = (xml: string): LooseText[] =>
  each(
    [
      ...[...xml.matchAll(worded)].flatMap(([, raw = ""]) => {
        const text = plainName(raw);
        return text.includes('"') ? [...text.matchAll(literal)].map(([, word = ""]) => word) : [text.replace(/\\(.)/g, "$1")];
      }),
      ...[...xml.matchAll(/<number:text>([^<]*)</g)].map(([, text = ""]) => unescaped(text)),
    ],
    "style",
  );

/** How a text is pronounced, which programs keep with it. */
export const phoneticTexts = (xml: string): LooseText[] =>
  !xml.includes("<rPh")
    ? []
    : each(
        [...xml.matchAll(/<rPh\b.*?<\/rPh>/gs)].map(([hint]) =>
          unescaped([...hint.matchAll(/<t(?:\s[^>]*)?>([^<]*)</g)].map(([, text = ""]) => text).join("")),
        ),
        "part",
      );
