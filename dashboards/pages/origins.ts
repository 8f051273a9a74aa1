import type {View} from "../data/view.ts";
import {page, provisionalNote} from "../parts/page.ts";
import {section, type SiteFile} from "../parts/part.ts";
import {heat} from "./origins/heat.ts";
import {byDistrict, lead, shares} from "./origins/mix.ts";
import {people} from "./origins/people.ts";

/** Where people come from and how they stay. */
export const origins = (view: View): SiteFile[] =>
  page(view, {
    name: "herkunft",
    title: "Herkunft und Aufenthalt",
    lead: lead(view),
    state: provisionalNote(view),
    content: [shares(view), byDistrict(view), heat(view), section("Aufenthalt, Alter, Haushalt", people(view))],
  });
