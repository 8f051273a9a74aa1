import type {Level} from "../../../schemas/tables/table.ts";
import type {FigurePath} from "../shown.ts";
import {declaredFor, type Products} from "../view.ts";

/** Whether the audience gets a table. A part of a page that needs what is not given is left out as a whole. */
export const hasTable = ({manifest}: Products, table: string): boolean => manifest.products.some((listed) => listed.table === table);
/** Whether the audience gets a figure of a table. */
export const hasFigure = (products: Products, path: FigurePath): boolean => {
  const [table, name] = path.split(".") as [string, string];
  return hasTable(products, table) && declaredFor(products.manifest, table).figures.some((figure) => figure.name === name);
};
/** Whether the audience gets a table for single bodies, districts or the Land. */
export const hasLevel = (products: Products, table: string, level: Level): boolean =>
  hasTable(products, table) && declaredFor(products.manifest, table).levels.includes(level);
