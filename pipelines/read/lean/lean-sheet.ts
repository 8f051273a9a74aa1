import type {SheetCell} from "../../../schemas/flow.ts";
import {unescaped} from "../container/xml.ts";
import {shownNumber, typedNumber} from "../number-format.ts";
import {cleaned} from "../values/text.ts";
import {richText} from "./shared-strings.ts";

/** What cells of all sheets share. */
export type Shared = {readonly strings: readonly string[]; readonly formats: readonly string[]; readonly date1904: boolean};
/** Cells with content and merged areas of a sheet. */
export type LeanSheet = {readonly cells: ReadonlyMap<string, SheetCell>; readonly merged: readonly string[]};

const cellPattern = /<c r="([A-Z]{1,3}[1-9]\d{0,6})"((?: [a-z]+="[^"&]*")*)(?:\/>|>(.*?)<\/c>)/gs;
/** All that may stand in a cell: a formula, a kept result, a text of its own. */
const innerPattern = /^(?:<f((?: [A-Za-z0-9]+="[^"]*")*)(?:\/>|>([^<]*)<\/f>))?(?:<v(?: xml:space="preserve")?>([^<]*)<\/v>|<v\/>)?(?:<is>(.*)<\/is>)?$/s;
type Inner = {
  readonly formula: string | undefined;
  readonly attributes: string | undefined;
  readonly raw: string | undefined;
  readonly own: string | undefined;
};
const innerOf = (xml: string): Inner | null => {
  const found = innerPattern.exec(xml);
  return found === null ? null : {attributes: found[1], formula: found[2], raw: found[3], own: found[4]};
};

const text = (value: string): Pick<SheetCell, "text" | "typed"> =>
  value === "" ? {text: "", typed: {empty: true}} : {text: cleaned(value), typed: {text: value}};
const number = (raw: string, style: string | undefined, {formats, date1904}: Shared): Pick<SheetCell, "text" | "typed"> => {
  const value = Number(raw);
  const format = formats[Number(style ?? 0)] ?? "General";
  return {text: cleaned(shownNumber(value, format, date1904)), typed: typedNumber(value, format, date1904)};
};
const typeOf = / t="([^"]*)"/;
const styleOf = / s="([^"]*)"/;
const types = new Set(["s", "str", "b", "e", "n", "inlineStr"]);
const content = (type: string | undefined, attributes: string, {raw, own}: Inner, shared: Shared): Pick<SheetCell, "text" | "typed"> | null => {
  if (type === "inlineStr") return text(richText(own ?? ""));
  if (raw === undefined || (raw === "" && type !== "str")) return null;
  if (type === "s") return text(shared.strings[Number(raw)] ?? "");
  if (type === "str") return text(richText(`<t>${raw}</t>`));
  if (type === "b") return {text: raw === "1" ? "WAHR" : "FALSCH", typed: {boolean: raw === "1"}};
  return type === "e" ? {text: unescaped(raw), typed: {error: unescaped(raw)}} : number(raw, styleOf.exec(attributes)?.[1], shared);
};

const formulaOf = ({attributes, formula}: Inner, common: Map<string, string>): string | undefined => {
  if (attributes === undefined) return undefined;
  const id = / si="(\d+)"/.exec(attributes)?.[1];
  if (formula === undefined || formula === "") return id === undefined ? undefined : (common.get(id) ?? "");
  const whole = unescaped(formula);
  if (id !== undefined) common.set(id, whole);
  return whole;
};

/** A formula of its own whose result was never kept shows nothing; our forms go out with many of them. */
const isUncomputed = (inner: string) => inner.startsWith("<f>") && inner.endsWith("</f>");

/** The cells of a worksheet part in the plain form whose cells are usual; null if there is one that this reader does not know. */
export const leanSheet = ({xml, usual}: {readonly xml: string; readonly usual: boolean}, shared: Shared): LeanSheet | null => {
  const start = xml.indexOf("<sheetData");
  const end = xml.lastIndexOf("</sheetData>");
  const cells = new Map<string, SheetCell>();
  if (end < 0) return xml.startsWith("<sheetData/>", start) ? {cells, merged: []} : null;
  if (!usual) return null;
  const data = xml.slice(start, end);
  const common = new Map<string, string>();
  for (const [, address = "", attributes = "", inside] of data.matchAll(cellPattern)) {
    if (inside === undefined || isUncomputed(inside)) continue;
    const inner = innerOf(inside);
    const type = typeOf.exec(attributes)?.[1];
    if (inner === null || (type !== undefined && !types.has(type)) || (type === "inlineStr") !== (inner.own !== undefined)) return null;
    const formula = formulaOf(inner, common);
    const found = content(type, attributes, inner, shared);
    if (found !== null) cells.set(address, formula === undefined ? found : {...found, formula});
  }
  return {cells, merged: [...xml.slice(end).matchAll(/<mergeCell [^>]*ref="([A-Z0-9:]+)"/g)].map(([, range = ""]) => range)};
};
