import {type Body, districts, spokenName} from "../../schemas/codes/bodies.ts";
import {printHalfYear} from "../../schemas/units.ts";
import {returnsOf} from "../data/returns.ts";
import {placeOf, shown} from "../data/shown.ts";
import type {View} from "../data/view.ts";
import {bodyHref} from "../parts/href.ts";
import {html} from "../parts/html.ts";
import {bodiesOf, districtId} from "../parts/menu.ts";
import {page, provisionalNote} from "../parts/page.ts";
import {type Part, part, section, type SiteFile} from "../parts/part.ts";
import {table} from "../parts/table.ts";
import {stateWords} from "./returns/board.ts";

const district = (view: View, name: string): Part => {
  const states = new Map(returnsOf(view, view.edition.halfYear).map(({body, state}) => [body.key, stateWords[state]]));
  const row = (body: Body) => [
    html`<a href="${bodyHref(view, body)}">${spokenName(body)}</a>`,
    body.key,
    states.get(body.key)!,
    shown(view, "caseload.cm_bestand_ende", placeOf(body)),
    shown(view, "caseload.cm_neu", placeOf(body)),
    shown(view, "posts.vzae_besetzt", placeOf(body)),
    shown(view, "posts.besetzungsquote", placeOf(body)),
  ];
  return part(
    table(`Stellen im Regierungsbezirk ${name}, ${printHalfYear(view.edition.halfYear)}`, {
      head: ["Stelle", "Schlüssel", "Meldung", "Fälle", "aufgenommen", "besetzte VZÄ", "Besetzungsquote"],
      text: [1, 2],
      rows: bodiesOf(name).map(row),
    }),
  );
};
/** The 54 by Regierungsbezirk, in the order of their names: a way to their pages, no ranking. */
export const bodyList = (view: View): SiteFile[] =>
  page(view, {
    name: "stellen",
    title: "Alle 54 Stellen",
    lead: "Kreise, kreisfreie Städte, die StädteRegion und die Stadt Aachen, nach Regierungsbezirk und Namen. Die Reihenfolge ist keine Rangliste.",
    state: provisionalNote(view),
    content: districts.map((name) => section(`Regierungsbezirk ${name}`, [district(view, name)], districtId(name))),
  });
