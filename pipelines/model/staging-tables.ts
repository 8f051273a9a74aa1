import {fieldOf} from "../../schemas/fields/registry.ts";
import {type Expected, expectedOf} from "../../schemas/layouts/expected.ts";
import {forms} from "../../schemas/layouts/forms.ts";
import type {Table} from "../../schemas/layouts/layout.ts";

/** A table of the form as SQL sees it: one row per row of the form, a column per field, in the form's own words. */
export type StagingTable = {readonly name: string; readonly select: string};

const isFigure = (field: string) => !["code", "place", "halfYear", "date", "text"].includes(fieldOf(field).kind);
const fieldColumn = (field: string) => {
  const answer = `any_value(code) filter (field = '${field}')`;
  if (isFigure(field)) return `any_value(figure) filter (field = '${field}') as ${field}`;
  return fieldOf(field).kind === "date" ? `try_cast(${answer} as date) as ${field}` : `${answer} as ${field}`;
};

/** `ALT` and `GES` of `ALT=A4,GES=w`. */
const partsOf = ({codes, fixed = [], columns}: Table) => {
  const written = [codes?.prefix, ...fixed.map(({prefix}) => prefix), ...columns.map(({key}) => key)];
  return [...new Set(written.flatMap((text) => /([A-Z]+)=/.exec(text ?? "")?.[1] ?? []))];
};
const partColumn = (part: string) => `nullif(regexp_extract(row_key, '(?:^|,)${part}=([^,]+)', 1), '') as ${part.toLowerCase()}`;
/** 1 for a row of a list, 0 where the list says that there is none (no key, or the dash of an empty return), a gap where it is not known. */
const entryColumn = `case when row_key is null then any_value(figure) when row_key = '-' then known(0) else known(1) end as entry`;

const columnsOf = (table: Table, fields: readonly string[]) => [
  "half_year",
  "body",
  "row_key",
  ...partsOf(table).map(partColumn),
  ...(table.kind === "list" ? [entryColumn] : []),
  ...(table.kind === "list" && partsOf(table).length > 0 ? [`regexp_replace(row_key, ',[A-Z]+=\\w+$', '') as entry_key`] : []),
  ...fields.map(fieldColumn),
];

/** One staging table per table of the form, whatever version it comes from: a field of any version has its column. */
export const stagingTables = (): StagingTable[] => {
  const byTable = Map.groupBy(forms.flatMap(expectedOf), ({table}: Expected) => table.id);
  return [...byTable].map(([id, expected]) => {
    const fields = [...new Set(expected.map(({field}) => field))];
    const columns = columnsOf(expected.at(-1)!.table, fields).join(", ");
    return {name: `staging.${id.toLowerCase()}`, select: `select ${columns} from staging.cell where table_id = '${id}' group by half_year, body, row_key`};
  });
};
