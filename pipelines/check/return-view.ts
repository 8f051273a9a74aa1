import {type Body, findBody} from "../../schemas/codes/bodies.ts";
import type {Cell, Reading} from "../../schemas/flow.ts";
import type {HalfYear} from "../../schemas/half-year.ts";
import {forms} from "../../schemas/layouts/forms.ts";
import type {Form, Table} from "../../schemas/layouts/layout.ts";

/** A reading laid out for checking: cells by table and field, used rows by table, the form and body it belongs to. */
export type ReturnView = {
  readonly reading: Reading;
  readonly form: Form;
  readonly halfYear: HalfYear | null;
  readonly body: Body | null;
  /** Cells of a field in form order; `part` input unless said otherwise. */
  readonly cellsOf: (table: string, field: string, part?: Cell["part"]) => readonly Cell[];
  /** The input cell of a field in a row. */
  readonly cellAt: (table: string, field: string, row: string) => Cell | undefined;
  /** Row keys in form order, without the keys of columns (`STA=10`, not `STA=10,GES=w`). */
  readonly rowsOf: (table: string) => readonly string[];
  readonly tableOf: (id: string) => Table | undefined;
  /** Why a field cannot be there: its sheet or column was not found. */
  readonly missing: (table: string, field: string) => string | null;
};

/** `STA=10,GES=w` → `STA=10` */
export const baseRow = (row: string) => row.split(",", 1)[0]!;

const push = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value) => {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
};
const none: readonly Cell[] = [];

export const viewOf = (reading: Reading): ReturnView => {
  const form = forms.find(({version}) => version === reading.form) ?? forms.at(-1)!;
  const byField = new Map<string, Cell[]>();
  const inRow = new Map<string, Cell>();
  const rows = new Map<string, Set<string>>();
  for (const cell of reading.cells) {
    push(byField, `${cell.part}|${cell.table}|${cell.field}`, cell);
    if (cell.part === "input") inRow.set(`${cell.table}|${cell.field}|${cell.row}`, cell);
    if (cell.part === "input" || cell.part === "key") rows.set(cell.table, (rows.get(cell.table) ?? new Set()).add(baseRow(cell.row)));
  }
  const tables = new Map(form.tables.map((table) => [table.id, table]));
  const missing = (table: string, field: string): string | null => {
    const sheet = tables.get(table)?.sheet;
    const remark = reading.remarks.find(({kind, at, field: missed}) =>
      "sheet" in at && at.sheet === sheet && (kind === "missing-sheet" || (kind === "missing-column" && missed === field)));
    return remark === undefined ? null : remark.kind === "missing-sheet" ? `Blatt ${sheet} fehlt` : `eine Spalte auf Blatt ${sheet} fehlt`;
  };
  return {
    reading, form, halfYear: reading.halfYear, body: reading.body === null ? null : (findBody(reading.body) ?? null),
    cellsOf: (table, field, part = "input") => byField.get(`${part}|${table}|${field}`) ?? none,
    cellAt: (table, field, row) => inRow.get(`${table}|${field}|${row}`),
    rowsOf: (table) => [...(rows.get(table) ?? [])],
    tableOf: (id) => tables.get(id),
    missing,
  };
};
