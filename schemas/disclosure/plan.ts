import {staffing} from "../disclosure.ts";
import type {Identity, Method} from "./cluster.ts";

/** How a figure is published: by a method, as a part of a measure that other tables show too, rounded to a unit of its own, or not at all. */
type Publication = {readonly method: Method | "left-out"; readonly measure?: string; readonly base?: bigint};
type Planned = {readonly method: Method; readonly why: string; readonly figures?: Readonly<Record<string, Publication>>};

const people = "Menschen nach Merkmalen: viele kleine Zahlen, und alle Aufteilungen haben dieselben Summen.";
const small = "Kleine Tabelle: genau, kleine Zahlen gesperrt.";
const things = "Zählt Vorhaben, Stellen oder Dateien, keine Menschen.";
const staff = "Beschäftigte: Eine Person kann die ganze Zahl sein.";

const stock: Publication = {method: "round", measure: "cm_bestand_ende"};
const intake: Publication = {method: "round", measure: "cm_neu"};
const closed: Publication = {method: "round", measure: "cm_beendet"};
const posts: Publication = {method: "round", base: staffing.posts};
const leftOut: Publication = {method: "left-out"};
const features: Planned = {method: "round", why: people, figures: {n_bestand: stock, n_neu: intake}};
const staffed: Planned = {
  method: "round",
  why: staff,
  figures: {
    vzae_bewilligt: posts,
    vzae_besetzt: posts,
    vzae_monate: posts,
    unbesetzt_vzae: posts,
    unbesetzte_monate_vzae: posts,
    vakanz_eur: leftOut,
  },
};
const open: Planned = {method: "open", why: things};
const round = (measure: string): Publication => ({method: "round", measure});

/**
 * What the public may see: table by table, figure by figure. What is not here is not built for the public. Rates are computed from what is shown.
 * Cases are rounded everywhere: their totals are margins of tables too detailed for suppression, and one cell has one method.
 */
export const plan = {
  caseload: {
    method: "suppress",
    why: small,
    figures: {
      cm_bestand_anfang: round("cm_bestand_anfang"),
      cm_neu: intake,
      cm_beendet: closed,
      cm_bestand_ende: stock,
      bearbeitet_count: round("bearbeitet_count"),
      cm_wieder: round("cm_wieder"),
      bestandsbereinigung: leftOut,
      orte_count: {method: "open"},
      cm_besetzt_vzae: posts,
      cm_monate_vzae: posts,
    },
  },
  caseload_per_residents: {method: "round", why: people, figures: {cm_bestand_ende: stock, auslaender_count: {method: "open"}}},
  phases: {method: "round", why: people, figures: {cm_phase: stock}},
  counselling_places: {method: "round", why: "Freiwillig und darum oft nachgereicht: gerundet bleibt es ruhig."},
  counselling_forms: {method: "round", why: "Freiwillig und darum oft nachgereicht: gerundet bleibt es ruhig."},
  interpreting: {method: "round", why: "Freiwillig und darum oft nachgereicht: gerundet bleibt es ruhig."},
  origins: features,
  residence_status: features,
  age: features,
  gender: features,
  duration_of_stay: features,
  households: features,
  benefits: features,
  topics: {method: "round", why: people, figures: {thema_haupt: round("bearbeitet_count")}},
  access: {method: "round", why: people, figures: {zugang_n: intake}},
  referrals: {method: "suppress", why: small},
  closures: {method: "round", why: people, figures: {ende_n: closed}},
  closure_durations: {method: "round", why: people, figures: {dauer_klasse: closed}},
  posts: staffed,
  posts_by_baustein: staffed,
  posts_by_function: staffed,
  posts_by_employer: staffed,
  vacancies: staffed,
  steering: open,
  steering_groups: open,
  actors: open,
  target_groups: open,
  user_participation: open,
  steering_products: open,
  gaps: {method: "open", why: things, figures: {luecke_faelle: {method: "round"}}},
  gaps_by_topic: open,
  gaps_by_kind: open,
  gaps_by_law: open,
  gaps_by_solver: open,
  gaps_by_status: open,
  residence_authorities: {method: "suppress", why: small},
  naturalisation: {method: "suppress", why: small},
  municipal_coverage: open,
  finance: open,
  returns: open,
} as const satisfies Record<string, Planned>;

/** A table of the public plan; what is not one does not compile, and is refused when it comes from outside. */
export type PublicTable = keyof typeof plan;
/** @throws Error `unknown public table: NAME` */
export const publicTable = (name: string): PublicTable => {
  if (!Object.hasOwn(plan, name)) throw new Error(`unknown public table: ${name}`);
  return name as PublicTable;
};
/** How a figure of a table is published. Figures not named follow their table and are a measure of their own. */
export const publicationOf = (name: PublicTable, figure: string): Required<Pick<Publication, "method" | "measure">> & Pick<Publication, "base"> => {
  const table: Planned = plan[name];
  const named = table.figures?.[figure];
  const base = named?.base;
  return {method: named?.method ?? table.method, measure: named?.measure ?? `${name}.${figure}`, ...(base === undefined ? {} : {base})};
};

const other = (table: PublicTable, ...figures: readonly string[]) => figures.map((figure) => publicationOf(table, figure).measure);
/** What adds up between measures, at every place and half-year: known to every reader of the form. */
export const identities: readonly Identity[] = [
  {whole: ["cm_bestand_ende", "cm_beendet"], parts: ["cm_bestand_anfang", "cm_neu"]},
  {whole: ["bearbeitet_count"], parts: ["cm_bestand_anfang", "cm_neu"]},
  {
    whole: other("caseload", "beratungen_count"),
    parts: other("caseload", "erstberatungen", "verweisberatungen", "folgeberatungen_ohne_cm", "folgeberatungen", "beratungen_ohne_zuordnung"),
  },
  {whole: other("residence_authorities", "erteilt_count"), parts: other("residence_authorities", "p25a_erteilt", "p25b_erteilt")},
  {whole: other("residence_authorities", "entschieden_count"), parts: other("residence_authorities", "erteilt_count", "p25a_abgelehnt", "p25b_abgelehnt")},
  {
    whole: other("naturalisation", "eb_anfang", "eb_eingang"),
    parts: other("naturalisation", "eb_ende", "eb_vollz_antraege", "eb_abgelehnt", "eb_zurueck", "eb_sonst"),
  },
];
