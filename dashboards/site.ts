import {editionsOf} from "./data/edition.ts";
import type {Products, View} from "./data/view.ts";
import {overview} from "./pages/overview.ts";
import type {SiteFile} from "./parts/part.ts";

/** Pages of every half-year. */
const everyHalfYear: readonly ((view: View) => SiteFile[])[] = [overview];
/** Pages that exist once, seen from the newest half-year. */
const once: readonly ((view: View) => SiteFile[])[] = [];

/** Every page of the site with its CSV and SVG files. */
export const siteOf = (products: Products): SiteFile[] => {
  const views = editionsOf(products.manifest).map((edition): View => ({...products, edition}));
  const newest = views.at(-1);
  return [...views.flatMap((view) => everyHalfYear.flatMap((make) => make(view))), ...(newest === undefined ? [] : once.flatMap((make) => make(newest)))];
};
