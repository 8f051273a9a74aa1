import type {Table} from "../../../../schemas/layouts/layout.ts";
import {rawCell, type Sheets} from "../terms/form-terms.ts";
import type {Found} from "../probes.ts";
import {hasKeys, keyLetter} from "../values/value-sheet.ts";
import {isInput, kindOf} from "./invalid.ts";

/** STR-008: the same number, place or state in two rows of a table. */
export const doubleKeys = (sheets: Sheets, tables: readonly Table[]): Found[] =>
  tables
    .filter((table) => hasKeys(table) && !table.columns.some(({role, status}) => role === "key" && status === "computed"))
    .map((table): Found => {
      const cell = (row: number) => sheets.values.cell(table.sheet, keyLetter, row);
      const above = (row: number) => `${cell(table.rows[0]).replace(/\d+$/, `$${table.rows[0]}`)}:${cell(row).split("!")[1]}`;
      return {
        each: "row",
        sheet: table.sheet,
        letter: "A",
        rows: table.rows,
        fault: (row) => `AND(LEFT(${cell(row)})=":",SUMPRODUCT(--(${above(row)}=${cell(row)}))>1)`,
      };
    });

/** DS-001: signs of personal data, far fewer than the Land looks for; only for texts in lists. */
export const signsOfPersons = (_: Sheets, tables: readonly Table[]): Found[] =>
  tables
    .filter(({kind}) => kind === "list")
    .flatMap((table) =>
      table.columns
        .filter((column) => isInput(column) && kindOf(column) === "text")
        .map(
          ({letter}): Found => ({
            each: "row",
            sheet: table.sheet,
            letter,
            rows: table.rows,
            fault: (row) => `OR(ISNUMBER(SEARCH({"@","geb. am","Tel.","Herr ","Frau "},${rawCell(table, letter, row)})))`,
          }),
        ),
    );
