import type {Table} from "../../../../schemas/layouts/layout.ts";
import {dateRanges} from "../../../../schemas/rules/terms/required.ts";
import {all, any, not} from "../excel.ts";
import {bodyIsKnown, coverCell, isAskedIn, isEmptyReturn, type Sheets} from "../terms/form-terms.ts";
import type {Found} from "../probes.ts";
import {runs} from "../values/value-sheet.ts";
import {isFigure, isInput, kindOf} from "./invalid.ts";

/** STR-006: the body is one of the 54. */
export const unknownBody = (sheets: Sheets, [cover]: readonly Table[]): Found[] => {
  const {row} = cover!.columns.find(({field}) => field === "melde_key")!;
  return [
    {each: "row", sheet: cover!.sheet, letter: "C", rows: [row!, row!], fault: () => all([`${coverCell(sheets, "melde_key")}<>""`, not(bodyIsKnown(sheets))])},
  ];
};
/** STR-005, as far as the form itself can tell: it was not written for another version. */
export const otherVersion = (sheets: Sheets, [cover]: readonly Table[], version: string): Found[] => {
  const {row} = cover!.columns.find(({field}) => field === "formular_version")!;
  return [
    {
      each: "row",
      sheet: cover!.sheet,
      letter: "C",
      rows: [row!, row!],
      fault: () => all([`${coverCell(sheets, "formular_version")}<>""`, `${coverCell(sheets, "formular_version")}<>":${version}"`]),
    },
  ];
};

const dayText = (bound: string | {readonly yearsAfter: number}) =>
  typeof bound === "string"
    ? `DATE(${bound.split("-").map(Number).join(",")})`
    : bound.yearsAfter === 0
      ? "V_STICHTAG"
      : `DATE(YEAR(V_STICHTAG)+${bound.yearsAfter},MONTH(V_STICHTAG),DAY(V_STICHTAG))`;
/** TYP-005: a date lies in the range of its field. */
export const datesOutOfRange = (sheets: Sheets, tables: readonly Table[]): Found[] =>
  tables.flatMap((table) =>
    table.columns
      .filter((column) => isInput(column) && kindOf(column) === "date" && dateRanges[column.field!] !== undefined)
      .map((column): Found => {
        const {from, until} = dateRanges[column.field!]!;
        const rows = column.row === undefined ? table.rows : ([column.row, column.row] as const);
        const cell = (row: number) => sheets.values.cell(table.sheet, column.letter, row);
        return {
          each: "row",
          sheet: table.sheet,
          letter: column.letter,
          rows,
          fault: (row) => all([`ISNUMBER(${cell(row)})`, any([`N(${cell(row)})<${dayText(from)}`, `N(${cell(row)})>${dayText(until)}`])]),
        };
      }),
  );

const notCounted = new Set(["T01", "T01Z", "T02", "T13"]);
/** STR-011: an explicit empty return holds no figures; carried over stocks may stay. */
export const figuresInEmptyReturn = (sheets: Sheets, tables: readonly Table[]): Found[] => {
  const counted = tables.filter((table) => !notCounted.has(table.id) && isAskedIn(table, sheets.halfYear));
  return [...Map.groupBy(counted, ({sheet}) => sheet)].flatMap(([sheet, onSheet]): Found[] => {
    const ranges = onSheet.flatMap((table) => {
      const typed = table.columns.filter((column) => isInput(column) && isFigure(column) && column.status !== "prefilled");
      const inRow = Map.groupBy(typed, ({row}) => row ?? 0);
      return [...inRow].flatMap(([row, columns]) =>
        runs(columns.map(({letter}) => letter)).map(([from, to]) => sheets.values.range(sheet, from, to, row === 0 ? table.rows : [row, row])),
      );
    });
    const [first] = onSheet;
    return ranges.length === 0
      ? []
      : [{each: "once", sheet, letter: "A", rows: [first!.rows[0], first!.rows[0]], fault: all([isEmptyReturn(sheets), `COUNT(${ranges.join(",")})>0`])}];
  });
};
