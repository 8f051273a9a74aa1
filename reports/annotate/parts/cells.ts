import {attribute, escaped, replaced, unescaped} from "./xml.ts";

/** What a cell holds, as text: a decimal number with a dot, or words. */
export type CellValue = {readonly number: string} | {readonly text: string} | {readonly empty: true};
type Span = {readonly start: number; readonly end: number};
/** A cell of a worksheet part, by its offsets. */
export type CellPart = Span & {readonly xml: string; readonly formula: string | null};

/** The element with all rows, which may be empty. */
const dataOf = (xml: string): Span => {
  const open = /<(?:\w+:)?sheetData(?:\s[^>]*?)?\/?>/.exec(xml);
  if (open === null) throw new Error("invalid part: no rows");
  const start = open.index;
  const close = /<\/(?:\w+:)?sheetData>/.exec(xml);
  return {start, end: open[0].endsWith("/>") || close === null ? start + open[0].length : close.index + close[0].length};
};
/** Rows and cells, untouched: what fixing changes and undoing brings back. */
export const sheetData = (xml: string): string => {
  const {start, end} = dataOf(xml);
  return xml.slice(start, end);
};
export const withSheetData = (xml: string, data: string): string => {
  const {start, end} = dataOf(xml);
  return replaced(xml, start, end, data);
};

const cell = /<((?:\w+:)?)c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/\1c>)/g;
/** All cells by address. @throws Error `invalid part: cells without address` */
export const cellsOf = (xml: string): ReadonlyMap<string, CellPart> => {
  const {start, end} = dataOf(xml);
  return new Map(
    [...xml.slice(start, end).matchAll(cell)].map((match) => {
      const [text, , tag = "", inner = ""] = match;
      const address = attribute(tag, "r");
      if (address === undefined) throw new Error("invalid part: cells without address");
      const formula = /<(?:\w+:)?f(?:\s[^>]*)?>([^<]*)</.exec(inner)?.[1];
      return [
        address,
        {start: start + match.index, end: start + match.index + text.length, xml: text, formula: formula === undefined ? null : unescaped(formula)},
      ] as const;
    }),
  );
};

const plain = (xml: string) => [...xml.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g)].map(([, text]) => unescaped(text!)).join("");
export const sharedStrings = (xml: string): string[] =>
  [...xml.matchAll(/<((?:\w+:)?)si>([\s\S]*?)<\/\1si>|<(?:\w+:)?si\/>/g)].map(([, , inner = ""]) => plain(inner));
export const valueIn = ({xml}: CellPart, strings: readonly string[]): CellValue => {
  const type = attribute(/^<[^>]*>/.exec(xml)![0], "t") ?? "n";
  if (type === "inlineStr") return {text: plain(xml)};
  const value = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</.exec(xml)?.[1];
  if (value === undefined || value === "") return {empty: true};
  return type === "n" ? {number: value} : {text: type === "s" ? (strings[Number(value)] ?? "") : unescaped(value)};
};

/** A cell with another value: format and formula stay, of a formula only the remembered result changes. */
const rewritten = (address: string, value: CellValue, old: CellPart | undefined): string => {
  const prefix = /^<((?:\w+:)?)c/.exec(old?.xml ?? "")?.[1] ?? "";
  const style = old === undefined ? undefined : attribute(/^<[^>]*>/.exec(old.xml)![0], "s");
  const formula = old === undefined ? "" : (/<(?:\w+:)?f[\s>/][\s\S]*?(?:\/>|<\/(?:\w+:)?f>)/.exec(old.xml)?.[0] ?? "");
  const head = `<${prefix}c r="${address}"${style === undefined ? "" : ` s="${style}"`}`;
  if ("number" in value) return `${head}>${formula}<${prefix}v>${value.number}</${prefix}v></${prefix}c>`;
  if (formula !== "") return `${head} t="str">${formula}<${prefix}v>${"text" in value ? escaped(value.text) : ""}</${prefix}v></${prefix}c>`;
  return "empty" in value
    ? `${head}/>`
    : `${head} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escaped(value.text)}</${prefix}t></${prefix}is></${prefix}c>`;
};

const columnNumber = (address: string) => [...address.replace(/\d+/, "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
const rowOf = (address: string) => Number(/\d+$/.exec(address)![0]);
/** A cell the file does not have yet, in its place among the others of its row. */
const inserted = (xml: string, address: string, text: string): string => {
  const cells = [...cellsOf(xml)];
  const next = cells.find(([other]) => rowOf(other) === rowOf(address) && columnNumber(other) > columnNumber(address));
  if (next !== undefined) return replaced(xml, next[1].start, next[1].start, text);
  const row = new RegExp(`<((?:\\w+:)?)row\\s(?:[^>]*\\s)?r="${rowOf(address)}"[^>]*?(?:(/)>|>[\\s\\S]*?(</\\1row>))`).exec(xml);
  if (row === null) return insertedRow(xml, rowOf(address), text);
  const end = row.index + row[0].length;
  return row[2] === "/" ? replaced(xml, end - 2, end, `>${text}</${row[1]}row>`) : replaced(xml, end - row[3]!.length, end - row[3]!.length, text);
};
const insertedRow = (xml: string, number: number, text: string): string => {
  const prefix = /<((?:\w+:)?)sheetData/.exec(xml)?.[1] ?? "";
  const row = `<${prefix}row r="${number}">${text}</${prefix}row>`;
  const later = [...xml.matchAll(/<(?:\w+:)?row\s(?:[^>]*?\s)?r="(\d+)"/g)].find(([, other]) => Number(other) > number);
  if (later !== undefined) return replaced(xml, later.index, later.index, row);
  const {start, end} = dataOf(xml);
  const filled = xml.slice(start, end).replace(/\s*\/>$/, `></${prefix}sheetData>`);
  return replaced(xml, start, end, replaced(filled, filled.lastIndexOf("</"), filled.lastIndexOf("</"), row));
};

/** The part with these values; what is not named stays byte for byte. */
export const withValues = (xml: string, values: ReadonlyMap<string, CellValue>): string => {
  const known = cellsOf(xml);
  const there = [...values].filter(([address]) => known.has(address)).toSorted(([a], [b]) => known.get(b)!.start - known.get(a)!.start);
  const changed = there.reduce(
    (text, [address, value]) => replaced(text, known.get(address)!.start, known.get(address)!.end, rewritten(address, value, known.get(address))),
    xml,
  );
  return [...values]
    .filter(([address, value]) => !known.has(address) && !("empty" in value))
    .reduce((text, [address, value]) => inserted(text, address, rewritten(address, value, undefined)), changed);
};
