import {hasFigure, hasTable} from "../data/products/given.ts";
import {land, shown} from "../data/shown.ts";
import type {View} from "../data/view.ts";
import {page, provisionalNote} from "../parts/page.ts";
import {section, type SiteFile} from "../parts/part.ts";
import {said} from "../words/numbers.ts";
import {filling, functions} from "./posts/filling.ts";
import {money} from "./posts/money.ts";
import {employers, reasons, vacancy} from "./posts/vacancy.ts";

const lead = (view: View): string => {
  const of = (name: string) => said(shown(view, `posts.${name}`, land));
  return `Von ${of("vzae_bewilligt")} bewilligten Vollzeitstellen sind ${of("vzae_besetzt")} besetzt.${hasFigure(view, "posts.vakanz_eur") ? ` Durch freie Stellen blieben im Halbjahr rechnerisch ${of("vakanz_eur")} Förderung ungenutzt.` : ` Frei sind ${of("unbesetzt_vzae")}.`}`;
};
/** Posts, vacancies and money. */
export const posts = (view: View): SiteFile[] =>
  page(view, {
    name: "personal",
    title: "Personal und Mittel",
    lead: lead(view),
    state: provisionalNote(view),
    content: [
      functions(view),
      filling(view),
      employers(view),
      section("Freie Stellen", [
        hasFigure(view, "posts_by_baustein.vakanz_eur") && vacancy(view),
        hasFigure(view, "vacancies.unbesetzt_vzae") && reasons(view),
      ]),
      section("Mittel", [hasTable(view, "finance") && money(view)]),
    ],
  });
