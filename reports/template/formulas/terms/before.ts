import type {Check} from "../../../../schemas/rules/rule.ts";
import type {Cells, Expression} from "../../../../schemas/rules/terms/expression.ts";
import {never, type RowAt, type Sheets, type Term} from "./form-terms.ts";
import {keyLetter} from "../values/value-sheet.ts";

type Previous = Extract<Expression, {kind: "previous"}>;

/** Figures of the half-year before that are printed in `_Vorgaben`, by what a rule asks for: table, field, row or kind of post. */
const printed: Readonly<Record<string, string>> = {
  "T08K koop_ende": "V_KOOP_ENDE",
  "T08G sitzungen LG": "V_LG_VOR",
  "T08Q prozessbegl_tage": "V_PB_VOR",
  "T03 cm_neu": "V_NEU_VOR",
  "T03 beratungen_gesamt": "V_BER_VOR",
  "T02 vzae_monate CM": "V_VZM_CM_VOR",
  "T02 vzae_monate ABH EBH": "V_VZM_B3_VOR",
};
const nameOf = ({table, field, rows, where = []}: Cells): string | undefined => {
  const codes = where.flatMap((each) => ("is" in each ? each.is : ["?"]));
  return printed[[table, field, ...(typeof rows === "string" ? [] : rows.filter((row) => row !== "-")), ...codes].join(" ")];
};
/** Lists of the half-year before, by the figure that stands in them. */
const lists: Readonly<Record<string, {readonly keys: string; readonly values: string; readonly skip: number}>> = {
  "T03 cm_bestand_ende": {keys: "V_ORT_KEY", values: "V_ORT_ENDE", skip: 2},
  "T10E eb_ende": {keys: "V_EBH_KEY", values: "V_EBH_ENDE", skip: 6},
  "T09 status": {keys: "V_LUECKE_KEY", values: "V_LUECKE_STATUS", skip: 2},
};

const isListed = (name: string) => [`V_ERSTE<>1`, `COUNTA(${name})>0`];
/** Key of the row at hand without the marks of the value sheet. */
const keyAt = ({values}: Sheets, {table, row}: RowAt, skip: number) => `MID(${values.cell(table.sheet, keyLetter, row)},${skip},40)`;
const inStatus = (values: string, is: readonly string[]) => is.map((code) => `(${values}="${code}")`).join("+");

/** The same figure in the half-year before, as far as it is printed in the form. */
export const beforeTerm = (sheets: Sheets, {of, printed: instead}: Previous, row: RowAt | null): Term => {
  const asked = instead ?? of;
  const cells = asked.kind === "count" ? asked.of : asked;
  if (cells.kind !== "cells") return never;
  const name = nameOf(cells);
  if (name !== undefined) return {known: ["V_ERSTE<>1", `ISNUMBER(${name})`], value: `ROUND(N(${name})*100,0)`};
  const list = lists[`${cells.table} ${cells.field}`];
  if (list === undefined || (cells.rows === "this" && row === null)) return never;
  const {keys, values, skip} = list;
  if (cells.rows === "all") return {known: isListed(keys), value: `SUM(${values})*100`};
  const here = `--(${keys}=${keyAt(sheets, row!, skip)})`;
  if (asked.kind === "count") return {known: isListed(keys), value: `100*SUMPRODUCT(${here},${inStatus(values, asked.is)})`};
  return {known: [...isListed(keys), `SUMPRODUCT(${here})>0`], value: `SUMPRODUCT(${here},${values})*100`};
};

/** Whether a row of the half-year before, of which a comparison speaks, is not in the form any more. Null: its list is not printed. */
export const vanished = (sheets: Sheets, {each, left}: Check): string | null => {
  if (typeof each === "string" || !("missingRowsOf" in each) || left.kind !== "previous") return null;
  const cells = left.of.kind === "count" ? left.of.of : left.of;
  const list = cells.kind === "cells" ? lists[`${cells.table} ${cells.field}`] : undefined;
  const table = sheets.tableOf(each.missingRowsOf);
  if (list === undefined || table === null) return null;
  const gone = `--(COUNTIF(${sheets.values.range(table.sheet, keyLetter, keyLetter, table.rows)},":"&${list.keys})=0)`;
  const matters = left.of.kind === "count" ? inStatus(list.values, left.of.is) : `--(${list.values}>0)`;
  return `SUMPRODUCT(--(${list.keys}<>""),${gone},${matters})>0`;
};
