import {columnsOf, keysOf} from "../../schemas/tables/columns.ts";
import {tables} from "../../schemas/tables/registry.ts";
import type {TableDeclaration} from "../../schemas/tables/table.ts";

/** A question to the marts that the declaration itself asks: a name, and SQL that returns the rows that break it. */
export type Audit = {readonly name: string; readonly sql: string};

const values = (table: TableDeclaration, figure: string) =>
  columnsOf(table)
    .filter(({role, figure: of}) => of?.name === figure && ["value", "num", "den"].includes(role))
    .map(({name}) => `"${name}"`);

const brokenFigure = (table: TableDeclaration, figure: string): string => {
  const status = `"${figure}_status"`;
  return [
    `${status} is null`,
    `${status} not in ('known', 'not_reported', 'not_applicable', 'not_asked')`,
    `"${figure}_bodies" is null`,
    `"${figure}_bodies" not between 0 and bodies_due`,
    ...values(table, figure).map((value) => `(${value} is not null) is distinct from (${status} = 'known')`),
  ].join(" or ");
};
/** A value stands exactly where the status says known, no status is missing, nobody is counted who was not due. */
const consistent = (table: TableDeclaration): Audit[] =>
  table.figures.length === 0
    ? []
    : [
        {
          name: `${table.name}: ein Wert steht genau dort, wo er bekannt ist`,
          sql: `select * from mart.${table.name} where ${table.figures.map(({name}) => brokenFigure(table, name)).join(" or ")}`,
        },
      ];

const uniqueGrain = (table: TableDeclaration): Audit => {
  const keys = keysOf(table).map((key) => `"${key}"`);
  return {
    name: `${table.name}: jeder Schlüssel genau einmal`,
    sql: `select ${keys.join(", ")}, count(*) as rows from mart.${table.name} group by all having count(*) > 1 or ${keys.map((key) => `${key} is null`).join(" or ")}`,
  };
};
const onlyDeclaredLevels = ({name, levels}: TableDeclaration): Audit => ({
  name: `${name}: nur erklärte Ebenen`,
  sql: `select distinct level from mart.${name} where level not in (${levels.map((level) => `'${level}'`).join(", ")})`,
});

/** Without further dimensions, or with closed ones, every area due has its rows: the same number for all of a half-year. */
const complete = ({name, levels, dimensions}: TableDeclaration): Audit[] =>
  levels.includes("body") && levels.length === 1 && dimensions.length > 0
    ? []
    : [
        {
          name: `${name}: alle Stellen und Gebiete vollständig`,
          sql: `with
      wanted as (select half_year, level, area from staging.area_name where level in (${levels.map((level) => `'${level}'`).join(", ")})),
      rows_of as (select half_year, level, area, count(*) as rows from mart.${name} group by all),
      usual as (select half_year, max(rows) as rows from rows_of group by all)
      select w.*, r.rows from wanted w left join usual u using (half_year) left join rows_of r using (half_year, level, area) where r.rows is distinct from u.rows`,
        },
      ];

/** Every audit that follows from the declarations of the marts. */
export const martAudits = (): Audit[] => tables.flatMap((table) => [...consistent(table), uniqueGrain(table), onlyDeclaredLevels(table), ...complete(table)]);
