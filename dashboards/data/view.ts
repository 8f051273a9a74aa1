import {bodies, type Body} from "../../schemas/codes/bodies.ts";
import type {Manifest} from "../../schemas/products.ts";
import {tableOf} from "../../schemas/tables/registry.ts";
import type {Edition} from "./edition.ts";
import {type Product, readProduct} from "./product.ts";

/** Products of one audience: each file is read when a page first asks for it. */
export type Products = {readonly manifest: Manifest; readonly product: (table: string) => Product};
/** What a page is made from: the products, seen from one half-year. */
export type View = Products & {readonly edition: Edition};

export const productsOf = (manifest: Manifest, bytesOf: (table: string) => Uint8Array): Products => {
  const known = new Map<string, Product>();
  const product = (table: string) => {
    const found = known.get(table) ?? readProduct(bytesOf(table), tableOf(table));
    known.set(table, found);
    return found;
  };
  return {manifest, product};
};

/** Whether the return of a body counts in a half-year. */
export const hasReported = ({product}: Products, halfYear: string, body: string): boolean =>
  product("return_register").at(halfYear, "body", body)[0]?.["state"] === "counted";
/** Bodies whose return for the half-year of the edition does not count, in the order of their keys. */
export const missingBodies = (view: View): Body[] => bodies.filter(({key}) => !hasReported(view, view.edition.halfYear, key));
