import type {LooseText, Remark} from "../../schemas/flow.ts";
import {hiddenInOds, hiddenInXlsx} from "./container/hidden.ts";
import {inspectOle} from "./container/ole.ts";
import {carriedThings, foreignPackages, packageFormat} from "./container/package.ts";
import {instead, refuse} from "./container/refused.ts";
import {slimmed} from "./container/slim.ts";
import {slimOds} from "./slim/slim-ods.ts";
import {slimXls} from "./slim/slim-xls.ts";
import {sheetParts} from "./container/sheet-parts.ts";
import {sniff} from "./container/sniff.ts";
import {storedZip} from "./container/stored-zip.ts";
import {unpack} from "./container/unpack.ts";
import {leanWorkbook} from "./lean/lean-workbook.ts";
import {notesInOds} from "./loose/ods-notes.ts";
import {notesInXlsx} from "./loose/xlsx-notes.ts";
import {readSheets, skipped, type Workbook} from "./sheets.ts";
import {insteadOf} from "./unreadable.ts";

/** A workbook out of its container, with what it carries beside cells; `notes` are comments, text boxes, headers and footers. */
export type Opened = {readonly format: string; readonly workbook: Workbook; readonly remarks: readonly Remark[]; readonly notes: readonly LooseText[]};
/** Told as soon as the format is known, so that it can be named even if the file turns out to be broken. */
export type TellFormat = (format: string) => void;

const readXlsx = (parts: ReadonlyMap<string, Uint8Array>): Pick<Opened, "workbook" | "notes"> => {
  const sheets = sheetParts(parts);
  const hidden = hiddenInXlsx(sheets);
  return {workbook: leanWorkbook(parts, sheets, hidden) ?? readSheets(storedZip(slimmed(parts)), hidden), notes: notesInXlsx(parts, sheets)};
};
const readOds = (parts: ReadonlyMap<string, Uint8Array>): Pick<Opened, "workbook" | "notes"> => {
  const slim = slimOds(parts, skipped);
  return {workbook: readSheets(storedZip(slim), hiddenInOds(slim), "ods"), notes: notesInOds(slim)};
};
const openZip = (bytes: Uint8Array, tell: TellFormat): Opened => {
  const unpacked = unpack(bytes);
  const format = packageFormat(unpacked);
  tell(format);
  if (format in foreignPackages) refuse(foreignPackages[format]!, instead.workbook);
  return {format, ...(format === "ods" ? readOds : readXlsx)(unpacked.parts), remarks: carriedThings(unpacked.names)};
};
const openOle = (bytes: Uint8Array, tell: TellFormat): Opened => {
  tell("xls");
  const {container, remarks} = inspectOle(bytes);
  const workbook = readSheets(slimXls(bytes, container, skipped), new Map(), "xls");
  return {format: "xls", workbook, remarks, notes: workbook.notes ?? []};
};

/** Opens bytes of any kind. @throws Refused for what is no workbook of the formats read */
export const openWorkbook = (bytes: Uint8Array, tell: TellFormat): Opened => {
  const kind = sniff(bytes);
  if (typeof kind !== "object") return kind === "zip" ? openZip(bytes, tell) : openOle(bytes, tell);
  tell(kind.format);
  return refuse(kind.foreign, insteadOf(kind));
};
