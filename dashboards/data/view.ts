import {bodies, type Body} from "../../schemas/codes/bodies.ts";
import {tableFor} from "../../schemas/disclosure/audience-tables.ts";
import type {Manifest} from "../../schemas/products.ts";
import {tableOf} from "../../schemas/tables/registry.ts";
import type {TableDeclaration} from "../../schemas/tables/table.ts";
import type {Edition} from "./edition.ts";
import {type Product, readProduct} from "./products/product.ts";

/** Products of one audience: each file is read when a page first asks for it. */
export type Products = {
  readonly manifest: Manifest;
  readonly product: (table: string) => Product;
  /** The body whose own rows are exact while all others are as the public sees them; null for every audience but `body`. */
  readonly owner: Body | null;
};
/** What a page is made from: the products, seen from one half-year. */
export type View = Products & {readonly edition: Edition};

/** A table as the audience gets it. A body gets its own rows in full and those of the others as far as the public does. */
export const declaredFor = ({audience}: Manifest, table: string): TableDeclaration => (audience === "body" ? tableOf(table) : tableFor(audience, table));

/** Calls each table's maker once. */
export const keptProducts = (make: (table: string) => Product): ((table: string) => Product) => {
  const known = new Map<string, Product>();
  return (table) => {
    const found = known.get(table) ?? make(table);
    known.set(table, found);
    return found;
  };
};
export const productsOf = (manifest: Manifest, bytesOf: (table: string) => Uint8Array): Products => ({
  manifest,
  product: keptProducts((table) => readProduct(bytesOf(table), declaredFor(manifest, table))),
  owner: null,
});

/** Whether the return of a body counts in a half-year. */
export const hasReported = ({product}: Products, halfYear: string, body: string): boolean =>
  product("returns").at(halfYear, "body", body)[0]?.["meldungen_count"] === 1n;
/** Bodies whose return for the half-year of the edition does not count, in the order of their keys. */
export const missingBodies = (view: View): Body[] => bodies.filter(({key}) => !hasReported(view, view.edition.halfYear, key));
