import {findBody} from "../../schemas/codes/bodies.ts";
import type {Reading} from "../../schemas/flow.ts";
import {forms as allForms} from "../../schemas/layouts/forms.ts";
import type {Form} from "../../schemas/layouts/layout.ts";
import {readCells} from "./cells/read-cells.ts";
import {instead} from "./container/refused.ts";
import {findSheets} from "./form/find-sheets.ts";
import {identify} from "./form/identify.ts";
import {issuedFor} from "./form/issued-for.ts";
import {presetsIn} from "./form/presets.ts";
import type {Opened} from "./open-workbook.ts";
import {unreadable} from "./unreadable.ts";

/** Gives an opened workbook its meaning: our form cell by cell, in the version it says of itself, or one remark that it is not ours. */
export const interpret = ({format, workbook, remarks}: Opened, forms: readonly Form[] = allForms): Reading => {
  const identity = identify(workbook, forms);
  if (identity === null) return unreadable(format, "nicht der Meldebogen KIM", instead.ours);
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
    presets: body === null || halfYear === null ? null : presetsIn(workbook.sheets, {body, halfYear, formVersion: version}),
    ...read,
    remarks: [...remarks.filter(({kind}) => kind !== "external-link" || !linked), ...read.remarks],
    repairs: [...issuedFor(identity, read.cells), ...read.repairs],
  };
};
