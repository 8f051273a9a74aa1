import {findBody} from "../../../schemas/codes/bodies.ts";
import {codeListOf} from "../../../schemas/codes/lists.ts";
import {fieldOf} from "../../../schemas/fields/registry.ts";
import type {Cell, Reading, Remark} from "../../../schemas/flow.ts";
import {halfYearOf} from "../../../schemas/half-year.ts";
import {conditionHolds} from "../../../schemas/layouts/conditions.ts";
import {kimMb10} from "../../../schemas/layouts/kim-mb-1-0.ts";
import type {Column, Table} from "../../../schemas/layouts/layout.ts";

/** Answers by field and row key as people write them: numbers, codes, ISO dates, `k. A.`; a row key that ends with `!` gives an invalid cell. */
export type Answers = Readonly<Record<string, Readonly<Record<string, number | string>>>>;
export type Return = {
  readonly answers: Answers;
  readonly spentBefore?: Readonly<Record<string, number>>;
  readonly remarks?: readonly Remark[];
  readonly drop?: readonly string[];
};

const unknown = "k. A.";
const figures = new Set(["count", "signed", "posts", "euro", "decimal"]);
const prefixOf = (table: Table) => (table.rowKey?.includes(":") ? `${table.rowKey.split(":")[0]}:` : "");

const typed = (field: string, entry: number | string): Pick<Cell, "state" | "text" | "value" | "code" | "why"> => {
  const {kind, scale} = fieldOf(field);
  if (entry === unknown) return {state: "unknown", text: unknown, value: null, code: null};
  if (figures.has(kind)) {
    const exact = Number(entry) * 10 ** scale;
    const value = Math.round(exact);
    const whole = typeof entry === "number" && Math.abs(exact - value) < 1e-6;
    return whole
      ? {state: "number", text: String(entry).replace(".", ","), value: BigInt(value), code: null}
      : {state: "invalid", text: String(entry), value: null, code: null, why: "fraction"};
  }
  const code = String(entry);
  if (kind === "mark") return {state: "mark", text: "x", value: null, code: "x"};
  if (kind === "code" && !codeListOf(fieldOf(field).list!).known.has(code)) return {state: "invalid", text: code, value: null, code: null, why: "not-in-list"};
  const state = kind === "code" || kind === "place" ? "code" : kind === "date" ? "date" : "text";
  return {state, text: kind === "code" ? codeListOf(fieldOf(field).list!).entry(code) : code, value: null, code};
};

const usedRows = (table: Table, answers: Answers): string[] => {
  const prefix = prefixOf(table);
  const keys = table.columns.flatMap(({field}) => Object.keys(answers[field ?? ""] ?? {})).map((key) => key.split(",", 1)[0]!);
  return [...new Set(keys)].filter((key) => key.startsWith(prefix) && (prefix !== "" || !key.includes(":")));
};
const rowsOf = (table: Table, answers: Answers): (string | null)[] => {
  if (table.kind === "list") return usedRows(table, answers);
  if (table.codes !== undefined) return (table.codes.only ?? [...codeListOf(table.codes.list).known.keys()]).map((code) => `${table.codes!.prefix}${code}`);
  const fixed = table.fixed!.flatMap((block) => ("keys" in block ? block.keys.map((key) => `NAT=${key}`) : []));
  const free = Object.keys({...answers["n_bestand"], ...answers["n_neu"]}).filter((key) => key.startsWith("NAT=") && !fixed.includes(key));
  return table.fixed!.flatMap((block) =>
    "keys" in block ? block.keys.map((key) => `NAT=${key}`) : Array.from({length: block.rows[1] - block.rows[0] + 1}, (_, index) => free[index] ?? null),
  );
};

type Spot = {readonly table: Table; readonly column: Column; readonly field: string; readonly row: string; readonly base: string; readonly line: number};
const spotsOf = (table: Table, answers: Answers): Spot[] => {
  const asked = table.columns.filter(({field, status}) => field !== undefined && status !== "computed");
  if (table.kind === "questions") return asked.map((column) => ({table, column, field: column.field!, row: "-", base: "-", line: column.row!}));
  return rowsOf(table, answers).flatMap((base, index) =>
    base === null
      ? []
      : asked.map(
          (column): Spot => ({
            table,
            column,
            base,
            line: table.rows[0] + index,
            field: column.field!.replace("{code}", base),
            row: column.field!.includes("{") ? column.key! : `${base}${column.key ?? ""}`,
          }),
        ),
  );
};

/** A reading as the reader promises it, made from answers; totals and computed columns are left out but for those given. */
export const readingOf = ({answers, spentBefore = {}, remarks = [], drop = []}: Return): Reading => {
  const at = (field: string, row: string) => answers[field]?.[row];
  const halfYear = halfYearOf(String(at("periode", "-")));
  const body = findBody(String(at("melde_key", "-"))) ?? null;
  const kind = at("meldungsart", "-") === "F" ? "F" : "V";
  const cellOf = ({table, column, field, row, base, line}: Spot, filled: boolean): Cell[] => {
    const place = {table: table.id, field, row, sheet: table.sheet, address: `${column.letter}${line}`, part: "input" as const};
    const entry = at(field, row);
    if (entry !== undefined) return [{...place, ...typed(field, entry)}];
    const nothing = {...place, text: "", value: null, code: null};
    const number = (name: string) => (typeof at(name, base) === "number" ? BigInt(Math.round(Number(at(name, base)) * 10 ** fieldOf(name).scale)) : null);
    const holds =
      column.condition === undefined || column.status !== "conditional"
        ? true
        : conditionHolds(column.condition, {
            halfYear,
            body,
            row: base,
            number,
            code: (name) => (at(name, base) === undefined ? null : String(at(name, base))),
            codes: (name) => Object.values(answers[name] ?? {}).map(String),
            sites: Object.keys(answers["ort_name"] ?? {}).length,
          });
    if (holds === false) return [{...nothing, state: "not_applicable"}];
    if (filled && figures.has(fieldOf(field).kind) && (table.kind === "matrix" || table.id === "T04O")) return [{...nothing, state: "implied", value: 0n}];
    return column.status === "optional" ? [] : [{...nothing, state: "empty"}];
  };
  const cells = kimMb10.tables
    .filter(
      ({onlyIn, onlyFor, id}) =>
        !drop.includes(id) &&
        (onlyIn === undefined || halfYear.endsWith(onlyIn)) &&
        (onlyFor === undefined || (body !== null && /Kreis|Städte/.test(body.type))),
    )
    .flatMap((table) => {
      const spots = spotsOf(table, answers);
      const filled = (column: Column) => spots.some((spot) => spot.column === column && typeof at(spot.field, spot.row) === "number");
      const keys =
        table.kind !== "list" || table.rowKey === "Zeile"
          ? []
          : rowsOf(table, answers).map(
              (row, index): Cell => ({
                table: table.id,
                field: table.rowKey!,
                row: row!,
                sheet: table.sheet,
                address: `A${table.rows[0] + index}`,
                part: "key",
                state: "text",
                text: row!,
                value: null,
                code: row,
              }),
            );
      const before =
        table.id !== "T12A"
          ? []
          : Object.entries(spentBefore).map(
              ([row, value]): Cell => ({
                table: "T12A",
                field: "eur_verausgabt_h1",
                row,
                sheet: table.sheet,
                address: `D${6 + Number(row.slice(1))}`,
                part: "computed",
                state: "number",
                text: String(value),
                value: BigInt(value * 100),
                code: null,
              }),
            );
      return [...keys, ...spots.flatMap((spot) => cellOf(spot, filled(spot.column))), ...before];
    });
  return {format: "xlsx", form: kimMb10.version, body: String(at("melde_key", "-")), halfYear, returnKind: kind, synthetic: false, cells, remarks, repairs: []};
};

/** The same answers with some replaced; `undefined` takes one away. */
export const changed = (answers: Answers, changes: Readonly<Record<string, Readonly<Record<string, number | string | undefined>>>>): Answers => {
  const merged = Object.entries(changes).map(([field, rows]) => {
    const next = {...answers[field], ...rows};
    return [field, Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined))];
  });
  return {...answers, ...(Object.fromEntries(merged) as Answers)};
};
