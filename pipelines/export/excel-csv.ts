import {codeListOf} from "../../schemas/codes/lists.ts";
import {municipalities} from "../../schemas/codes/municipalities.ts";
import {severityWords} from "../../schemas/flow.ts";
import {type Gap, gaps} from "../../schemas/gaps.ts";
import {columnsOf, type ProductColumn} from "../../schemas/tables/columns.ts";
import type {TableDeclaration} from "../../schemas/tables/table.ts";
import {csvField, guardedForSpreadsheets} from "../../schemas/tables/csv-text.ts";
import {decimalText, printDate} from "../../schemas/units.ts";
import type {SqlValue} from "../effects/warehouse.ts";
import {declarationOf, type Edition, noteOf, type Published} from "./edition.ts";

type Row = readonly SqlValue[];
type Print = (value: SqlValue, row: Row) => string;

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  level: {body: "Stelle", unit: "Gebiet der amtlichen Statistik", district: "Regierungsbezirk", state: "Land"},
  status: {known: "bekannt", ...Object.fromEntries(Object.entries(gaps).map(([gap, {word}]) => [gap, word]))},
  state: {counted: "zählt", rejected: "abgewiesen", "set-aside": "beiseitegelegt", missing: "fehlt"},
  verdict: {accepted: "angenommen", "accepted-with-warnings": "angenommen mit Warnungen", rejected: "abgewiesen", "set-aside": "beiseitegelegt"},
  severity: severityWords,
};
const places = new Map(municipalities.map(({ags, name}) => [ags, name]));

const quoted = (text: string) => csvField(text, ";");
/** With a name beside it a key stays text and keeps its leading zeros. */
const withName = (key: string, name: string | undefined) => (name === undefined || name === key ? key : `${key} ${name}`);

const text = ({name, role, list}: ProductColumn, nameAt: number): Print => {
  const known = list === undefined ? words[role === "status" ? "status" : name] : undefined;
  const entries = list === undefined ? undefined : codeListOf(list);
  if (name === "area") return (value, row) => withName(value as string, row[nameAt] as string);
  if (name.endsWith("_ags")) return (value) => withName(value as string, places.get(value as string));
  if (known !== undefined) return (value) => known[value as string] ?? (value as string);
  return (value) => (entries?.known.has(value as string) ? entries.entry(value as string) : (value as string));
};
/** In place of a missing number stands the word that says why; an answer that is not there stays empty. */
const gapWord =
  (statusAt: number): Print =>
  (_, row) =>
    statusAt < 0 ? "" : (gaps[row[statusAt] as Gap]?.word ?? "");

const printOf = (column: ProductColumn, columns: readonly ProductColumn[]): Print => {
  const statusAt = columns.findIndex(({role, figure}) => role === "status" && figure !== undefined && figure === column.figure);
  const missing = gapWord(statusAt);
  const shown = text(
    column,
    columns.findIndex(({role}) => role === "name"),
  );
  const print: Record<ProductColumn["type"], Print> = {
    text: (value, row) => guardedForSpreadsheets(shown(value, row)),
    date: (value) => printDate(value as string),
    boolean: (value) => (value === true ? "ja" : "nein"),
    integer: String,
    count: String,
    decimal: (value) => decimalText(value as bigint, 2).replace(".", ","),
  };
  return (value, row) => (value === null ? missing(value, row) : print[column.type](value, row));
};
/** A word of ours, or nothing, where there is no value; only a text that is there can be an empty one. */
const field = (shown: string, value: SqlValue) => (value === null && shown === "" ? "" : quoted(shown));
const header = (columns: readonly ProductColumn[], note: string | null) =>
  [...columns.map(({label}) => label), ...(note === null ? [] : ["Hinweis"])].map(quoted).join(";");
const printersOf = (table: TableDeclaration) => {
  const columns = columnsOf(table);
  return {columns, printers: columns.map((column) => printOf(column, columns))};
};

/** CSV for Excel: UTF-8 with BOM, semicolon, decimal comma, dd.mm.yyyy, German headers, and a word wherever a number is missing. */
export const excelCsv = (published: Published, edition: Edition): string => {
  const {columns, printers} = printersOf(declarationOf(published));
  const said = noteOf(published.audience, edition);
  const note = said === null ? "" : `;${quoted(said)}`;
  const lines = published.rows.map((row) => `${row.map((value, index) => field(printers[index]!(value, row), value)).join(";")}${note}\r\n`);
  return `\uFEFF${header(columns, said)}\r\n${lines.join("")}`;
};
