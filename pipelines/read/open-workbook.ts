import type {Remark} from "../../schemas/flow.ts";
import {hiddenInOds, hiddenInXlsx} from "./container/hidden.ts";
import {inspectOle} from "./container/ole.ts";
import {carriedThings, foreignPackages, packageFormat} from "./container/package.ts";
import {refuse} from "./container/refused.ts";
import {slimmed} from "./container/slim.ts";
import {sheetParts} from "./container/sheet-parts.ts";
import {sniff} from "./container/sniff.ts";
import {storedZip} from "./container/stored-zip.ts";
import {unpack} from "./container/unpack.ts";
import {leanWorkbook} from "./lean/lean-workbook.ts";
import {readSheets, type Workbook} from "./sheets.ts";

/** A workbook out of its container, with what it carries beside cells. */
export type Opened = {readonly format: string; readonly workbook: Workbook; readonly remarks: readonly Remark[]};
/** Told as soon as the format is known, so that it can be named even if the file turns out to be broken. */
export type TellFormat = (format: string) => void;

const readXlsx = (parts: ReadonlyMap<string, Uint8Array>): Workbook => {
  const sheets = sheetParts(parts);
  const hidden = hiddenInXlsx(sheets);
  return leanWorkbook(parts, sheets, hidden) ?? readSheets(storedZip(slimmed(parts)), hidden);
};
const openZip = (bytes: Uint8Array, tell: TellFormat): Opened => {
  const unpacked = unpack(bytes);
  const format = packageFormat(unpacked);
  tell(format);
  if (format in foreignPackages) refuse(foreignPackages[format]!);
  const workbook = format === "ods" ? readSheets(storedZip(unpacked.parts), hiddenInOds(unpacked.parts)) : readXlsx(unpacked.parts);
  return {format, workbook, remarks: carriedThings(unpacked.names)};
};
const openOle = (bytes: Uint8Array, tell: TellFormat): Opened => {
  tell("xls");
  const remarks = inspectOle(bytes);
  return {format: "xls", workbook: readSheets(bytes, new Map(), true), remarks};
};

/** Opens bytes of any kind. @throws Refused for what is no workbook of the formats read */
export const openWorkbook = (bytes: Uint8Array, tell: TellFormat): Opened => {
  const kind = sniff(bytes);
  if (typeof kind !== "object") return kind === "zip" ? openZip(bytes, tell) : openOle(bytes, tell);
  tell(kind.format);
  return refuse(kind.foreign);
};
