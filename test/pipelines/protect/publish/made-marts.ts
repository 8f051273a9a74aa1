import type {Marts} from "../../../../pipelines/protect/publish/slots.ts";
import type {SqlValue} from "../../../../pipelines/effects/warehouse.ts";
import {tableFor} from "../../../../schemas/disclosure/audience-tables.ts";
import {columnsOf} from "../../../../schemas/tables/columns.ts";
import {tableOf} from "../../../../schemas/tables/registry.ts";

type Figures = Readonly<Record<string, bigint | {readonly num: bigint; readonly den: bigint; readonly bodies: number}>>;
/** A row with these figures known, all others not reported. */
export type Line = {
  readonly level: string;
  readonly area: string;
  readonly codes?: Readonly<Record<string, string>>;
  readonly bodies?: number;
  readonly figures: Figures;
};

const partOf = (figures: Figures, bodies: number, name: string): SqlValue | undefined => {
  const [, figure, part] = /^(.*?)(?:_(num|den|status|bodies))?$/.exec(name)!;
  const given = figures[figure!];
  if (part === "status") return given === undefined ? "not_reported" : "known";
  if (given === undefined) return part === "bodies" ? 0 : null;
  if (part === "bodies") return typeof given === "bigint" ? bodies : given.bodies;
  return typeof given === "bigint" ? given : given[part as "num" | "den"];
};
const rowOf = (table: string, {level, area, codes = {}, bodies = 1, figures}: Line): SqlValue[] =>
  columnsOf(tableOf(table)).map(({name, role}) => {
    if (role === "key") return {half_year: "2025-H1", level, area, ...codes}[name]!;
    if (role === "name") return area;
    return role === "due" ? 54 : partOf(figures, bodies, name)!;
  });
export const martsOf = (lines: Readonly<Record<string, readonly Line[]>>): Marts =>
  new Map(Object.entries(lines).map(([table, rows]) => [table, rows.map((line) => rowOf(table, line))]));

/** The public rows of a table by the names of their columns. */
export const named = (tables: ReadonlyMap<string, readonly (readonly SqlValue[])[]>, table: string): Record<string, SqlValue>[] => {
  const names = columnsOf(tableFor("public", table)).map(({name}) => name);
  return tables.get(table)!.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]!])));
};
