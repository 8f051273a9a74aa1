import {findBody} from "../../schemas/codes/bodies.ts";
import type {Reading} from "../../schemas/flow.ts";
import {readCells} from "./cells/read-cells.ts";
import {findSheets} from "./form/find-sheets.ts";
import {identify} from "./form/identify.ts";
import type {Opened} from "./open-workbook.ts";
import {unreadable} from "./unreadable.ts";

/** Gives an opened workbook its meaning: our form cell by cell, or one remark that it is not ours. */
export const interpret = ({format, workbook, remarks}: Opened): Reading => {
  const identity = identify(workbook);
  if (identity === null) return unreadable(format, "nicht der Meldebogen KIM");
  const {version, form, body, halfYear, synthetic} = identity;
  const context = {halfYear, body: body === null ? null : (findBody(body) ?? null), date1904: workbook.date1904};
  const read = readCells(form, findSheets(form, workbook.sheets), context);
  // A link that a cell uses is named there, not once more for the file.
  const linked = read.remarks.some(({kind}) => kind === "external-link");
  return {
    format,
    form: version,
    body,
    halfYear,
    synthetic,
    ...read,
    remarks: [...remarks.filter(({kind}) => kind !== "external-link" || !linked), ...read.remarks],
  };
};
