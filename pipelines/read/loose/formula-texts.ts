import type {LooseText, Sheet} from "../../../schemas/flow.ts";
import {unescaped} from "../container/xml.ts";
import type {SheetPart} from "../package/spreadsheet.ts";

/** Nothing shorter names anybody: "Frau X". */
const shortest = 6;
/** Texts that a formula holds, whether it shows them or not; those it puts together at once are one text, and a quote written twice stands for one. */
export const literalsIn = (formula: string, quote = '"', joint = "&"): string[] => {
  const pieces = formula.split(quote);
  const found: string[] = [];
  for (let i = 1; i < pieces.length; i += 2) {
    let text = pieces[i] ?? "";
    for (let between = pieces[i + 1] ?? ""; i + 2 < pieces.length && (between === "" || between.trim() === joint); between = pieces[i + 1] ?? "") {
      i += 2;
      text += (between === "" ? quote : "") + (pieces[i] ?? "");
    }
    if (text.length >= shortest) found.push(text);
  }
  return found;
};

/** Copied down, a formula says the same in each row: the first cell stands for all. */
const once = (found: Iterable<readonly [formula: string, at: LooseText["at"]]>): LooseText[] => {
  const texts = new Map<string, LooseText>();
  for (const [formula, at] of found) for (const text of literalsIn(formula)) if (!texts.has(text)) texts.set(text, {at, text, carrier: "formula"});
  return [...texts.values()];
};

/** In the plain form a formula follows its cell; most have no quote. */
const inXml = /<f[^<>]*>([^<"&]*["&][^<]*)<\/f>/g;
const place = /<c r="([A-Z]{1,3}\d+)"[^<>]*>$/;
const quoted = (raw: string) => (raw.includes("&#") ? unescaped(raw).replaceAll("&", "&amp;") : raw).replaceAll('"', "&quot;");
/** Texts in the formulas of a sheet, computed or not. Thousands say the same few texts: only the first is unescaped and placed. */
export const formulasInSheet = ({title, xml}: SheetPart): LooseText[] => {
  const texts = new Map<string, LooseText>();
  for (const {1: raw = "", index} of xml.matchAll(inXml))
    for (const literal of literalsIn(quoted(raw), "&quot;", "&amp;")) {
      if (texts.has(literal)) continue;
      const cell = place.exec(xml.slice(Math.max(0, index - 200), index))?.[1];
      texts.set(literal, {at: cell === undefined ? {sheet: title} : {sheet: title, cell}, text: unescaped(literal), carrier: "formula"});
    }
  return [...texts.values()];
};
/** The same of sheets as a library read them: without the cells whose formula gave nothing. */
export const formulasInCells = (sheets: readonly Sheet[]): LooseText[] =>
  sheets.flatMap(({title, cells}) =>
    once([...cells].flatMap(([cell, {formula}]) => (formula?.includes('"') === true ? [[formula, {sheet: title, cell}] as const] : []))),
  );
/** Every formula of an .ods, also those of cells that show nothing. */
export const formulasInOds = (content: string): LooseText[] =>
  content.split("<table:table ").flatMap((table) => {
    const title = /\btable:name="([^"]*)"/.exec(table)?.[1];
    const at = title === undefined ? ({file: true} as const) : {sheet: unescaped(title)};
    return once(
      table
        .matchAll(/\stable:(?:formula|condition|base-cell-expression|expression)="([^"]*&quot;[^"]*)"/g)
        .map(([, raw = ""]) => [unescaped(raw), at] as const),
    );
  });
