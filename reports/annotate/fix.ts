import type {Proposal} from "../../schemas/flow.ts";
import {type CellValue, sheetData, withSheetData, withValues} from "./parts/cells.ts";
import type {Author} from "./parts/comments.ts";
import {putNotes, removeNotes} from "./parts/notes.ts";
import {closeParts, openParts, type Parts, partText, putText} from "./parts/package.ts";
import {calculateOnOpening, calculatesOnOpening, type SheetPart, sheetsOf} from "./parts/workbook.ts";
import {bookOf, put, recalculate, type Values} from "./recalculate.ts";
import {type Before, type FixRecord, type Kept, putRecord, recordIn, removeRecord} from "./record.ts";

const corrector: Author = "KIM-Korrektur";
const wordsOf = (value: CellValue) => ("number" in value ? value.number.replace(".", ",") : "text" in value ? `„${value.text}“` : "leer");

const sheetOf = (parts: Parts, title: string): SheetPart => {
  const sheet = sheetsOf(parts).find((each) => each.title === title && each.path !== "");
  if (sheet === undefined) throw new Error(`unknown sheet: ${title}`);
  return sheet;
};
const checked = ({cell, value}: Proposal): void => {
  if (!/^[A-Z]{1,3}[1-9]\d*$/.test(cell)) throw new Error(`invalid cell: ${cell}`);
  if ("number" in value && !/^-?\d+(\.\d+)?$/.test(value.number)) throw new Error(`invalid number: ${value.number}`);
};

const write = (parts: Parts, values: Values): Kept[] =>
  [...values].map(([title, cells]) => {
    const sheet = sheetOf(parts, title);
    const xml = partText(parts, sheet.path);
    const changed = withValues(xml, cells);
    putText(parts, sheet.path, changed);
    return {sheet: title, before: sheetData(xml), after: sheetData(changed)};
  });
/** What stood there at first, also when a cell is fixed twice. */
const earliest = <T>(old: readonly T[], added: readonly T[], key: (each: T) => string): T[] => [
  ...new Map([...added, ...old].map((each) => [key(each), each])).values(),
];
const joined = (old: FixRecord | null, added: FixRecord): FixRecord => ({
  calculating: old?.calculating ?? added.calculating,
  cells: earliest(old?.cells ?? [], added.cells, ({sheet, cell}) => `${sheet}!${cell}`),
  // Undone to the byte only from the state that the last fix left behind.
  sheets: earliest(old?.sheets ?? [], added.sheets, ({sheet}) => sheet).map((kept) => ({
    ...kept,
    after: added.sheets.find(({sheet}) => sheet === kept.sheet)?.after ?? kept.after,
  })),
});

const noteAll = (parts: Parts, cells: readonly Before[], text: (before: Before) => string) => {
  for (const [title, own] of Map.groupBy(cells, ({sheet}) => sheet)) {
    removeNotes(parts, sheetOf(parts, title), corrector);
    putNotes(parts, sheetOf(parts, title), corrector, new Map(own.map((each) => [each.cell, text(each)])));
  }
};

/**
 * Writes accepted proposals into the cells. Formats and formulas stay; sums of the form follow; a comment in each cell keeps the old value.
 * @throws Error `unknown sheet: NAME`, `invalid cell: …`, `invalid number: …`, or of the archive library for what is no .xlsx
 */
export const applyFix = async (bytes: Uint8Array, proposals: readonly Proposal[]): Promise<Uint8Array> => {
  proposals.forEach(checked);
  const parts = openParts(bytes);
  const book = bookOf(parts);
  const values: Values = new Map();
  for (const {sheet, cell, value} of proposals) put(values, sheetOf(parts, sheet).title, cell, value);
  const cells = proposals.map(({sheet, cell}) => ({sheet, cell, value: book.value(sheet, cell)}));
  recalculate(book, values);
  const record = joined(recordIn(parts), {cells, sheets: write(parts, values), calculating: calculatesOnOpening(parts)});
  const now = bookOf(parts);
  noteAll(
    parts,
    record.cells,
    ({sheet, cell, value}) => `Vorschlag der Prüfung übernommen.\nVorher: ${wordsOf(value)}\nJetzt: ${wordsOf(now.value(sheet, cell))}`,
  );
  putRecord(parts, record);
  calculateOnOpening(parts, true);
  return closeParts(parts);
};

/** Puts everything back that applyFix wrote: to the byte where the sheet was not touched since, else the old values of the fixed cells. */
export const undoFix = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const parts = openParts(bytes);
  const kept = recordIn(parts);
  if (kept === null) return bytes;
  const there = new Set(sheetsOf(parts).map(({title}) => title));
  const record = {cells: kept.cells.filter(({sheet}) => there.has(sheet)), sheets: kept.sheets.filter(({sheet}) => there.has(sheet))};
  const whole = new Map(record.sheets.map(({sheet, after}) => [sheet, after]));
  const untouched = (title: string) => sheetData(partText(parts, sheetOf(parts, title).path)) === whole.get(title);
  const values: Values = new Map();
  for (const {sheet, cell, value} of record.cells.filter((each) => !untouched(each.sheet))) put(values, sheet, cell, value);
  const book = bookOf(parts);
  for (const {sheet, before} of record.sheets.filter((each) => untouched(each.sheet))) {
    const {path} = sheetOf(parts, sheet);
    putText(parts, path, withSheetData(partText(parts, path), before));
  }
  if (values.size > 0) {
    recalculate(book, values);
    write(parts, values);
  }
  for (const title of new Set(record.cells.map(({sheet}) => sheet))) removeNotes(parts, sheetOf(parts, title), corrector);
  removeRecord(parts);
  calculateOnOpening(parts, values.size > 0 || kept.calculating);
  return closeParts(parts);
};
