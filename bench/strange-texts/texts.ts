import {chance} from "../../fixtures/sample/chance.ts";

/** Everything XML can carry in a cell. */
const inWorkbooks = [
  "'s Treff am Markt",
  "''",
  "'=1+1",
  "=1+1",
  "=cmd|' /C calc'!A0",
  "+49",
  "-5",
  "@SUM(A1:A9)",
  "＝1+1",
  "＋1",
  "－1",
  "＠x",
  '"=1+1"',
  'sagte "ja", „nein“',
  "a;b,c\td|e",
  "eins\nzwei\r\ndrei\rvier",
  "a\u0085b\u2028c\u2029d",
  "<script>alert(1)</script>",
  "</script><img src=x onerror=alert(1)>",
  "&amp; &#x41; &nbsp;",
  "<!-- offen",
  "]]> <![CDATA[ x",
  "<b>fett</b> </td></table>",
  "שלום עולם مرحبا",
  "links \u202erechts\u202c \u2066x\u2069",
  "👩‍👩‍👧‍👦 🏳️‍🌈 𝔘",
  "e\u0301 a\u0308 Z\u0351\u036b\u0343",
  "_x0000_ _x000D_ _x005F_",
  "007",
  "1-2",
  "1E5",
  "3/4",
  "12,50",
  "WAHR",
  "NULL",
  "k. A.",
  "…",
  "x",
  "Robert'); drop table raw.cell;--",
  "..\\..\\a/../b:c*?",
  "{{7*7}} $x {x} %s %d %00 {}",
  "# Titel **fett** [x](javascript:alert(1))",
  '{"a": [1, null]}',
  "\ufeffBOM",
  "a\u200bb\u2060c",
];
/** What only a reader that decodes escapes could hand on. */
const beyond = ["\u0001\u0008\u001f", "a\u0000b", "", " ", "  vorn und hinten  ", "\t=1", "\r=1", "\n", "\u007f\u009f", "\ufffe"];
const long = (text: string) => `${text} `.repeat(Math.ceil(32_000 / (text.length + 1))).slice(0, 32_000);

/** The n-th strange text of a seed; every kind comes, joined to others and, rarely, 32,000 characters long. `legal`: only what a workbook can hold. */
export const strangeText = (seed: number, n: number, legal: boolean): string => {
  const kinds = legal ? inWorkbooks : [...inWorkbooks, ...beyond];
  const kind = kinds[n % kinds.length] ?? "";
  const dice = chance(seed, "strange", String(n));
  if (n < kinds.length) return kind;
  if (dice.happens(0.01)) return long(kind).toWellFormed();
  return `${kind}${kinds[dice.between(0, kinds.length - 1)] ?? ""}`;
};
