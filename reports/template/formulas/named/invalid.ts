import type {FieldKind} from "../../../../schemas/fields/field.ts";
import {fieldOf} from "../../../../schemas/fields/registry.ts";
import type {Column, Table} from "../../../../schemas/layouts/layout.ts";
import {askedElsewhere, neededThoughPrefilled} from "../../../../schemas/rules/terms/required.ts";
import {invalid, unknown} from "../values/as-read.ts";
import {any} from "../excel.ts";
import {isAskedIn, type Sheets} from "../terms/form-terms.ts";
import type {Found} from "../probes.ts";
import {hasKeys, keyLetter, runs} from "../values/value-sheet.ts";

const figures: readonly FieldKind[] = ["count", "signed", "posts", "euro", "decimal"];
export const kindOf = ({field}: Column): FieldKind => fieldOf(field === "eur_{code}" ? "eur_personal" : field!).kind;
export const isFigure = (column: Column): boolean => figures.includes(kindOf(column));
export const isInput = ({field, role, status}: Column): boolean => field !== undefined && role === undefined && status !== "computed";
/** Whether a column must be filled at all; conditional cells only where their condition holds. */
export const isNeeded = ({status, field, role}: Column): boolean =>
  field !== undefined &&
  role === undefined &&
  !askedElsewhere.has(field) &&
  (status === "core" || status === "conditional" || (status === "prefilled" && neededThoughPrefilled.has(field)));

/** Where to look in a row: at the one column there is, else at its beginning. */
export const lookAt = (columns: readonly Column[]): string => (columns.length === 1 ? columns[0]!.letter : "A");

/** Rows of a column in which a key can be chosen. */
const keyRows = ({rows, fixed}: Table): readonly [number, number] => fixed?.find((block) => "free" in block)?.rows ?? rows;
const keyKind = ({rowKey = "", fixed}: Table): FieldKind => (fixed !== undefined ? "code" : /ags/i.test(rowKey) ? "place" : "text");
const isCover = ({field}: Column) => field === "periode" || field === "melde_key";

/** Cells of some kinds that hold what could not be understood, and answers that may not stay open with k. A. */
export const invalidProbes = (sheets: Sheets, tables: readonly Table[], kinds: readonly FieldKind[]): Found[] =>
  tables
    .filter((table) => isAskedIn(table, sheets.halfYear))
    .flatMap((table) => {
      const {values} = sheets;
      const having = (letters: readonly string[], text: string) => (row: number) =>
        runs(letters).map(([from, to]) => {
          const cell = values.cell(table.sheet, from, row);
          return from === to ? `${cell}="${text}"` : `COUNTIF(${cell}:${values.cell(table.sheet, to, row).split("!")[1]},"${text}")>0`;
        });
      const meant = table.columns.filter((column) => isInput(column) && kinds.includes(kindOf(column)) && !isCover(column));
      const groups = Map.groupBy(meant, ({row}) => row ?? 0);
      const cells = [...groups.values()].map((columns): Found => {
        const open = columns.filter((column) => !isFigure(column) && isNeeded(column)).map(({letter}) => letter);
        const rows = columns[0]!.row === undefined ? table.rows : ([columns[0]!.row, columns[0]!.row] as const);
        const fault = (row: number) =>
          any([
            ...having(
              columns.map(({letter}) => letter),
              invalid,
            )(row),
            ...having(open, unknown)(row),
          ]);
        return {each: "row", sheet: table.sheet, letter: lookAt(columns), rows, fault};
      });
      if (!hasKeys(table) || !kinds.includes(keyKind(table)) || table.columns.some(({role, status}) => role === "key" && status === "computed")) return cells;
      // A key that says k. A. is no key either.
      const key = (row: number) => `LEFT(${values.cell(table.sheet, keyLetter, row)})="#"`;
      return [...cells, {each: "row", sheet: table.sheet, letter: "A", rows: keyRows(table), fault: key}];
    });
