import {editionsOf} from "./data/edition.ts";
import type {Products, View} from "./data/view.ts";
import {bodyPages} from "./pages/body.ts";
import {caseload} from "./pages/caseload.ts";
import {origins} from "./pages/origins.ts";
import {overview} from "./pages/overview.ts";
import {posts} from "./pages/posts.ts";
import {returns} from "./pages/returns.ts";
import {topics} from "./pages/topics.ts";
import type {SiteFile} from "./parts/part.ts";

/** Pages of every half-year. */
const everyHalfYear: readonly ((view: View) => SiteFile[])[] = [overview, caseload, topics, origins, posts, returns];
/** Pages that exist once, seen from the newest half-year. */
const once: readonly ((view: View) => SiteFile[])[] = [bodyPages];

/** Every page of the site with its CSV and SVG files. */
export const siteOf = (products: Products): SiteFile[] => {
  const views = editionsOf(products.manifest).map((edition): View => ({...products, edition}));
  const newest = views.at(-1);
  return [...views.flatMap((view) => everyHalfYear.flatMap((make) => make(view))), ...(newest === undefined ? [] : once.flatMap((make) => make(newest)))];
};
