import type {Equation} from "./equations.ts";
import type {Knowledge} from "./knowledge.ts";
import type {System} from "./system.ts";

/** A table that fits: a number for each cell that is not known. */
export type FittingTable = Readonly<Record<string, number>>;
/**
 * Why a publication is safe, for checking by addition alone: tables in which everything published adds up, and for each withheld or rounded cell
 * the two tables in which it is least and largest.
 */
export type Certificate = {
  readonly tables: readonly FittingTable[];
  readonly cells: readonly {readonly key: string; readonly least: number; readonly largest: number}[];
};

/** Steps of the solver's arithmetic are rounded away. */
const tidy = (value: number) => Math.round(value * 1e6) / 1e6;

/** Keeps only the witnesses a cell needs. */
export const certificateOf = (
  system: System,
  witnesses: readonly Float64Array[],
  cells: readonly {key: string; lowIn: number; highIn: number}[],
): Certificate => {
  const used = [...new Set(cells.flatMap(({lowIn, highIn}) => [lowIn, highIn]))].sort((a, b) => a - b);
  const place = new Map(used.map((witness, i) => [witness, i]));
  return {
    tables: used.map((witness) => Object.fromEntries(system.keys.map((key, column) => [key, tidy(witnesses[witness]![column]!)]))),
    cells: cells.map(({key, lowIn, highIn}) => ({key, least: place.get(lowIn)!, largest: place.get(highIn)!})),
  };
};

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-4;

/** What is wrong with a certificate, by addition and comparison only. `enough` says whether a cell's two values are far enough apart. */
export const complaints = (
  {tables, cells}: Certificate,
  knowledge: Knowledge,
  equations: readonly Equation[],
  enough: (key: string, low: number, high: number) => boolean,
): string[] => {
  const valueIn = (table: FittingTable, key: string) => table[key] ?? (knowledge.get(key)!.low === knowledge.get(key)!.high ? knowledge.get(key)!.low : 0);
  const total = (table: FittingTable, keys: readonly string[]) => keys.reduce((sum, key) => sum + valueIn(table, key), 0);
  const broken = tables.flatMap((table, i) => [
    ...equations.filter(({left, right}) => !near(total(table, left), total(table, right))).map(({left}) => `table ${i}: sum of ${left.join(" + ")}`),
    ...[...knowledge]
      .filter(([key, {low, high}]) => valueIn(table, key) < low - 1e-4 || valueIn(table, key) > high + 1e-4)
      .map(([key]) => `table ${i}: ${key}`),
  ]);
  const narrow = cells.filter(({key, least, largest}) => !enough(key, valueIn(tables[least]!, key), valueIn(tables[largest]!, key)));
  return [...broken, ...narrow.map(({key}) => `narrow: ${key}`)];
};
