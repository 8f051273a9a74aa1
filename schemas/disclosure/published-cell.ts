import {bodies} from "../codes/bodies.ts";
import {keysOf} from "../tables/columns.ts";
import type {TableDeclaration} from "../tables/table.ts";
import {type PublicTable, publicationOf} from "./plan.ts";

/** The keys of a row of a product: half_year, level, area and its dimensions. */
export type RowKeys = Readonly<Record<string, unknown>>;

/** An area of official statistics that holds several bodies is not the body of the same key. */
const areaName = ({level, area}: RowKeys): string =>
  level === "unit" && bodies.filter(({key}) => key.startsWith(String(area))).length > 1 ? `unit ${area}` : String(area);

/**
 * The name of a number over all tables that show it: `cm_neu|area=05111|half_year=2025-H2|zugang=1`. A code that is no part of the measure
 * makes a measure of its own.
 */
export const numberName = (table: PublicTable, figure: string, {dimensions}: TableDeclaration, row: RowKeys): string => {
  const {measure, codes, where = {}} = publicationOf(table, figure);
  const apart = codes !== undefined && !dimensions.every(({name}) => codes.includes(String(row[name])));
  const at = {area: areaName(row), half_year: row["half_year"], ...where, ...Object.fromEntries(dimensions.map(({name}) => [name, row[name]]))};
  return [
    apart ? `${table}.${figure}` : measure,
    ...Object.entries(at)
      .map(([name, code]) => `${name}=${code}`)
      .sort(),
  ].join("|");
};

/** Where a number stands in a product: `access.zugang_n|2025-H2|body|05111|1`. Pages carry it beside each number they print. */
export const placeName = (declaration: TableDeclaration, figure: string, row: RowKeys): string =>
  [`${declaration.name}.${figure}`, ...keysOf(declaration).map((key) => String(row[key]))].join("|");
