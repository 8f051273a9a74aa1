import {buildSite} from "../../dashboards/build.ts";
import {chance as chanceOf} from "../../fixtures/sample/chance.ts";
import {attackSite} from "../../pipelines/jobs/release/attack/attack-site.ts";
import {leakText} from "../../pipelines/jobs/release/attack/breach-text.ts";
import {findPublished} from "../../pipelines/jobs/release/attack/find-published.ts";
import {readPublished} from "../../pipelines/jobs/release/attack/read-published.ts";
import {shelfOf} from "../../pipelines/attack/pages/placed-numbers.ts";
import {tableFor} from "../../schemas/disclosure/audience-tables.ts";
import type {Measure} from "../proof/measure.ts";
import {onSampleState} from "../proof/sample-state.ts";
import {type PutBack, type Published, putBack} from "./put-back.ts";

const mostTold = 10;

/** Numbers written back into one kind of file, how many of them were found, and where one was not. */
type Tried = {readonly kind: string; readonly tried: number; readonly found: number; readonly missed: readonly string[]};
const tryAll = async (published: Published, tries: number, seed: number): Promise<Tried[]> => {
  const all: Tried[] = [];
  for (const [kind, put] of Object.entries(putBack)) {
    const chance = chanceOf(seed, kind);
    const done: PutBack[] = [];
    for (let i = 0; i < tries; i++) done.push(await put(published, chance));
    const real = done.filter((each) => each !== null);
    const missed = real.filter(({found}) => !found).map(({file}) => file);
    all.push({kind, tried: real.length, found: real.length - missed.length, missed});
  }
  return all;
};
const total = (all: readonly Tried[], of: "tried" | "found") => all.reduce((sum, each) => sum + each[of], 0);

/**
 * The public products and pages of the sample state tell no withheld number; written back into any kind of file, it is found.
 * What can be computed from them is another measure.
 */
export const leaks: Measure = async ({size, seed}) =>
  onSampleState(size, seed, async ({desk: {folder, files}}) => {
    await buildSite({products: folder.products, out: folder.site, audience: "public"});
    const places = await findPublished(files, folder.root);
    const read = await readPublished(files, places);
    const pages = attackSite(read, places);
    const told = [...read.leaks, ...pages.leaks];
    const shelf = shelfOf(read.tables, (table) => tableFor("public", table));
    const tried = await tryAll({products: places.products!, site: folder.site, shelf}, size === "full" ? 40 : 1, seed);
    return {
      ok: told.length === 0 && total(tried, "tried") > 0 && total(tried, "found") === total(tried, "tried"),
      figure: `${told.length} Stellen in ${read.tables.length} Produkten und ${pages.pages} Seiten; ${total(tried, "found")} von ${total(tried, "tried")} zurückgeschriebenen Zahlen gefunden`,
      lines: [
        `${read.own.length} Stellen mit eigenen Zahlen, ${pages.pictures} Bilder`,
        ...tried.map(({kind, tried: all, found, missed}) => `${kind}: ${found} von ${all} gefunden${missed.map((file) => `, nicht in ${file}`).join("")}`),
        ...told.slice(0, mostTold).map(leakText),
      ],
    };
  });
