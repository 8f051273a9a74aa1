import {bodies, districts} from "../../../schemas/codes/bodies.ts";
import {codeListOf} from "../../../schemas/codes/lists.ts";
import type {Level, TableDeclaration} from "../../../schemas/tables/table.ts";
import type {Leak, LeakKind} from "../leak.ts";
import {cellOf, columnNamed, type FileTable, plannedColumns, rowCount, rowKeys, type Text} from "./file-table.ts";

/** Columns that say nothing of any cell: the same words in each row, without a number. */
const isNote = (column: readonly Text[]) => new Set(column).size <= 1 && !/\d/.test(column[0] ?? "");

const units = new Set(bodies.map(({key}) => key.slice(0, 5)));
const areas: Readonly<Record<Level, (area: string) => boolean>> = {
  body: (area) => bodies.some(({key}) => key === area),
  unit: (area) => units.has(area),
  district: (area) => districts.some((name) => name === area),
  state: (area) => area === "NRW",
};
const isHalfYear = (text: Text) => /^20\d\d-H[12]$/.test(text ?? "");

/** Of whom a folder may tell: everybody, or one body alone. */
export type Whose = {readonly only: string | null};

/** Columns and rows nobody planned, rows that stand there twice, and numbers beside a status that says there is none. */
export const beyondPlan = (table: FileTable, declaration: TableDeclaration, {only}: Whose): Leak[] => {
  const planned = plannedColumns(declaration);
  const leak = (kind: LeakKind, cell: string, found: string, expected: string): Leak => ({
    kind,
    file: table.file,
    table: declaration.name,
    cell,
    found,
    expected,
  });
  const columns = table.names.filter((name, i) => !planned.has(name) && !isNote(table.columns[i]!));
  const missing = [...planned.keys()].filter((name) => !table.names.includes(name));
  const keys = rowKeys(table, declaration);
  const rowsOf = (name: string) => columnNamed(table, name) ?? [];
  const [halfYears, levels, places] = [rowsOf("half_year"), rowsOf("level"), rowsOf("area")];
  const codes = declaration.dimensions.map(({name, list}) => ({column: rowsOf(name), known: list === undefined ? null : codeListOf(list).known}));
  const isPlanned = (row: number) =>
    isHalfYear(halfYears[row] ?? null) &&
    declaration.levels.some((level) => level === levels[row] && areas[level](places[row] ?? "")) &&
    (only === null || places[row] === only) &&
    codes.every(({column, known}) => known === null || known.has(column[row] ?? ""));
  const seen = new Set<string>();
  const rows = keys.flatMap((key, row) => {
    const again = seen.has(key);
    seen.add(key);
    if (again) return [leak("plan", key, "die Zeile steht zweimal da", "jede Zeile einmal")];
    return isPlanned(row) ? [] : [leak("plan", key, "eine Zeile, die der Plan nicht hat", "nur Zeilen des Plans")];
  });
  return [
    ...columns.map((name) => leak("plan", name, "eine Spalte, die der Plan nicht hat", "nur Spalten des Plans")),
    ...missing.map((name) => leak("plan", name, "die Spalte fehlt", "alle Spalten des Plans")),
    ...rows,
    ...besideGaps(table, declaration, keys, leak),
  ];
};

const besideGaps = (
  table: FileTable,
  declaration: TableDeclaration,
  keys: readonly string[],
  leak: (kind: LeakKind, cell: string, found: string, expected: string) => Leak,
): Leak[] =>
  [...plannedColumns(declaration).values()].flatMap(({name, role, figure}) => {
    const [values, status] = [columnNamed(table, name), columnNamed(table, `${figure?.name}_status`)];
    if (!["value", "num", "den"].includes(role) || values === undefined || status === undefined) return [];
    return Array.from({length: rowCount(table)}, (_, row) => row).flatMap((row) =>
      (values[row] === null) === (status[row] !== "known")
        ? []
        : [leak("gap", cellOf(name, keys[row]!), values[row] ?? "kein Wert", status[row] === "known" ? "eine Zahl" : `keine Zahl (${status[row]})`)],
    );
  });
