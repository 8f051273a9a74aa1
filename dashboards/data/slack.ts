import {isPublicTable, type PublicTable, publicationOf} from "../../schemas/disclosure/plan.ts";
import type {FigureDeclaration} from "../../schemas/measures.ts";
import type {TableDeclaration} from "../../schemas/tables/table.ts";
import type {Row} from "./products/product.ts";
import type {Products} from "./view.ts";

/** Whether the numbers of a row were protected: all of the public's, and on the page of a body all but its own. */
export const isProtected = ({manifest: {audience}, owner}: Products, row: Row): boolean =>
  audience === "public" || (audience === "body" && !(row["level"] === "body" && row["area"] === owner?.key));

const size = (factor: bigint) => (factor < 0n ? -factor : factor);
/** Half the rounding unit; what is derived from others may be off by as much as they are together. */
const halfUnit = ({manifest}: Products, table: PublicTable, {name, measure}: Pick<FigureDeclaration, "name" | "measure">): bigint => {
  const {method, base = 5n, measure: measured} = publicationOf(table, name);
  if (method === "derived" && measure.kind === "sum")
    return measure.terms.reduce((sum, {field, factor = 1n}) => {
      const part = publicationOf(table, field);
      return sum + (part.method === "round" ? size(factor) * ((part.base ?? 5n) / 2n) : 0n);
    }, 0n);
  return (manifest.protection?.methods[measured] ?? method) === "round" ? base / 2n : 0n;
};
/**
 * How far a shown number may lie from the true one at most, in 10^-scale units of the figure: an exact one not at all.
 * What is claimed of rounded numbers must hold for all they can stand for.
 */
export const slackOf = (products: Products, {name: table}: TableDeclaration, figure: FigureDeclaration, row: Row): bigint =>
  isProtected(products, row) && isPublicTable(table) ? halfUnit(products, table, figure) : 0n;
