import type {HalfYear} from "../../../../schemas/half-year.ts";
import type {Table} from "../../../../schemas/layouts/layout.ts";
import {onSheet} from "../excel.ts";
import type {ValueSheet} from "../values/value-sheet.ts";

/** A number in hundredths as a formula, and what must hold for it to be known; else there is nothing to compare. */
export type Term = {readonly known: readonly string[]; readonly value: string};
export const never: Term = {known: ["FALSE"], value: "0"};

/** A row of a table for which something is computed. */
export type RowAt = {readonly table: Table; readonly row: number};
/** The form a rule is translated for. */
export type Sheets = {
  readonly values: ValueSheet;
  readonly halfYear: HalfYear;
  readonly municipal: boolean;
  /** @throws Error `unknown table: ID`; null: not in this form */
  readonly tableOf: (id: string) => Table | null;
};

/** Asked in the half of the year this form is for. */
export const isAskedIn = ({onlyIn}: Table, halfYear: HalfYear): boolean => onlyIn === undefined || halfYear.endsWith(onlyIn);
/** Tables whose empty cells mean 0 as soon as one is filled. */
export const isSpreadTable = ({kind, id}: Table): boolean => kind === "matrix" || id === "T04O";

/** Address of the answer to a question of the cover as read. */
export const coverCell = ({values, tableOf}: Sheets, field: string): string => {
  const cover = tableOf("T01")!;
  return values.fixed(cover.sheet, "C", cover.columns.find((column) => column.field === field)!.row!);
};
export const isFullReturn = (sheets: Sheets): string => `${coverCell(sheets, "meldungsart")}<>":F"`;
export const isEmptyReturn = (sheets: Sheets): string => `${coverCell(sheets, "meldungsart")}=":F"`;
/** The cell itself in the form. */
export const rawCell = ({sheet}: Table, letter: string, row: number): string => onSheet(sheet, `$${letter}${row}`);
/** Whether the body on the cover is one of the 54; equal as texts, for keys of bodies are no numbers. */
export const bodyIsKnown = (sheets: Sheets): string => `SUMPRODUCT(--(":"&L_STELLEN=${coverCell(sheets, "melde_key")}))>0`;
