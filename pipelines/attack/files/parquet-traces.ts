import type {TableDeclaration} from "../../../schemas/tables/table.ts";
import type {Leak} from "./leak.ts";
import {columnNamed, type FileTable, rowCount, type Text} from "./file-table.ts";

/** What a Parquet file says of a column of one group of rows, beside the cells themselves; the texts are printed like the cells. */
export type ColumnStatistics = {
  readonly column: string;
  /** Number of the first row of the group and of its rows. */
  readonly from: number;
  readonly rows: number;
  readonly min: Text;
  readonly max: Text;
  readonly nulls: number | null;
  readonly distinct: number | null;
};

const compared = (a: string, b: string): number => {
  const [x, y] = [Number(a), Number(b)];
  if (Number.isFinite(x) && Number.isFinite(y)) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
};
const shownIn = ({from, rows, column}: ColumnStatistics, table: FileTable) => {
  const cells = columnNamed(table, column)!.slice(from, from + rows);
  const values = [...new Set(cells)].filter((cell) => cell !== null);
  const pick = (sign: 1 | -1) => values.reduce<Text>((best, value) => (best === null || sign * compared(value, best) > 0 ? value : best), null);
  return {min: pick(-1), max: pick(1), nulls: cells.filter((cell) => cell === null).length, distinct: values.length};
};

/** A minimum, maximum or count in the statistics that no cell shows: the statistics were made of other numbers. */
export const parquetTraces = (table: FileTable, declaration: TableDeclaration, statistics: readonly ColumnStatistics[]): Leak[] =>
  statistics.flatMap((each) => {
    if (columnNamed(table, each.column) === undefined || each.from + each.rows > rowCount(table))
      return [
        {
          kind: "ghost",
          file: table.file,
          table: declaration.name,
          cell: each.column,
          found: "Angaben zu Zeilen, die es nicht gibt",
          expected: "nur gezeigte Zeilen",
        },
      ];
    const shown = shownIn(each, table);
    const same = {
      Minimum: each.min === null || (shown.min !== null && compared(each.min, shown.min) === 0),
      Maximum: each.max === null || (shown.max !== null && compared(each.max, shown.max) === 0),
      "Anzahl leerer Zellen": each.nulls === null || each.nulls === shown.nulls,
      "Anzahl verschiedener Werte": each.distinct === null || each.distinct <= shown.distinct,
    };
    const told = {Minimum: each.min, Maximum: each.max, "Anzahl leerer Zellen": each.nulls, "Anzahl verschiedener Werte": each.distinct};
    const real = {Minimum: shown.min, Maximum: shown.max, "Anzahl leerer Zellen": shown.nulls, "Anzahl verschiedener Werte": shown.distinct};
    return (Object.keys(same) as (keyof typeof same)[])
      .filter((name) => !same[name])
      .map(
        (name): Leak => ({
          kind: "ghost",
          file: table.file,
          table: declaration.name,
          cell: `${each.column}: ${name} in den Dateiangaben`,
          found: String(told[name]),
          expected: `${real[name] ?? "kein Wert"} wie in den Zellen`,
        }),
      );
  });
