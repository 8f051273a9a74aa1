import type {LooseText, Remark} from "../../schemas/flow.ts";
import {hiddenInOds, hiddenInXlsx} from "./container/hidden.ts";
import {inspectOle} from "./container/ole.ts";
import {carriedThings, foreignPackages, packageFormat} from "./container/package.ts";
import {instead, refuse} from "./container/refused.ts";
import {slim} from "./container/slim.ts";
import {slimOds} from "./slim/slim-ods.ts";
import {slimXls} from "./slim/slim-xls.ts";
import {sniff} from "./container/sniff.ts";
import {storedZip} from "./container/stored-zip.ts";
import {unpack} from "./container/unpack.ts";
import {leanWorkbook} from "./lean/lean-workbook.ts";
import {sharedStrings} from "./lean/shared-strings.ts";
import {formulasInCells} from "./loose/formula-texts.ts";
import {unreadMarkup} from "./loose/markup-texts.ts";
import {notesInOds} from "./loose/ods-notes.ts";
import {textsInOds} from "./loose/ods-texts.ts";
import {textsInXlsx} from "./loose/xlsx-texts.ts";
import {standardPackage, spreadsheetOf} from "./package/spreadsheet.ts";
import {standardOds} from "./package/ods.ts";
import {readSheets, skipped, type Workbook} from "./sheets.ts";
import {insteadOf} from "./unreadable.ts";

/** A workbook out of its container, with what it carries beside cells; `notes` is every text that no cell holds. */
export type Opened = {readonly format: string; readonly workbook: Workbook; readonly remarks: readonly Remark[]; readonly notes: readonly LooseText[]};
/** Told as soon as the format is known, so that it can be named even if the file turns out to be broken. */
export type TellFormat = (format: string) => void;
type Contents = Pick<Opened, "workbook" | "notes"> & {readonly names: number};

const readXlsx = (parts: ReadonlyMap<string, Uint8Array>): Contents => {
  const book = spreadsheetOf(parts);
  const hidden = hiddenInXlsx(book.sheets.filter(({title}) => !skipped(title)));
  const byLibrary = (): Workbook => ({
    ...readSheets(
      storedZip(
        standardPackage(
          book,
          book.sheets.map(({title, xml}) => (skipped(title) ? "" : slim(xml))),
        ),
      ),
      hidden,
    ),
    properties: book.properties,
  });
  const strings = sharedStrings(book.strings);
  const workbook = leanWorkbook(book, strings, hidden) ?? byLibrary();
  const shown = new Set(workbook.sheets.flatMap(({cells}) => [...cells.values()].map(({typed}) => ("text" in typed ? typed.text : ""))));
  return {workbook, ...textsInXlsx(book, strings, shown)};
};
const readOds = (given: ReadonlyMap<string, Uint8Array>): Contents => {
  const parts = standardOds(given);
  const {notes, names} = textsInOds(parts);
  const slimmed = slimOds(parts, skipped);
  const workbook = readSheets(storedZip(slimmed), hiddenInOds(slimmed), "ods");
  const shown = formulasInCells(workbook.sheets);
  const placed = new Set(shown.map(({text}) => text));
  const others = notes.filter(({carrier, text}) => carrier !== "formula" || !placed.has(text));
  return {workbook, notes: [...notesInOds(slimmed), ...shown, ...others, ...unreadMarkup(given)], names};
};
/** Office programs write the name of whoever saves into every file: no reason to refuse one, but nothing that comes in unnoticed. */
const namesRemark = (count: number): Remark[] =>
  count === 0
    ? []
    : [
        {
          kind: "property-names",
          at: {file: true},
          found: `${count} ${count === 1 ? "Name" : "Namen"} in den Dateieigenschaften (z. B. Verfasser)`,
          expected: "keine Namen in den Dateieigenschaften",
        },
      ];
const openZip = (bytes: Uint8Array, tell: TellFormat): Opened => {
  const unpacked = unpack(bytes);
  const format = packageFormat(unpacked);
  tell(format);
  const foreign = foreignPackages[format];
  if (foreign !== undefined) refuse(foreign, instead.workbook);
  const {names, ...contents} = (format === "ods" ? readOds : readXlsx)(unpacked.parts);
  return {format, ...contents, notes: [...contents.notes, ...(unpacked.beside ?? [])], remarks: [...carriedThings(unpacked), ...namesRemark(names)]};
};
const openOle = (bytes: Uint8Array, tell: TellFormat): Opened => {
  tell("xls");
  const {container, remarks} = inspectOle(bytes);
  const workbook = readSheets(slimXls(bytes, container, skipped), new Map(), "xls");
  return {
    format: "xls",
    workbook,
    remarks: [...remarks, ...namesRemark(workbook.names ?? 0)],
    notes: [...(workbook.notes ?? []), ...formulasInCells(workbook.sheets)],
  };
};

/** Opens bytes of any kind. @throws Refused for what is no workbook of the formats read */
export const openWorkbook = (bytes: Uint8Array, tell: TellFormat): Opened => {
  const kind = sniff(bytes);
  if (typeof kind !== "object") return kind === "zip" ? openZip(bytes, tell) : openOle(bytes, tell);
  tell(kind.format);
  return refuse(kind.foreign, insteadOf(kind));
};
