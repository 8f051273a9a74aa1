import {audiences} from "../../../../schemas/disclosure.ts";
import {tableFor} from "../../../../schemas/disclosure/audience-tables.ts";
import type {Leak} from "../../../attack/files/leak.ts";
import {type AttackedPages, attackPages} from "../../../attack/pages/attack-pages.ts";
import {shelfOf} from "../../../attack/pages/placed-numbers.ts";
import type {Files} from "../../../effects/files.ts";
import type {Places} from "./find-published.ts";
import {type ReadPublished, readPublished} from "./read-published.ts";

type Progress = (done: number, of: number) => void;
const calledIn = ({root, site}: Places) => (site === null || site === root ? "" : `${site.slice(root.length + 1).replaceAll("\\", "/")}/`);

/** Attacks the pages that were read, beside the public products that were read. */
export const attackSite = ({site, tables}: ReadPublished, places: Places, progress: Progress = () => undefined): AttackedPages => {
  const shelf = shelfOf(tables, (table) => tableFor("public", table));
  const {leaks, ...counted} = attackPages(site, shelf, audiences.public.policy.threshold, progress);
  return {leaks: leaks.map((leak) => ({...leak, file: `${calledIn(places)}${leak.file}`})), ...counted};
};

/** What the pages in a folder tell beyond the public products; for pages that nobody has seen yet. */
export const pageLeaks = async (files: Files, root: string, products: string, site: string): Promise<Leak[]> => {
  const places: Places = {root, products, bodies: [], site, releases: []};
  const read = await readPublished(files, places);
  return [...read.leaks, ...attackSite(read, places).leaks];
};
