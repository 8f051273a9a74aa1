import {csvField, guarded} from "../../schemas/tables/csv-text.ts";
import {columnsOf, type ProductColumn} from "../../schemas/tables/columns.ts";
import {decimalText} from "../../schemas/units.ts";
import type {SqlValue} from "../effects/warehouse.ts";
import {declarationOf, type Edition, noteOf, type Published} from "./edition.ts";

const quoted = (text: string) => csvField(text, ",");
const field =
  ({type}: ProductColumn) =>
  (value: SqlValue): string => {
    if (value === null) return "";
    if (type === "decimal") return decimalText(value as bigint, 2);
    return typeof value === "string" ? quoted(type === "text" ? guarded(value) : value) : String(value);
  };

/** CSV for research: UTF-8, comma, dot, ISO dates, technical names. A gap is an empty cell; why it is one says the column beside it. Text is guarded (csv-text.ts). */
export const researchCsv = (published: Published, edition: Edition): string => {
  const columns = columnsOf(declarationOf(published));
  const write = columns.map(field);
  const said = noteOf(published.audience, edition);
  const note = said === null ? "" : `,${quoted(said)}`;
  const head = `${columns.map(({name}) => name).join(",")}${said === null ? "" : ",hinweis"}\n`;
  return head + published.rows.map((row) => `${row.map((value, index) => write[index]!(value)).join(",")}${note}\n`).join("");
};
