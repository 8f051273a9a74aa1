import {findBody} from "../../schemas/codes/bodies.ts";
import type {Reading, Remark} from "../../schemas/flow.ts";
import {intakeLimits} from "../../schemas/intake.ts";
import {readCells} from "./cells/read-cells.ts";
import {hiddenInOds, hiddenInXlsx} from "./container/hidden.ts";
import {inspectOle} from "./container/ole.ts";
import {carriedThings, foreignPackages, packageFormat} from "./container/package.ts";
import {Refused, refuse} from "./container/refused.ts";
import {slimmed} from "./container/slim.ts";
import {sniff} from "./container/sniff.ts";
import {storedZip} from "./container/stored-zip.ts";
import {unpack} from "./container/unpack.ts";
import {findSheets} from "./form/find-sheets.ts";
import {identify} from "./form/identify.ts";
import {readSheets, type Workbook} from "./sheets.ts";
import {unreadable} from "./unreadable.ts";

type Opened = {readonly format: string; readonly workbook: Workbook; readonly remarks: readonly Remark[]};

const openZip = (bytes: Uint8Array, name: (format: string) => void): Opened => {
  const package_ = unpack(bytes);
  const format = packageFormat(package_);
  name(format);
  if (format in foreignPackages) refuse(foreignPackages[format]!);
  const hidden = format === "ods" ? hiddenInOds(package_.parts) : hiddenInXlsx(package_.parts);
  return {format, workbook: readSheets(storedZip(slimmed(package_.parts)), hidden), remarks: carriedThings(package_.names)};
};
const openOle = (bytes: Uint8Array, name: (format: string) => void): Opened => {
  name("xls");
  const remarks = inspectOle(bytes);
  return {format: "xls", workbook: readSheets(bytes, new Map(), true), remarks};
};

const interpret = ({format, workbook, remarks}: Opened): Reading => {
  const identity = identify(workbook);
  if (identity === null) return unreadable(format, "nicht der Meldebogen KIM");
  const {version, form, body, halfYear} = identity;
  const read = readCells(form, findSheets(form, workbook.sheets), {halfYear, body: body === null ? null : findBody(body) ?? null, date1904: workbook.date1904});
  const linked = read.remarks.some(({kind}) => kind === "external-link");
  return {format, form: version, body, halfYear, ...read, remarks: [...remarks.filter(({kind}) => kind !== "external-link" || !linked), ...read.remarks]};
};

/** German reason for what a reader threw; the workbook library speaks of passwords in English. */
const reasonOf = (error: unknown) => {
  if (error instanceof Refused) return error.message;
  return /password|encrypt/i.test(String(error)) ? "mit einem Kennwort verschlüsselt" : "beschädigt";
};

/** Reads one file of any kind. Never throws: what cannot be read is a reading without form and with one remark that says why. */
export const readWorkbook = (bytes: Uint8Array): Reading => {
  let format = "unknown";
  const name = (found: string) => { format = found; };
  try {
    if (bytes.length > intakeLimits.bytes) refuse(`zu groß (höchstens ${intakeLimits.bytes / 1024 / 1024} MB)`);
    const kind = sniff(bytes);
    if (typeof kind === "object") return unreadable(kind.format, kind.foreign);
    return interpret(kind === "zip" ? openZip(bytes, name) : openOle(bytes, name));
  } catch (error) {
    return unreadable(format, reasonOf(error));
  }
};
