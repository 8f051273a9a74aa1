import type {Table} from "../../../../schemas/layouts/layout.ts";
import type {Cells} from "../../../../schemas/rules/terms/expression.ts";
import {anyGap, invalid, undecided, unknown} from "../values/as-read.ts";
import {all, any} from "../excel.ts";
import {isAskedIn, isSpreadTable, never, type RowAt, type Sheets, type Term} from "./form-terms.ts";
import {maskOf} from "./masks.ts";
import {type Area, areaOf, columnsOf, rangesOf} from "../values/ranges.ts";
import {usedLetter} from "../values/value-sheet.ts";

const zero: Term = {known: [], value: "0"};
const counted = (ranges: readonly string[]) => `COUNT(${ranges.join(",")})`;
const having = (ranges: readonly string[], text: string) => ranges.map((range) => `COUNTIF(${range},"${text}")`).join("+");
/** Cells of which it cannot be told what they count. */
const noGap = (ranges: readonly string[], {ifUnknown}: Cells) =>
  `${ifUnknown === undefined ? having(ranges, anyGap) : `${having(ranges, invalid)}+${having(ranges, undecided)}`}=0`;

/** A table that this form does not have, or does not ask for: nothing was entered. */
const nothingAsked = (table: Table | null, {rows, ifEmpty}: Cells): Term =>
  ifEmpty === "zero" || (table === null && ifEmpty === undefined && rows === "all") ? zero : never;

/** The distribution in which an empty cell means 0: a column, or a whole table that is spread over columns. */
const distributionOf = (table: Table, {field}: Cells, area: Area): Area => {
  const spread = columnsOf(table, {field});
  const whole = spread.length > 1 && spread.every(({key}) => key !== undefined) && spread.every((column) => column.field === field);
  const last = table.codes?.totalled === undefined ? table.rows[1] : table.rows[0] + table.codes.totalled - 1;
  return {table, letters: whole ? spread.map(({letter}) => letter) : area.letters, rows: [[table.rows[0], last]]};
};
const ofSpread = (sheets: Sheets, table: Table, cells: Cells, area: Area): Term => {
  const asked = rangesOf(sheets.values, area);
  const spread = distributionOf(table, cells, area);
  const [distribution] = rangesOf(sheets.values, spread);
  const column = rangesOf(sheets.values, {
    ...spread,
    letters: cells.rows === "within" ? spread.letters : columnsOf(table, cells).map(({letter}) => letter),
    rows: [table.rows],
  });
  const first = sheets.values.fixed(table.sheet, spread.letters[0]!, table.rows[0]);
  const entered = any([
    `COUNT(${column.join(",")})>0`,
    all([`${first}<>"${unknown}"`, `COUNTIF(${distribution},"${invalid}")+COUNTIF(${distribution},"${undecided}")>0`]),
  ]);
  // After k. A. in its first cell the empty cells of a distribution are unknown too.
  const whole = cells.rows === "all" || cells.ifUnknown !== undefined;
  const told = whole ? [] : [any([`${first}<>"${unknown}"`, having(asked, "").concat("=0")])];
  return {known: [noGap(asked, cells), ...told, ...(cells.ifEmpty === "zero" ? [] : [entered])], value: `SUM(${asked.join(",")})`};
};

const isVoluntary = (table: Table, cells: Cells) =>
  columnsOf(table, cells).every(({status, condition}) => status === "optional" || (status === "conditional" && condition === "C≠Ende Vorhalbjahr"));
const ofWhere = (sheets: Sheets, table: Table, cells: Cells, area: Area, row: RowAt | null): Term => {
  const [range] = rangesOf(sheets.values, area);
  const {arrays, known} = maskOf(sheets, table, cells.where!, row);
  const count = (...more: string[]) => `SUMPRODUCT(${[...arrays, ...more].join(",")})`;
  const numbers = count(`--ISNUMBER(${range})`);
  const gaps = cells.ifUnknown === undefined ? [`--(LEFT(${range})="#")`] : [`--(LEFT(${range})="#")`, `--(${range}<>"${unknown}")`];
  const enough = cells.ifEmpty === "skip" ? [`${numbers}>0`] : cells.ifEmpty === "zero" || isVoluntary(table, cells) ? [] : [`${count(`--(${range}="")`)}=0`];
  return {known: [...known, `${count(...gaps)}=0`, ...enough], value: count(range!)};
};
const ofList = (sheets: Sheets, table: Table, cells: Cells, area: Area): Term => {
  const ranges = rangesOf(sheets.values, area);
  const used = sheets.values.range(table.sheet, usedLetter, usedLetter, table.rows);
  const enough = isVoluntary(table, cells) ? `OR(${counted(ranges)}>0,SUM(${used})=0)` : `${counted(ranges)}=SUM(${used})`;
  const known = cells.ifEmpty === "skip" ? [`${counted(ranges)}>0`] : cells.ifEmpty === "zero" ? [] : [enough];
  return {known: [noGap(ranges, cells), ...known], value: `SUM(${ranges.join(",")})`};
};
const ofOne = (sheets: Sheets, cells: Cells, area: Area): Term => {
  const [cell] = rangesOf(sheets.values, area);
  return cells.ifEmpty === "zero" ? {known: [`LEFT(${cell})<>"#"`], value: `N(${cell})`} : {known: [`ISNUMBER(${cell})`], value: `N(${cell})`};
};

/** What cells add up to, as the engine would say it. */
export const cellsTerm = (sheets: Sheets, cells: Cells, row: RowAt | null): Term => {
  const table = sheets.tableOf(cells.table);
  if (table === null || !isAskedIn(table, sheets.halfYear)) return nothingAsked(table, cells);
  const area = areaOf(table, cells, row);
  if (cells.part === "total" || table.kind === "questions") return ofOne(sheets, cells, area);
  if (isSpreadTable(table) && cells.part !== "computed") return ofSpread(sheets, table, cells, area);
  if (cells.where !== undefined) return ofWhere(sheets, table, cells, area, row);
  return cells.rows === "this" ? ofOne(sheets, cells, area) : ofList(sheets, table, cells, area);
};
/** How many cells hold one of some codes. */
export const countTerm = (sheets: Sheets, cells: Cells, is: readonly string[], row: RowAt | null, isMark: boolean): Term => {
  const table = sheets.tableOf(cells.table);
  if (table === null || !isAskedIn(table, sheets.halfYear)) return never;
  const area = areaOf(table, cells, row);
  const ranges = rangesOf(sheets.values, area);
  const answered = cells.rows === "all" && !isMark ? [`${having(ranges, ":*")}>0`] : [];
  if (cells.where === undefined)
    return {known: [noGap(ranges, cells), ...answered], value: `100*(${is.map((code) => having(ranges, `:${code}`)).join("+") || "0"})`};
  const {arrays, known} = maskOf(sheets, table, cells.where, row);
  const [range] = ranges;
  const hits = is.map((code) => `SUMPRODUCT(${[...arrays, `--(${range}=":${code}")`].join(",")})`).join("+");
  return {known: [...known, `SUMPRODUCT(${[...arrays, `--(LEFT(${range})="#")`].join(",")})=0`, ...answered], value: `100*(${hits})`};
};
