import {tableFor} from "../../../../schemas/disclosure/audience-tables.ts";
import type {WithheldShare} from "../../../../schemas/disclosure/protection.ts";
import type {PublishedTable} from "../../../attack/publication/published-table.ts";

/** How many numbers of a published table are withheld, of those that are there; rates do not count. */
export const withheldShare = ({table, rows}: PublishedTable): WithheldShare => {
  const columns = tableFor("public", table)
    .figures.filter(({measure}) => measure.kind !== "rate")
    .map(({name}) => `${name}_status`);
  const having = (status: string) => rows.reduce((sum, row) => sum + columns.filter((column) => row[column] === status).length, 0);
  const withheld = having("withheld");
  return {table, cells: having("known") + withheld, withheld};
};
