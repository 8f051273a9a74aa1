import {editionsOf} from "./data/edition.ts";
import type {Products, View} from "./data/view.ts";
import {bodyList} from "./pages/bodies.ts";
import {bodyPage, bodyPages} from "./pages/body.ts";
import {caseload} from "./pages/caseload.ts";
import {downloads} from "./pages/downloads.ts";
import {emptySite} from "./pages/about/empty.ts";
import {accessibility, imprint} from "./pages/about/legal.ts";
import {methods} from "./pages/methods.ts";
import {origins} from "./pages/origins.ts";
import {overview} from "./pages/overview.ts";
import {posts} from "./pages/posts.ts";
import {returns} from "./pages/returns.ts";
import {signs} from "./pages/about/signs.ts";
import {topics} from "./pages/topics.ts";
import type {SiteFile} from "./parts/part.ts";

type MakePages = (view: View) => SiteFile[];
/** Pages of every half-year. */
const everyHalfYear: readonly MakePages[] = [overview, caseload, topics, origins, posts, returns];
/** Pages that exist once, seen from the newest half-year. */
const once: readonly MakePages[] = [bodyList, bodyPages, methods, downloads, signs, accessibility, imprint];

/** The site of one body: its page, seen from the newest half-year, and what explains it. */
export const bodySiteOf = (products: Products): SiteFile[] => {
  const newest = editionsOf(products.manifest).at(-1);
  const {owner} = products;
  if (newest === undefined || owner === null) return emptySite(products.manifest);
  const view: View = {...products, edition: {...newest, all: newest.all.slice(-1)}};
  return [...bodyPage(view, owner, "index"), ...[methods, signs, accessibility, imprint].flatMap((make) => make(view))];
};

/** Every page of the site with its CSV and SVG files. */
export const siteOf = (products: Products): SiteFile[] => {
  const views = editionsOf(products.manifest).map((edition): View => ({...products, edition}));
  const newest = views.at(-1);
  if (newest === undefined) return emptySite(products.manifest);
  return [...views.flatMap((view) => everyHalfYear.flatMap((make) => make(view))), ...once.flatMap((make) => make(newest))];
};
