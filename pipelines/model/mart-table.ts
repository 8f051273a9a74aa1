import {columnsOf, type ProductColumn} from "../../schemas/tables/columns.ts";
import type {TableDeclaration} from "../../schemas/tables/table.ts";

const types = {text: "varchar", date: "date", boolean: "boolean", integer: "integer", count: "bigint", decimal: "decimal(18,2)"} as const;
const parts: Readonly<Partial<Record<ProductColumn["role"], string>>> = {value: "value", status: "status", bodies: "bodies", num: "num", den: "den"};

const source = ({name, role, figure}: ProductColumn) => {
  if (role === "name" || role === "due") return `area.${name}`;
  return figure === undefined ? `mart."${name}"` : `mart."${figure.name}".${parts[role]}`;
};
const cast = (column: ProductColumn) => `cast(${source(column)} as ${types[column.type]}) as "${column.name}"`;

/** The mart of a declared table: what the query says at its grain, each column in its declared type, with names and the bodies due. */
export const createMart = (table: TableDeclaration, query: string): string => `create table mart.${table.name} as
with mart as (${query.replace(/;\s*$/, "")})
select ${columnsOf(table).map(cast).join(", ")}
from mart join staging.area_name area using (half_year, level, area)`;
