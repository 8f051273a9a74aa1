import {type Body, spokenName} from "../../../schemas/codes/bodies.ts";
import {codeListOf} from "../../../schemas/codes/lists.ts";
import {municipalities} from "../../../schemas/codes/municipalities.ts";
import {printHalfYear} from "../../../schemas/units.ts";
import {halfYearOf} from "../../../schemas/half-year.ts";
import type {Row} from "../../data/products/product.ts";
import {placeOf, shownIn, split} from "../../data/shown.ts";
import type {View} from "../../data/view.ts";
import {html} from "../../parts/html.ts";
import {type Part, part} from "../../parts/part.ts";
import {table} from "../../parts/table.ts";
import {dayOf} from "../../words/edition.ts";

const rowsOf = (view: View, product: string, {key}: Body): readonly Row[] => view.product(product).at(view.edition.halfYear, "body", key);
const text = (row: Row, name: string) => (row[name] as string | null) ?? "–";
const labelled = (row: Row, name: string, list: string) => codeListOf(list).known.get(text(row, name)) ?? text(row, name);
const places = new Map(municipalities.map(({ags, name}) => [ags, name]));
const none = (words: string): Part => part(html`<p>${words}</p>`);

/** Sites with what was done there. */
export const sites = (view: View, body: Body): Part => {
  const rows = rowsOf(view, "sites", body);
  if (rows.length === 0) return none("Für dieses Halbjahr ist kein Einsatzort gemeldet.");
  const {declaration} = view.product("sites");
  const figures = ["cm_bestand_ende", "cm_neu", "cm_beendet", "cm_personen_ende", "beratungen_count"];
  return part(
    table(`Einsatzorte ${spokenName(body)}, ${dayOf(view.edition)}`, {
      head: ["Einsatzort", "Kommune", "Träger", "Fälle", "aufgenommen", "beendet", "Personen", "Beratungen"],
      text: [1, 2],
      rows: rows.map((row) => [
        text(row, "ort_name"),
        places.get(text(row, "ort_ags")) ?? "zentral",
        labelled(row, "ort_traeger", "CL_TRAEGER"),
        ...figures.map((name) => shownIn(view, declaration, row, name)),
      ]),
    }),
  );
};

const closed = ["6", "8"];
/** Gaps that wait for a solution, for the next steering group. */
export const openGaps = (view: View, body: Body): Part => {
  const rows = rowsOf(view, "gap_register", body).filter((row) => !closed.includes(text(row, "status")));
  if (rows.length === 0) return none("Für dieses Halbjahr ist keine offene Systemlücke gemeldet.");
  const since = (row: Row) => (/^20\d\d-H[12]$/.test(text(row, "periode_erst")) ? printHalfYear(halfYearOf(text(row, "periode_erst"))) : "–");
  return part(
    table(`Offene Systemlücken ${spokenName(body)}, ${dayOf(view.edition)}`, {
      head: ["Systemlücke", "Handlungsfeld", "Art", "Lösungsebene", "Status", "gemeldet seit"],
      text: [1, 2, 3, 4, 5],
      rows: rows.map((row) => [
        text(row, "titel"),
        labelled(row, "luecke_thema", "CL_THEMA"),
        labelled(row, "art", "CL_LUECKE_ART"),
        labelled(row, "ebene", "CL_EBENE"),
        labelled(row, "status", "CL_LUECKE_STATUS"),
        since(row),
      ]),
    }),
  );
};

/** Posts by function. */
export const posts = (view: View, body: Body): Part => {
  const of = (name: string) => new Map(split(view, `posts_by_function.${name}`, placeOf(body)).map(({code, shown}) => [code, shown]));
  const [approved, filled, free, share] = [of("vzae_bewilligt"), of("vzae_besetzt"), of("unbesetzt_vzae"), of("besetzungsquote")];
  const functions = [...codeListOf("CL_FUNKTION").known].filter(([code]) => approved.get(code)?.value !== 0n);
  return part(
    table(`Stellen ${spokenName(body)} in VZÄ, ${dayOf(view.edition)}`, {
      head: ["Funktion", "bewilligt", "besetzt", "frei", "Besetzungsquote"],
      rows: functions.flatMap(([code, label]) =>
        approved.has(code) ? [[label, approved.get(code)!, filled.get(code)!, free.get(code)!, share.get(code)!]] : [],
      ),
    }),
  );
};
