import type {Cells, Where} from "../../../../schemas/rules/terms/expression.ts";
import type {Table} from "../../../../schemas/layouts/layout.ts";
import type {RowAt, Sheets} from "./form-terms.ts";
import {columnsOf, areaOf, rangesOf} from "../values/ranges.ts";
import {keyLetter} from "../values/value-sheet.ts";
import {quoted} from "../excel.ts";

/** Conditions on the rows of a table as arrays of 0 and 1 for SUMPRODUCT, and what must hold for them to mean anything. */
export type Mask = {readonly arrays: readonly string[]; readonly known: readonly string[]};

const ownKey = `":"&V_EIGEN_AGS`;
const codeText = (code: string) => (code === "own" ? ownKey : quoted(`:${code}`));
/** The code of the one cell a condition refers to. */
const referred = (sheets: Sheets, cells: Cells, row: RowAt | null): string => {
  const [range] = rangesOf(sheets.values, areaOf(sheets.tableOf(cells.table)!, cells, row));
  return range!;
};

/** Conditions of an expression on the rows of its table. */
export const maskOf = (sheets: Sheets, table: Table, where: readonly Where[], row: RowAt | null): Mask => {
  const {values} = sheets;
  const over = (letter: string, of = table) => values.range(of.sheet, letter, letter, of.rows);
  const column = (field: string) => over(columnsOf(table, {field})[0]!.letter);
  const keyOf = (fields: readonly string[]) => fields.map(column).join("&");
  const keysOf = (id: string) => {
    const other = sheets.tableOf(id);
    return other === null ? [] : [over(keyLetter, other)];
  };
  const listed = (fields: readonly string[], tables: readonly string[]) =>
    tables
      .flatMap(keysOf)
      .map((keys) => `COUNTIF(${keys},${keyOf(fields)})`)
      .join("+");
  const one = (each: Where): Mask => {
    if ("listedIn" in each) return {arrays: [`--((${listed(each.fields, each.listedIn)})>0)`], known: []};
    if ("missingFrom" in each) return {arrays: [`--((${listed(each.fields, each.missingFrom)})=0)`], known: []};
    if ("rowNamed" in each) {
      const code = referred(sheets, each.rowNamed, row);
      return {arrays: [`--(${over(keyLetter)}=${code})`], known: [`LEFT(${code})=":"`]};
    }
    if ("sameAs" in each) {
      const code = each.sameAs === "row" ? values.cell(row!.table.sheet, keyLetter, row!.row) : referred(sheets, each.sameAs, row);
      return {arrays: [`--(${keyOf(each.fields)}=${code})`], known: [`LEFT(${code})=":"`]};
    }
    const codes = column(each.field);
    if ("above" in each) return {arrays: [`--ISNUMBER(${codes})`, `--(${codes}>${each.above})`], known: []};
    if ("not" in each) return {arrays: [`--(LEFT(${codes})=":")`, ...each.not.map((code) => `--(${codes}<>${codeText(code)})`)], known: []};
    return {
      arrays: [
        each.is
          .map((code) => `(${codes}=${codeText(code)})`)
          .join("+")
          .replace(/^(\([^+]*\))$/, "--$1"),
      ],
      known: [],
    };
  };
  const masks = where.map(one);
  return {arrays: masks.flatMap(({arrays}) => arrays), known: masks.flatMap(({known}) => known)};
};
