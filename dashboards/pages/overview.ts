import type {View} from "../data/view.ts";
import {keyFigures} from "../parts/key-figures.ts";
import {page, provisionalNote} from "../parts/page.ts";
import {section, type SiteFile} from "../parts/part.ts";
import {changes} from "./overview/changes.ts";
import {headline, lead} from "./overview/headline.ts";
import {map} from "./overview/map.ts";

/** Five figures, what changed, where: for the reader with ten seconds. */
export const overview = (view: View): SiteFile[] =>
  page(view, {
    name: "index",
    title: "Überblick",
    lead: lead(view),
    state: provisionalNote(view),
    content: [keyFigures(headline(view)), section("Was hat sich geändert?", [changes(view)], "aenderungen"), section("Wo wird begleitet?", [map(view)])],
  });
