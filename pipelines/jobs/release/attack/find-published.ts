import {join, resolve} from "node:path";
import {bodies} from "../../../../schemas/codes/bodies.ts";
import {productFormats} from "../../../../schemas/products.ts";
import {isPublicTable} from "../../../../schemas/disclosure/plan.ts";
import type {Files} from "../../../effects/files.ts";

/** What somebody who came into a folder finds published there: absolute folders. Nothing else of a data folder is read, no warehouse, no archive, nothing of the controlling. */
export type Places = {
  readonly root: string;
  readonly products: string | null;
  readonly bodies: readonly {readonly body: string; readonly folder: string}[];
  readonly site: string | null;
  readonly releases: readonly {readonly release: string; readonly products: string}[];
};

/** Paths of all files below a folder, relative to it, with `/`. */
export const filesBelow = async (files: Files, folder: string): Promise<string[]> =>
  ((await files.list(folder)) ?? []).map((path) => path.slice(resolve(folder).length + 1).replaceAll("\\", "/"));

const endings = Object.values(productFormats).map(({extension}) => `.${extension}`);
/** The table of the public plan a file is named after. */
export const tableIn = (name: string): string | null => {
  const ending = endings.toSorted((a, b) => b.length - a.length).find((each) => name.endsWith(each));
  const table = ending === undefined ? "" : name.slice(0, -ending.length);
  return isPublicTable(table) ? table : null;
};
const hasProducts = async (files: Files, folder: string) =>
  ((await files.list(folder)) ?? []).some((path) => tableIn(path.slice(resolve(folder).length + 1)) !== null);
const ifThere = async (files: Files, folder: string, isThere: (files: Files, folder: string) => Promise<boolean>) =>
  (await isThere(files, folder)) ? folder : null;
const hasPages = (files: Files, folder: string) => files.exists(join(folder, "index.html"));

const bodyFolders = async (files: Files, folder: string) => {
  const found = await Promise.all(bodies.map(async ({key}) => ({body: key, folder: join(folder, key), paths: await files.list(join(folder, key))})));
  return found.filter(({paths}) => (paths ?? []).length > 0).map(({body, folder: own}) => ({body, folder: own}));
};
const releasesIn = async (files: Files, folder: string) => {
  const names = [...new Set((await filesBelow(files, folder)).filter((path) => /^[^/]+\/products\/public\//.test(path)).map((path) => path.split("/")[0]!))];
  return names.toSorted().map((release) => ({release, products: join(folder, release, "products", "public")}));
};

/** Looks for what is published in a data folder, a folder of products, or a copied site. */
export const findPublished = async (files: Files, folder: string): Promise<Places> => {
  const root = resolve(folder);
  if (await hasProducts(files, root)) return {root, products: root, bodies: [], site: null, releases: []};
  if (await hasPages(files, root)) return {root, products: await ifThere(files, join(root, "data"), hasProducts), bodies: [], site: root, releases: []};
  const isProducts = await hasProducts(files, join(root, "public"));
  const products = isProducts ? root : join(root, "products");
  return {
    root,
    products: await ifThere(files, join(products, "public"), hasProducts),
    bodies: await bodyFolders(files, join(products, "body")),
    site: isProducts ? null : await ifThere(files, join(root, "site"), hasPages),
    releases: isProducts ? [] : await releasesIn(files, join(root, "releases")),
  };
};
export const isEmpty = ({products, site, releases}: Places): boolean => products === null && site === null && releases.length === 0;
