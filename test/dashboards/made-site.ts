import {readFileSync} from "node:fs";
import {bodyProducts} from "../../dashboards/data/products/of-body.ts";
import {editionsOf} from "../../dashboards/data/edition.ts";
import {type Products, productsOf, type View} from "../../dashboards/data/view.ts";
import type {SiteFile} from "../../dashboards/parts/part.ts";
import {siteOf} from "../../dashboards/site.ts";
import {arrowFile} from "../../fixtures/products/arrow.ts";
import {type ProductPlan, usualPlan} from "../../fixtures/products/plan.ts";
import {type MadeProducts, madeProducts} from "../../fixtures/products/products.ts";
import {ownProducts, publicProducts} from "../../fixtures/products/protected.ts";
import type {ProductRow} from "../../fixtures/products/rows.ts";
import type {Body} from "../../schemas/codes/bodies.ts";
import {tableOf} from "../../schemas/tables/registry.ts";

/** Three half-years are enough to have a first, a middle and a provisional one. */
export const shortPlan: ProductPlan = {...usualPlan, first: "2024-H2"};
/** Changes rows of a product before it is written. */
export type Tweak = (row: ProductRow, table: string) => ProductRow;

const same: Tweak = (row) => row;
/** Invented products as dashboards see them, with some rows changed. */
export const products = (tweak: Tweak = same, plan: ProductPlan = shortPlan): Products => {
  const made = madeProducts(plan);
  return productsOf(made.manifest, (table) =>
    arrowFile(
      tableOf(table),
      made.rows(table).map((row) => tweak({...row}, table)),
    ),
  );
};
/** The newest half-year, or an older one. */
export const viewOf = (from: Products, back = 0): View => ({...from, edition: editionsOf(from.manifest).at(-1 - back)!});

/** A change of some figures of one table in one half-year, in every row for which it is wanted. */
export const change =
  (table: string, halfYear: string, of: (row: ProductRow) => object): Tweak =>
  (row, name) =>
    name === table && row["half_year"] === halfYear ? {...row, ...of(row)} : row;
export const tokensCss = () => readFileSync(new URL("../../dashboards/style/tokens.css", import.meta.url), "utf8");

let made: {products: Products; files: SiteFile[]} | undefined;
/** The whole site of the short plan, made once for a test file. */
export const madeSite = () => {
  if (made === undefined) {
    const from = products();
    made = {products: from, files: siteOf(from)};
  }
  return made;
};
export const titlesIn = (markup: string): string[] => [...markup.matchAll(/class="fig-title"[^>]*>([^<]*)</g)].map(([, title]) => title!);

/** The same invented state as another audience sees it, and as one body does. */
export const publicMade = () => publicProducts(madeProducts(shortPlan));
export const seenBy = ({manifest, bytes}: MadeProducts): Products => productsOf(manifest, bytes);
export const seenByBody = (owner: Body): Products => {
  const own = ownProducts(madeProducts(shortPlan), [owner.key]);
  return bodyProducts(seenBy(publicMade()), own.manifest, owner, (path) => own.bytes(path.split("/")[2]!.split(".")[0]!, owner.key));
};
