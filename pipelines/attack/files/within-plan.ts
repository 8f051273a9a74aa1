import {bodies, districts} from "../../../schemas/codes/bodies.ts";
import {codeListOf} from "../../../schemas/codes/lists.ts";
import type {Level, TableDeclaration} from "../../../schemas/tables/table.ts";
import type {Leak} from "./leak.ts";
import {columnNamed, type FileTable, plannedColumns, rowKeys, type Text} from "./file-table.ts";

const leakOf = ({file}: FileTable, {name}: TableDeclaration, cell: string, found: string, expected: string): Leak => ({
  kind: "plan",
  file,
  table: name,
  cell,
  found,
  expected,
});

/** Columns that say nothing of any cell: the same words in each row, without a number. */
const isNote = (column: readonly Text[]) => new Set(column).size <= 1 && !/\d/.test(column[0] ?? "");
/** Columns nobody planned, and planned ones that are missing. */
export const strangeColumns = (table: FileTable, declaration: TableDeclaration): Leak[] => {
  const planned = plannedColumns(declaration);
  const strange = table.names.filter((name, i) => !planned.has(name) && !isNote(table.columns[i]!));
  const missing = [...planned.keys()].filter((name) => !table.names.includes(name));
  return [
    ...strange.map((name) => leakOf(table, declaration, name, "eine Spalte, die der Plan nicht hat", "nur Spalten des Plans")),
    ...missing.map((name) => leakOf(table, declaration, name, "die Spalte fehlt", "alle Spalten des Plans")),
  ];
};

const areas: Readonly<Record<Level, ReadonlySet<string>>> = {
  body: new Set(bodies.map(({key}) => key)),
  unit: new Set(bodies.map(({key}) => key.slice(0, 5))),
  district: new Set(districts),
  state: new Set(["NRW"]),
};
const isHalfYear = (text: Text) => /^20\d\d-H[12]$/.test(text ?? "");

/** Of whom a folder may tell: everybody, or one body alone. */
export type Whose = {readonly only: string | null};

/** Whether the plan has a row: its half-year, level, area and codes. */
const planOf = (table: FileTable, {levels, dimensions}: TableDeclaration, {only}: Whose): ((row: number) => boolean) => {
  const column = (name: string) => columnNamed(table, name) ?? [];
  const [halfYears, ranks, places] = [column("half_year"), column("level"), column("area")];
  const codes = dimensions.flatMap(({name, list}) => (list === undefined ? [] : [{found: column(name), known: codeListOf(list).known}]));
  return (row) =>
    isHalfYear(halfYears[row] ?? null) &&
    levels.some((level) => level === ranks[row] && areas[level].has(places[row] ?? "")) &&
    (only === null || places[row] === only) &&
    codes.every(({found, known}) => known.has(found[row] ?? ""));
};

/** Rows nobody planned, and rows that stand there twice. */
export const strangeRows = (table: FileTable, declaration: TableDeclaration, whose: Whose): Leak[] => {
  const isPlanned = planOf(table, declaration, whose);
  const seen = new Set<string>();
  return rowKeys(table, declaration).flatMap((key, row) => {
    const isSecond = seen.has(key);
    seen.add(key);
    if (isSecond) return [leakOf(table, declaration, key, "die Zeile steht zweimal da", "jede Zeile einmal")];
    return isPlanned(row) ? [] : [leakOf(table, declaration, key, "eine Zeile, die der Plan nicht hat", "nur Zeilen des Plans")];
  });
};
