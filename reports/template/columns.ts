import {codeListOf} from "../../schemas/codes/lists.ts";
import type {Field} from "../../schemas/fields/field.ts";
import {fieldOf} from "../../schemas/fields/registry.ts";
import type {Column, Table} from "../../schemas/layouts/layout.ts";
import type {Variant} from "./variant.ts";

/** The field behind a column; the cost types of sheet 12 share the properties of the first. */
export const fieldOfColumn = ({field}: Column): Field | null => (field === undefined ? null : fieldOf(field === "eur_{code}" ? "eur_personal" : field));

/** Name of a column's values in a filled row, see FilledRow. */
export const valueName = ({field, key}: Column): string | undefined =>
  field === undefined ? undefined : field.includes("{code}") ? key : `${field}${key ?? ""}`;

/** How a column's cells look and whether one may type there: needed, voluntary, carried over, computed or fixed. */
export type Role = "input" | "voluntary" | "prefilled" | "locked";

/** Cells that this body is not asked for in this half-year are locked: nobody has to ask whether to fill them in. */
const isAsked = (table: Table, column: Column, {halfYear, municipal}: Variant) =>
  (table.onlyIn === undefined || halfYear.endsWith(table.onlyIn)) && !(column.field === "ort_sprechstunde_std" && municipal);

export const roleOf = (table: Table, column: Column, variant: Variant): Role => {
  if (column.status === "key" || column.status === "computed" || (table.rowKey === "ka_ags" && column.role === "key") || !isAsked(table, column, variant))
    return "locked";
  if (column.status === "prefilled") return "prefilled";
  return column.status === "optional" ? "voluntary" : "input";
};

/** Row of the first and last cell of a column. */
export const rowsOf = (table: Table, column: Column): readonly [number, number] => (column.row === undefined ? table.rows : [column.row, column.row]);

const wide: Readonly<Record<string, number>> = {titel: 46, erlaeuterung: 92, fundstelle: 26, regel_id: 12, ort_name: 28};
const byKind: Readonly<Record<Field["kind"], number>> = {
  count: 11,
  signed: 11,
  posts: 10,
  euro: 15,
  decimal: 11,
  code: 20,
  place: 22,
  halfYear: 12,
  date: 12,
  text: 14,
  mark: 11,
};
const yesNo = (field: Field) => field.kind === "code" && (field.list === "CL_JN" || field.list === "CL_JNA");
const longest = (texts: Iterable<string>) => Math.max(...[...texts].map(({length}) => length));
const keyWidth = ({fixed, rowKey, codes}: Table) =>
  fixed !== undefined
    ? 36
    : codes !== undefined
      ? Math.max(7, longest(codeListOf(codes.list).known.keys()) + 2)
      : /AGS|ags/.test(rowKey ?? "")
        ? 28
        : rowKey === undefined
          ? 7
          : 10;
const displayWidth = ({codes, fixed, kind}: Table) =>
  codes !== undefined ? longest(codeListOf(codes.list).known.values()) : fixed !== undefined ? 36 : kind === "list" ? 24 : 50;
const contentWidth = (table: Table, column: Column): number => {
  const field = fieldOfColumn(column);
  if (table.id === "T01" && column.letter === "C") return 54;
  if (column.role === "key") return keyWidth(table);
  if (field === null) return column.letter === "B" ? displayWidth(table) : 15;
  return yesNo(field) ? 10 : (wide[column.field!] ?? byKind[field.kind]);
};
/** Width in characters: room for the contents and for the longest word of the title, which is printed smaller. */
export const widthOf = (table: Table, column: Column): number =>
  Math.max(contentWidth(table, column), column.row === undefined ? longest(column.title.split(/[ -]/)) + 1 : 0);
/** Width of the questions of a field list. */
export const questionWidth = ({columns}: Table): number => longest(columns.map(({title}) => title));

const formats: Readonly<Partial<Record<Field["kind"], string>>> = {
  count: "0",
  signed: "0",
  posts: "0.00",
  euro: "#,##0.00",
  decimal: "0.0",
  date: "dd.mm.yyyy",
  halfYear: "@",
  place: "@",
  code: "@",
};
/** Counts without thousands separators: what is shown is what was typed. */
export const formatOf = (column: Column): string => formats[fieldOfColumn(column)?.kind ?? "text"] ?? "General";

/** What a cell shows for a value in wire form: drop-down entries for codes, numbers and day numbers, else the text. */
export const cellValue = (field: Field, value: string, placeEntry: (ags: string) => string): string | number => {
  if (value === "k. A.") return value;
  if (field.kind === "code") return codeListOf(field.list!).entry(value);
  if (field.kind === "place") return placeEntry(value);
  if (field.kind === "date") return dayNumber(value);
  return ["count", "signed", "posts", "euro", "decimal"].includes(field.kind) ? Number(value) : value;
};
/** Spreadsheets count days from 30 December 1899. */
export const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;
