import {fieldOf} from "../../../schemas/fields/registry.ts";
import type {Column, Table} from "../../../schemas/layouts/layout.ts";
import type {Check, Relation, Tolerance, When} from "../../../schemas/rules/rule.ts";
import type {Cells, Expression, Where} from "../../../schemas/rules/terms/expression.ts";
import {lengthOf} from "./values/as-read.ts";
import {vanished} from "./terms/before.ts";
import {all, any, not, oneOf, quoted} from "./excel.ts";
import {bodyIsKnown, isAskedIn, rawCell, type RowAt, type Sheets} from "./terms/form-terms.ts";
import type {Found} from "./probes.ts";
import {areaOf, columnsOf} from "./values/ranges.ts";
import {termOf} from "./terms/terms.ts";
import {runs, usedLetter} from "./values/value-sheet.ts";

const relations: Readonly<Record<Relation, (left: string, right: string) => string>> = {
  equals: (left, right) => `${left}=${right}`,
  atMost: (left, right) => `${left}<=${right}`,
  atLeast: (left, right) => `${left}>=${right}`,
  multipleOf: (left, right) => `MOD(${left},MAX(1,${right}))=0`,
};
const within = (left: string, right: string, {absolute, percent}: Tolerance): string[] => [
  ...(absolute === undefined ? [] : [`ABS(${left}-(${right}))<=${absolute}`]),
  ...(percent === undefined ? [] : [`ABS(${left}-(${right}))*100<=${percent}*MAX(ABS(${right}),100)`]),
];
const compared = (sheets: Sheets, {left, relation, right, tolerance}: Pick<Check, "left" | "relation" | "right" | "tolerance">, row: RowAt | null) => {
  const [is, ought] = [termOf(sheets, left, row), termOf(sheets, right, row)];
  const holds = any([relations[relation](is.value, ought.value), ...(tolerance === undefined ? [] : within(is.value, ought.value, tolerance))]);
  return {known: [...is.known, ...ought.known], holds};
};

const meets = (cell: string, where: Where): string => {
  if ("is" in where)
    return where.is.includes("own")
      ? any(where.is.map((code) => (code === "own" ? `${cell}=":"&V_EIGEN_AGS` : `${cell}=":${code}"`)))
      : oneOf(
          cell,
          where.is.map((code) => `:${code}`),
        );
  if ("not" in where) return all([`LEFT(${cell})=":"`, ...where.not.map((code) => `${cell}<>${quoted(`:${code}`)}`)]);
  if ("above" in where) return all([`ISNUMBER(${cell})`, `${cell}>${where.above}`]);
  throw new Error(`unknown condition of a row: ${Object.keys(where).join()}`);
};
const inRow = ({values}: Sheets, {table, row}: RowAt, field: string) => values.cell(table.sheet, columnsOf(table, {field})[0]!.letter, row);
const applies = (sheets: Sheets, when: When, row: RowAt | null): string => {
  if ("half" in when) return sheets.halfYear.endsWith(String(when.half)) ? "TRUE" : "FALSE";
  if ("municipal" in when) return sheets.municipal === when.municipal ? bodyIsKnown(sheets) : "FALSE";
  if ("reportedBefore" in when) return "V_ERSTE<>1";
  if ("relation" in when) {
    const {known, holds} = compared(sheets, when, row);
    return all([...known, holds]);
  }
  return "empty" in when ? `${inRow(sheets, row!, when.field)}=""` : meets(inRow(sheets, row!, "field" in when.row ? when.row.field : ""), when.row);
};
const faultOf = (sheets: Sheets, check: Check, row: RowAt | null): string => {
  const {known, holds} = compared(sheets, check, row);
  return all([...(check.when ?? []).map((when) => applies(sheets, when, row)), ...known, not(holds)]);
};

/** The first cells an expression speaks of. */
const subject = (expression: Expression): Cells | null => {
  if (expression.kind === "cells") return expression;
  if (expression.kind === "howMany") return expression.of[0] ?? null;
  if (expression.kind === "sum") return subject(expression.terms[0]!);
  if (expression.kind === "minus") return subject(expression.left);
  return "of" in expression && typeof expression.of === "object" ? subject(expression.of) : null;
};
const once = (sheets: Sheets, check: Check, fault: string): Found[] => {
  const cells = [check.at, check.left, check.right]
    .flatMap((each) => (each === undefined ? [] : (subject(each) ?? [])))
    .find(({table}) => sheets.tableOf(table) !== null);
  if (cells === undefined || fault === "FALSE") return [];
  const table = sheets.tableOf(cells.table)!;
  const area = cells.rows === "this" ? null : areaOf(table, cells, null);
  const [row] = area?.rows[0] ?? [table.headerRow];
  return [{each: "once", sheet: table.sheet, letter: area?.letters[0] ?? "A", rows: [row, row], fault}];
};

const isUsed = ({values}: Sheets, table: Table, row: number) => (table.kind === "list" ? [`${values.cell(table.sheet, usedLetter, row)}=1`] : []);
const byRow = (sheets: Sheets, check: Check, id: string): Found[] => {
  const table = sheets.tableOf(id);
  if (table === null) return [];
  const fault = (row: number) => all([...isUsed(sheets, table, row), faultOf(sheets, check, {table, row})]);
  const cells = [check.at, check.left]
    .flatMap((each) => (each === undefined ? [] : (subject(each) ?? [])))
    .find((each) => each.table === id && each.part !== "key");
  return fault(table.rows[0]) === "FALSE"
    ? []
    : [{each: "row", sheet: table.sheet, letter: cells === undefined ? "A" : columnsOf(table, cells)[0]!.letter, rows: table.rows, fault}];
};

const outside: Readonly<Record<Relation, (limit: string) => string>> = {
  equals: (limit) => `<>${limit}`,
  atMost: (limit) => `>${limit}`,
  atLeast: (limit) => `<${limit}`,
  multipleOf: (limit) => `/${limit}`,
};
const limitFor = (right: Expression, {field}: Column): string | null => {
  if (right.kind === "constant") return String(right.value);
  const {max, maxLength} = fieldOf(field === "eur_{code}" ? "eur_personal" : field!);
  const limit = right.kind === "limit" ? (right.of === "max" ? max : maxLength) : undefined;
  return limit === undefined ? null : String(Math.round(limit * 100));
};
type CellsOf = Extract<Check["each"], {cellsOf: unknown}>["cellsOf"];
const isMeant =
  ({kinds = [], fields = []}: CellsOf) =>
  ({field, status, role}: Column) =>
    field !== undefined &&
    role === undefined &&
    status !== "computed" &&
    (fields.includes(field) || kinds.includes(fieldOf(field === "eur_{code}" ? "eur_personal" : field).kind));
/** Whether any of some neighbouring cells of a row lies outside its limit. */
const outsideIn =
  (sheets: Sheets, table: Table, check: Check, letters: readonly [string, string], limit: string) =>
  (row: number): string => {
    const [from, to] = letters.map((letter) => sheets.values.cell(table.sheet, letter, row)) as [string, string];
    if (check.left.kind === "length") return `${lengthOf(rawCell(table, letters[0], row))}>${Number(limit) / 100}`;
    if (check.relation === "multipleOf") return `MOD(N(${from}),${limit})<>0`;
    return `COUNTIF(${from}${from === to ? "" : `:${to.split("!")[1]}`},"${outside[check.relation](limit)}")>0`;
  };
const byCell = (sheets: Sheets, check: Check, which: CellsOf, table: Table): Found[] => {
  const limited = table.columns.filter(isMeant(which)).flatMap((column) => {
    const limit = limitFor(check.right, column);
    return limit === null ? [] : [{column, limit, rows: column.row === undefined ? table.rows : ([column.row, column.row] as const)}];
  });
  const alike = Map.groupBy(limited, ({limit, rows}) => `${limit} ${rows[0]}`);
  return [...alike.values()].flatMap((group) => {
    const {limit, rows} = group[0]!;
    const letters = group.map(({column}) => column.letter);
    const single = check.left.kind === "length" || check.relation === "multipleOf";
    const parts = single ? letters.map((letter) => [letter, letter] as const) : runs(letters);
    return parts.map(
      (part): Found => ({
        each: "row",
        sheet: table.sheet,
        letter: part[0] === part[1] ? part[0] : "A",
        rows,
        fault: outsideIn(sheets, table, check, part, limit),
      }),
    );
  });
};

/** Where and when a comparison of a rule is broken. A comparison that cannot be broken in this form has no probe. */
export const checkProbes = (sheets: Sheets, tables: readonly Table[], check: Check): Found[] => {
  const {each} = check;
  if (each === "once") return once(sheets, check, faultOf(sheets, check, null));
  if ("rowsOf" in each) return byRow(sheets, check, each.rowsOf);
  if ("cellsOf" in each) return tables.filter((table) => isAskedIn(table, sheets.halfYear)).flatMap((table) => byCell(sheets, check, each.cellsOf, table));
  const gone = vanished(sheets, check);
  const when = (check.when ?? []).map((one) => applies(sheets, one, null));
  const table = sheets.tableOf(each.missingRowsOf);
  return gone === null || table === null
    ? []
    : [{each: "once", sheet: table.sheet, letter: "A", rows: [table.headerRow, table.headerRow], fault: all([...when, gone])}];
};
