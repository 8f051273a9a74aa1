import type {Body} from "../../../schemas/codes/bodies.ts";
import {productPath} from "../../../schemas/products.ts";
import type {Manifest} from "../../../schemas/products.ts";
import {tableOf} from "../../../schemas/tables/registry.ts";
import {hasTable} from "./given.ts";
import {productOf, type Product, readProduct} from "./product.ts";
import {keptProducts, type Products} from "../view.ts";

/** The public products with the exact rows of one body laid over them, and what only the body itself gets. `own`: manifest of the audience `body`. */
export const bodyProducts = (shared: Products, own: Manifest, owner: Body, bytesOf: (path: string) => Uint8Array): Products => {
  const exact = own.products.filter(({body}) => body === owner.key);
  const listed = [...shared.manifest.products, ...exact.filter(({table}) => !hasTable(shared, table))];
  const isOwn = (row: Product["rows"][number]) => row["level"] === "body" && row["area"] === owner.key;
  const product = (table: string): Product => {
    if (!exact.some((each) => each.table === table)) return shared.product(table);
    const mine = readProduct(bytesOf(productPath("body", table, "arrow", owner.key)), tableOf(table));
    const others = hasTable(shared, table) ? shared.product(table).rows.filter((row) => !isOwn(row)) : [];
    return productOf(tableOf(table), [...others, ...mine.rows]);
  };
  return {manifest: {...shared.manifest, audience: "body", products: listed}, product: keptProducts(product), owner};
};
