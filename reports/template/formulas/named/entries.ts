import type {Column, Table} from "../../../../schemas/layouts/layout.ts";
import {references} from "../../../../schemas/rules/terms/required.ts";
import {unknown} from "../values/as-read.ts";
import {all, any} from "../excel.ts";
import {isAskedIn, isSpreadTable, type RowAt, type Sheets} from "../terms/form-terms.ts";
import type {Found} from "../probes.ts";
import {rangesOf} from "../values/ranges.ts";
import {termOf} from "../terms/terms.ts";
import {keyLetter, runs, usedLetter} from "../values/value-sheet.ts";
import {conditionFormula} from "./conditions.ts";
import {isFigure, isNeeded, lookAt} from "./invalid.ts";

const rowsOf = (table: Table, {row}: Column): readonly [number, number] => (row === undefined ? table.rows : [row, row]);
const used = ({values}: Sheets, {kind, sheet}: Table, row: number) => (kind === "list" ? [`${values.cell(sheet, usedLetter, row)}=1`] : []);
const mustBeFilled = (sheets: Sheets, column: Column, at: RowAt) =>
  column.status === "conditional" ? conditionFormula(sheets, column.condition!, at) : "TRUE";

const leftOut = (sheets: Sheets, table: Table): Found[] => {
  const needed = table.columns.filter(isNeeded);
  const empty = (column: Column, row: number) => all([mustBeFilled(sheets, column, {table, row}), `${sheets.values.cell(table.sheet, column.letter, row)}=""`]);
  const groups = [...Map.groupBy(needed, ({row}) => row ?? 0).values()];
  return groups.flatMap((columns): Found[] => {
    const fault = (row: number) => all([...used(sheets, table, row), any(columns.map((column) => empty(column, row)))]);
    const rows = rowsOf(table, columns[0]!);
    return fault(rows[0]) === "FALSE" ? [] : [{each: "row", sheet: table.sheet, letter: lookAt(columns), rows, fault}];
  });
};
const nameless = (sheets: Sheets, table: Table): Found[] => {
  if (table.kind !== "list" || table.rowKey === "Zeile" || !table.columns.some(({role}) => role === "key")) return [];
  const fault = (row: number) => all([...used(sheets, table, row), `${sheets.values.cell(table.sheet, keyLetter, row)}=""`]);
  return [{each: "row", sheet: table.sheet, letter: "A", rows: table.rows, fault}];
};

/** Columns that make up one distribution: all of T04A, T04O and T12B; elsewhere each column is its own. */
const spreadsOf = (table: Table): readonly (readonly Column[])[] => {
  const needed = table.columns.filter(isNeeded);
  return ["T04A", "T04O", "T12B"].includes(table.id) ? [needed] : needed.map((column) => [column]);
};
const asked = (sheets: Sheets, table: Table): string[] => {
  if (table.id !== "T04O") return [];
  const sites = sheets.tableOf("T03")!;
  const sum = (each: Table) => `SUM(${sheets.values.range(each.sheet, usedLetter, usedLetter, each.rows)})`;
  return [`${sum(sites)}>=2`, `${sum(table)}>0`];
};
/** A distribution wholly empty, although its reference is above 0. */
const emptySpread = (sheets: Sheets, table: Table, columns: readonly Column[]): Found[] => {
  const field = columns[0]?.field?.replace("{code}", "personal");
  const reference = field === undefined ? undefined : references[field];
  if (reference === undefined) return [];
  const {known, value} = termOf(sheets, reference, null);
  const entered = rangesOf(sheets.values, {table, letters: columns.map(({letter}) => letter), rows: [table.rows]}).map(
    (range) => `COUNT(${range})+COUNTIF(${range},"#*")`,
  );
  const [row] = table.rows;
  return [
    {
      each: "once",
      sheet: table.sheet,
      letter: columns[0]!.letter,
      rows: [row, row],
      fault: all([...asked(sheets, table), ...known, `${value}>0`, `${entered.join("+")}=0`]),
    },
  ];
};

/** TYP-001: core cells, and conditional ones whose condition holds. */
export const emptyCells = (sheets: Sheets, tables: readonly Table[]): Found[] =>
  tables.flatMap((table) => {
    const here = isAskedIn(table, sheets.halfYear);
    if (isSpreadTable(table)) return [...nameless(sheets, table), ...(here ? spreadsOf(table).flatMap((columns) => emptySpread(sheets, table, columns)) : [])];
    return [...nameless(sheets, table), ...(here ? leftOut(sheets, table) : [])];
  });

/** TYP-006: an honest "not known" in a core number cell. */
export const unknownCells = (sheets: Sheets, tables: readonly Table[]): Found[] =>
  tables
    .filter((table) => isAskedIn(table, sheets.halfYear))
    .flatMap((table) => {
      const needed = table.columns.filter((column) => isNeeded(column) && isFigure(column));
      return [...Map.groupBy(needed, ({row}) => row ?? 0).values()].map((columns): Found => {
        const cell = (letter: string, row: number) => sheets.values.cell(table.sheet, letter, row);
        const fault = (row: number) =>
          any(
            runs(columns.map(({letter}) => letter)).map(([from, to]) =>
              from === to ? `${cell(from, row)}="${unknown}"` : `COUNTIF(${cell(from, row)}:${cell(to, row).split("!")[1]},"${unknown}")>0`,
            ),
          );
        return {each: "row", sheet: table.sheet, letter: lookAt(columns), rows: rowsOf(table, columns[0]!), fault};
      });
    });
