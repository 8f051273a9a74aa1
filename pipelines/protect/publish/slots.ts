import {type PublicTable, plan, publicationOf} from "../../../schemas/disclosure/plan.ts";
import type {Publication} from "../../../schemas/disclosure/publication.ts";
import {numberName} from "../../../schemas/disclosure/published-cell.ts";
import type {FigureStatus} from "../../../schemas/gaps.ts";
import {columnsOf} from "../../../schemas/tables/columns.ts";
import {tableOf} from "../../../schemas/tables/registry.ts";
import type {Level, TableDeclaration} from "../../../schemas/tables/table.ts";
import type {SqlValue} from "../../effects/warehouse.ts";

/** Values of a row in the order of the table's columns. */
export type ProductRow = readonly SqlValue[];
/** Every mart by name, rows in the order of its columns. */
export type Marts = ReadonlyMap<string, readonly ProductRow[]>;

/** A number of a mart, as the plan knows it: named over all tables that show it. `codes`: the name without its place. */
export type Slot = {
  readonly table: PublicTable;
  readonly figure: string;
  readonly row: number;
  readonly name: string;
  readonly value: bigint | null;
  readonly status: FigureStatus;
  readonly bodies: number;
  readonly halfYear: string;
  readonly level: Level;
  readonly area: string;
  /** Its codes by dimension; empty for a number that is not broken down. */
  readonly at: Readonly<Record<string, string>>;
  readonly publication: Publication & {readonly measure: string};
};

/** Where a table's columns stand. */
export const columnIndex = (table: TableDeclaration): ReadonlyMap<string, number> => new Map(columnsOf(table).map(({name}, index) => [name, index]));

const slotsOfFigure = (table: PublicTable, declaration: TableDeclaration, rows: readonly ProductRow[], figure: string): Slot[] => {
  const at = columnIndex(declaration);
  const publication = publicationOf(table, figure);
  const [value, status, bodies] = ["", "_status", "_bodies"].map((part) => at.get(`${figure}${part}`)!) as [number, number, number];
  const keys = ["half_year", "level", "area", ...declaration.dimensions.map(({name}) => name)].map((name) => [name, at.get(name)!] as const);
  return rows.map((row, index): Slot => {
    const key = Object.fromEntries(keys.map(([name, column]) => [name, row[column] as string]));
    const {half_year: halfYear, level, area, ...codes} = key as Record<"half_year" | "area" | "level", string>;
    return {
      table,
      figure,
      row: index,
      name: numberName(table, figure, declaration, key),
      value: row[value] as bigint | null,
      status: row[status] as FigureStatus,
      bodies: Number(row[bodies]),
      halfYear,
      level: level as Level,
      area,
      at: codes,
      publication,
    };
  });
};

/** All numbers of the planned tables that are shown by a method of their own, whatever the level. */
export const slotsOf = (marts: Marts): Slot[] =>
  (Object.keys(plan) as PublicTable[]).flatMap((table) => {
    const declaration = tableOf(table);
    const shown = declaration.figures.filter(({name, measure}) => measure.kind !== "rate" && ["suppress", "round"].includes(publicationOf(table, name).method));
    return shown.flatMap(({name}) => slotsOfFigure(table, declaration, marts.get(table) ?? [], name));
  });
