import type {Audience} from "../flow.ts";
import {tableOf, tables} from "../tables/registry.ts";
import type {TableDeclaration} from "../tables/table.ts";
import {isPublicTable, plannedFor, publicationOf} from "./plan.ts";

/** Lists of single things and texts: for the controlling, not for research. */
const isRegister = ({attributes = []}: TableDeclaration) => attributes.length > 0;

const forPublic = (table: TableDeclaration): TableDeclaration[] => {
  if (!isPublicTable(table.name)) return [];
  const name = table.name;
  const {levels = table.levels} = plannedFor(name);
  return [{...table, levels, figures: table.figures.filter((figure) => publicationOf(name, figure.name).method !== "left-out")}];
};
const shown: Readonly<Record<Audience, (table: TableDeclaration) => TableDeclaration[]>> = {
  controlling: (table) => [table],
  research: (table) => (isRegister(table) ? [] : [table]),
  public: forPublic,
  body: (table) => (table.levels.includes("body") ? [table] : []),
};

/** The tables an audience gets, with the levels and figures it may see. What is not here is not built for it. */
export const tablesFor = (audience: Audience): TableDeclaration[] => tables.flatMap(shown[audience]);
/** @throws Error `unknown table: NAME`, `unknown table for AUDIENCE: NAME` */
export const tableFor = (audience: Audience, name: string): TableDeclaration => {
  const [found] = shown[audience](tableOf(name));
  if (found === undefined) throw new Error(`unknown table for ${audience}: ${name}`);
  return found;
};
