import type {Policy} from "../../../../schemas/disclosure.ts";
import type {Publication} from "../../../attack/publication/publication.ts";
import type {PublishedTable} from "../../../attack/publication/published-table.ts";

const at = (halfYear: string, tables: readonly PublishedTable[]): PublishedTable[] =>
  tables.map(({table, rows}) => ({table, rows: rows.filter((row) => row["half_year"] === halfYear)}));

/** What there is to see, half-year by half-year, oldest first: no sum crosses them. */
export const scenesOf = ({tables, methods, own, earlier}: Omit<Publication, "policy">, policy: Policy): Publication[] =>
  [...new Set(tables.flatMap(({rows}) => rows.map((row) => String(row["half_year"]))))].toSorted().map((halfYear) => ({
    tables: at(halfYear, tables),
    methods,
    own: own.map((each) => ({...each, tables: at(halfYear, each.tables)})),
    earlier: earlier.map((release) => ({...release, tables: at(halfYear, release.tables)})),
    policy,
  }));
