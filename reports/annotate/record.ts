import {strFromU8, strToU8} from "fflate";
import type {CellValue} from "./parts/cells.ts";
import {type Parts, putRelation, relationsOf, removeRelation} from "./parts/package.ts";
import {attribute, childrenOf, escaped, rootOf, tagOf, unescaped} from "./parts/xml.ts";
import {workbookPath} from "./parts/workbook.ts";

/** What a cell held before it was fixed. */
export type Before = {readonly sheet: string; readonly cell: string; readonly value: CellValue};
/** Rows and cells of a sheet before and after, so that undoing an untouched file gives back every byte. */
export type Kept = {readonly sheet: string; readonly before: string; readonly after: string};
/** Everything needed to undo: kept in the file itself, where spreadsheet programs carry it along. `calculating`: it was calculated on opening before. */
export type FixRecord = {readonly cells: readonly Before[]; readonly sheets: readonly Kept[]; readonly calculating: boolean};

const path = "customXml/kim-korrekturen.xml";
const id = "rIdKimFix";
const space = "urn:kim-controlling:korrekturen";

const kindOf = (value: CellValue) => ("number" in value ? "zahl" : "text" in value ? "text" : "leer");
const wordsOf = (value: CellValue) => ("number" in value ? value.number : "text" in value ? value.text : "");
const cellXml = ({sheet, cell, value}: Before) => `<zelle blatt="${escaped(sheet)}" zelle="${cell}" art="${kindOf(value)}">${escaped(wordsOf(value))}</zelle>`;
const sheetXml = ({sheet, before, after}: Kept) =>
  `<blatt blatt="${escaped(sheet)}"><vorher>${escaped(before)}</vorher><nachher>${escaped(after)}</nachher></blatt>`;

export const putRecord = (parts: Parts, {cells, sheets, calculating}: FixRecord): void => {
  parts.set(
    path,
    strToU8(
      `<?xml version="1.0" encoding="UTF-8"?>\n<korrekturen xmlns="${space}"${calculating ? ' rechnet="ja"' : ""}>${cells.map(cellXml).join("")}${sheets.map(sheetXml).join("")}</korrekturen>`,
    ),
  );
  putRelation(parts, workbookPath(parts), {id, type: "customXml", target: path});
};

const relationOf = (parts: Parts) =>
  relationsOf(parts, workbookPath(parts)).find(({type, target}) => type === "customXml" && parts.has(target) && strFromU8(parts.get(target)!).includes(space));
const valueFrom = (kind: string | undefined, text: string): CellValue => (kind === "zahl" ? {number: text} : kind === "text" ? {text} : {empty: true});
/** Null: nothing was fixed in this file. */
export const recordIn = (parts: Parts): FixRecord | null => {
  const relation = relationOf(parts);
  if (relation === undefined) return null;
  const xml = strFromU8(parts.get(relation.target)!);
  const all = childrenOf(xml, rootOf(xml));
  const text = (inner: readonly [number, number]) => unescaped(xml.slice(...inner));
  return {
    calculating: attribute(tagOf(xml, rootOf(xml)), "rechnet") === "ja",
    cells: all
      .filter(({name}) => name === "zelle")
      .map((each) => {
        const tag = tagOf(xml, each);
        return {sheet: attribute(tag, "blatt")!, cell: attribute(tag, "zelle")!, value: valueFrom(attribute(tag, "art"), text(each.inner))};
      }),
    sheets: all
      .filter(({name}) => name === "blatt")
      .map((each) => {
        const [before, after] = childrenOf(xml, each);
        return {sheet: attribute(tagOf(xml, each), "blatt")!, before: text(before!.inner), after: text(after!.inner)};
      }),
  };
};
export const removeRecord = (parts: Parts): void => {
  const relation = relationOf(parts);
  if (relation !== undefined) removeRelation(parts, workbookPath(parts), relation);
};
