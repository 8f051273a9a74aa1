import {municipalities} from "../../../schemas/codes/municipalities.ts";

/** A kind of personal data with the German words a sender reads and the shapes it takes. */
export type Pattern = {readonly kind: string; readonly shapes: readonly RegExp[]; readonly unless?: (match: RegExpExecArray) => boolean};

const towns = new Set(municipalities.map(({name}) => name.split(/[\s,(-]/, 1)[0]!));
/** Words that follow "Familie" or "Fr." (Freitag) without being a name. */
const noNames = new Set([
  "Kinder",
  "Kind",
  "Jugend",
  "Beruf",
  "Schule",
  "Bildung",
  "Gesundheit",
  "Integration",
  "Vormittag",
  "Nachmittag",
  "Sprechstunde",
  "Termin",
  "Abend",
  "Uhr",
]);

const surname = "(\\p{Lu}[\\p{L}'’-]+)";
const date = "\\d{1,2}\\.\\s?(?:\\d{1,2}\\.|\\p{Lu}\\p{Ll}+)\\s?(?:19|20)\\d{2}";

/** What must not stand in a free text. Names of places, offices, employers and programmes do not match. */
export const patterns: readonly Pattern[] = [
  {
    kind: "einen Namen",
    shapes: [
      new RegExp(`(?<![\\p{L}-])(?:Herrn?|Frau|Hr\\.|Fr\\.|Eheleute|Ehepaar|Fam\\.|Familie)\\s+(?:(?:Dr|Prof)\\.\\s*)*(?:\\p{Lu}\\.\\s*)?${surname}`, "gu"),
      new RegExp(`(?<![\\p{L}-])(?:Dr|Prof)\\.\\s+(?:(?:med|jur|phil)\\.\\s+)?(?:\\p{Lu}\\.\\s*)?${surname}`, "gu"),
      /(?<![\p{L}-])(?:Herrn?|Frau)\s+\p{Lu}\.(?!\s?\p{L}\.)/gu,
      new RegExp(`(?<![\\p{L}-])(?:Name|Vorname|Nachname|heißt)\\s*:?\\s+${surname}\\s+${surname}`, "gu"),
    ],
    unless: (match) => noNames.has(match[1] ?? "") || (/^(?:Familie|Ehepaar)/.test(match[0]) && towns.has(match[1] ?? "")),
  },
  {
    kind: "ein Geburtsdatum",
    shapes: [
      new RegExp(`(?:geb\\.?|geboren|Geburtsdatum|Geb\\.-?\\s?Datum|GebDat|\\*)\\s*(?:am)?\\s*:?\\s*${date}`, "giu"),
      /(?:geb\.?|geboren|Geburtsdatum|\*)\s*(?:am)?\s*:?\s*(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2}\b)/giu,
      new RegExp(`(?:${surname},?\\s*\\(?)${date.replace("(?:19|20)\\d{2}", "(?:19[2-9]\\d|200\\d)")}`, "gu"),
    ],
    unless: (match) => /^(?:Vom|Seit|Ab|Zum|Bis|Am|Stand|Gesetz|Erlass|Beschluss|Fassung|Richtlinie)\b/u.test(match[0]),
  },
  {kind: "eine E-Mail-Adresse", shapes: [/[\p{L}\d._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/giu]},
  {
    kind: "eine Telefonnummer",
    shapes: [
      /(?:Tel|Telefon|Telefonnummer|Mobil|Mobilnummer|Handy|Fon|Fax|Rufnummer|Durchwahl)\.?(?:-?Nr\.?)?\s*:?\s*\+?\(?\d[\d\s/()-]{3,}/giu,
      /(?<![\d.])(?:\+49|0049)[\s/()-]*\d[\d\s/()-]{5,}\d/gu,
      /(?<![\d.,])0[1-9]\d{1,4}\s?[/-]\s?(?:\d{3,}|\d{2,3}(?:[\s-]\d{2,})+)(?!\d)/gu,
      /(?<![\d.,])0[1-9]\d{1,3}\s\d{5,}(?![\d.,])/gu,
      /(?<![\d.,])01[567]\d[\s/-]?\d{3,4}[\s/-]?\d{3,5}(?![\d.,])/gu,
    ],
  },
  {
    kind: "ein Aktenzeichen oder eine AZR-Nummer",
    shapes: [
      /(?<!\p{L})AZR(?:-?\s?(?:Nr\.?|Nummer))?\s*:?\s*\d[\d\s/-]{5,}/gu,
      /(?<!\p{L})(?:Az\.?|AZ|Aktenzeichen|Gz\.?|GZ|Geschäftszeichen|Akten?[-\s]?(?:Nr\.?|Nummer)|Vorgangs-?(?:Nr\.?|nummer)|Kunden-?(?:Nr\.?|nummer)|Ausländer-?(?:Nr\.?|nummer)|Pass-?(?:Nr\.?|nummer)|BG-?(?:Nr\.?|Nummer))\s*:?\s*(?=[\p{L}\d./-]*\d)[\p{L}\d][\p{L}\d./-]{3,}/gu,
      /(?<!\d)\d{12}(?!\d)/gu,
      /(?<!\d)\d{7}\s?-\s?\d{3}(?!\d)/gu,
      /(?<!\d)\d{5}\s?BG\s?\d{7}(?!\d)/gu,
    ],
  },
  {kind: "eine Bankverbindung", shapes: [/(?<![\p{L}\d])[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,4})?(?![\p{L}\d])/gu]},
  {
    kind: "eine Anschrift",
    shapes: [
      /(?<!\p{L})\p{Lu}[\p{L}.-]*(?:straße|strasse|str\.|allee|gasse|chaussee)\s+\d+(?!\d)\s?[a-z]?(?!\p{L})/gu,
      /(?<!\p{L})(?:\p{Lu}[\p{L}.-]*\s)(?:Straße|Strasse|Str\.|Allee|Gasse|Weg|Platz)\s+\d+(?!\d)\s?[a-z]?(?!\p{L})/gu,
      /(?<!\p{L})\p{Lu}[\p{L}.-]*(?:weg|platz|ring|damm|ufer|wall|markt)\s+\d+\s?[a-z]?,?\s+\d{5}(?!\d)/gu,
      /wohnhaft\s+(?:in|am|an)\s+[^,;.]*\d/gu,
    ],
  },
];

/** Most texts hold nothing that could start a pattern. */
const suspicious = /[@\d*]|\(at\)|\[at\]|Herr|Frau|[HF]r\.|Fam|Ehe|Dr\.|Prof\.|[Nn]ame|heißt/;
const shortest = "Frau X".length;

/** Kinds of personal data a text seems to hold. */
export const personalKinds = (text: string, exempt: readonly string[] = []): string[] =>
  text.length < shortest || !suspicious.test(text)
    ? []
    : patterns
        .filter(
          ({kind, shapes, unless}) => !exempt.includes(kind) && shapes.some((shape) => [...text.matchAll(shape)].some((match) => unless?.(match) !== true)),
        )
        .map(({kind}) => kind);
