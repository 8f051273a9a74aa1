import type {SheetCell} from "../../../schemas/flow.ts";
import {unescaped} from "../container/xml.ts";
import {shownNumber, typedNumber} from "../number-format.ts";
import {cleaned} from "../values/text.ts";
import {richText} from "./shared-strings.ts";

/** What cells of all sheets share. */
export type Shared = {readonly strings: readonly string[]; readonly formats: readonly string[]; readonly date1904: boolean};
/** Cells with content and merged areas of a sheet. */
export type LeanSheet = {readonly cells: ReadonlyMap<string, SheetCell>; readonly merged: readonly string[]};

const cellPattern = /<c r="([A-Z]{1,3}[1-9]\d{0,6})"((?:\s[a-z]+="[^"]*")*)(?:\/>|>(.*?)<\/c>)/gs;
/** Cells the pattern would pass over or misread; the library knows them all. */
const unusual = /<c(?!\sr="[A-Z]{1,3}[1-9]\d{0,6}"(?:\s[a-z]+="[^"]*")*\/?>|[a-z])|<!--|<!\[CDATA\[|\st="d"/;

const text = (value: string): Pick<SheetCell, "text" | "typed"> =>
  value === "" ? {text: "", typed: {empty: true}} : {text: cleaned(value), typed: {text: value}};
const number = (raw: string, style: string | undefined, {formats, date1904}: Shared): Pick<SheetCell, "text" | "typed"> => {
  const value = Number(raw);
  const format = formats[Number(style ?? 0)] ?? "General";
  return {text: cleaned(shownNumber(value, format, date1904)), typed: typedNumber(value, format, date1904)};
};
const typeOf = /\st="([^"]*)"/;
const styleOf = /\ss="([^"]*)"/;
const contentOf = /<v(?:\s[^>]*)?>([^<]*)<\/v>/;
const content = (attributes: string, inner: string, shared: Shared): Pick<SheetCell, "text" | "typed"> | null => {
  const type = typeOf.exec(attributes)?.[1];
  if (type === "inlineStr") return text(richText(inner));
  const raw = contentOf.exec(inner)?.[1];
  if (raw === undefined || (raw === "" && type !== "str")) return null;
  if (type === "s") return text(shared.strings[Number(raw)] ?? "");
  if (type === "str") return text(richText(`<t>${raw}</t>`));
  if (type === "b") return {text: raw === "1" ? "WAHR" : "FALSCH", typed: {boolean: raw === "1"}};
  return type === "e" ? {text: unescaped(raw), typed: {error: unescaped(raw)}} : number(raw, styleOf.exec(attributes)?.[1], shared);
};

const formulaPattern = /<f((?:\s[a-z]+="[^"]*")*)(?:\/>|>([^<]*)<\/f>)/;
const formulaOf = (inner: string, common: Map<string, string>): string | undefined => {
  const found = inner.includes("<f") ? formulaPattern.exec(inner) : null;
  if (found === null) return undefined;
  const id = /\ssi="(\d+)"/.exec(found[1]!)?.[1];
  if (found[2] === undefined || found[2] === "") return id === undefined ? undefined : (common.get(id) ?? "");
  const formula = unescaped(found[2]);
  if (id !== undefined) common.set(id, formula);
  return formula;
};

/** A formula of its own whose result was never kept shows nothing; our forms go out with many of them. */
const isUncomputed = (inner: string) => inner.startsWith("<f>") && inner.endsWith("</f>");

/** The cells of a worksheet part as spreadsheet programs write it today; null if anything in it is unusual. */
export const leanSheet = (xml: string, shared: Shared): LeanSheet | null => {
  const start = xml.indexOf("<sheetData");
  const end = xml.lastIndexOf("</sheetData>");
  const cells = new Map<string, SheetCell>();
  if (start < 0) return null;
  if (end < 0) return xml.startsWith("<sheetData/>", start) ? {cells, merged: []} : null;
  const data = xml.slice(start, end);
  if (unusual.test(data)) return null;
  const common = new Map<string, string>();
  for (const [, address, attributes, inner] of data.matchAll(cellPattern)) {
    if (inner === undefined || isUncomputed(inner)) continue;
    const formula = formulaOf(inner, common);
    const found = content(attributes!, inner, shared);
    if (found !== null) cells.set(address!, formula === undefined ? found : {...found, formula});
  }
  return {cells, merged: [...xml.slice(end).matchAll(/<mergeCell\s[^>]*ref="([A-Z0-9:]+)"/g)].map(([, range]) => range!)};
};
