import {join} from "node:path";
import {buildSite} from "../../dashboards/build.ts";
import type {Measure} from "../proof/measure.ts";
import {median} from "../proof/median.ts";
import {onSampleState} from "../proof/sample-state.ts";

/** All pages of the controlling from the products of the sample state, in one process: the first build and the median of five more. */
export const site: Measure = ({size, seed}) =>
  onSampleState(size, seed, async ({desk}) => {
    const once = async () => {
      const begun = performance.now();
      const {pages} = await buildSite({products: desk.folder.products, out: join(desk.folder.root, "bench-site"), audience: "controlling"});
      return {pages, milliseconds: performance.now() - begun};
    };
    const first = await once();
    const more: number[] = [];
    for (let i = 0; i < (size === "full" ? 5 : 1); i++) more.push((await once()).milliseconds);
    const warm = median(more);
    return {
      ok: first.pages > 54,
      figure: `${first.pages} Seiten in ${Math.round(first.milliseconds)} ms, danach ${Math.round(warm)} ms`,
      lines: [`je Seite ${(warm / first.pages).toFixed(1)} ms`],
    };
  });
