import {createHash} from "node:crypto";
import type {Workbook} from "exceljs";
import {bodyOf} from "../../schemas/codes/bodies.ts";
import type {HalfYear} from "../../schemas/half-year.ts";
import type {Form} from "../../schemas/layouts/layout.ts";
import {sealRows} from "../../schemas/layouts/presets.ts";

/** Who reports, for when, in which version of which form. Stands in the file three times: visible on 01_Deckblatt, in `_meta`, as document properties. */
export type Identity = {readonly body: string; readonly halfYear: HalfYear; readonly form: Form; readonly version: number; readonly synthetic: boolean};

/** Changes with any cell, title or code of the layout. */
const layoutHash = (form: Form) => createHash("sha256").update(JSON.stringify(form)).digest("hex").slice(0, 16);

/** Names as in the form's own fields; the same in `_meta` (columns A and B) and as custom document properties. */
export const identityEntries = ({body, halfYear, form, version, synthetic}: Identity): readonly (readonly [name: string, value: string])[] => [
  ["melde_key", body],
  ["stelle", bodyOf(body).name],
  ["periode", halfYear],
  ["formular_version", form.version],
  ["version", String(version)],
  ["layout_hash", layoutHash(form)],
  ["synthetic", synthetic ? "Beispieldaten – frei erfunden" : "nein"],
];
export const identityRows = ["melde_key", "stelle", "periode", "formular_version", "version", "layout_hash", "synthetic"] as const;

/** The hidden sheet `_meta`; its values are written with the body. */
export const addMeta = (workbook: Workbook) => {
  const sheet = workbook.addWorksheet("_meta", {state: "hidden"});
  for (const name of [...identityRows, ...sealRows]) sheet.addRow([name, null]);
  sheet.getColumn(2).numFmt = "@";
};

const escaped = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
/** docProps/custom.xml; the workbook library cannot write it. */
export const customProperties = (entries: ReturnType<typeof identityEntries>): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${entries
    .map(
      ([name, value], i) =>
        `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${i + 2}" name="${name}"><vt:lpwstr>${escaped(value)}</vt:lpwstr></property>`,
    )
    .join("")}</Properties>`;
