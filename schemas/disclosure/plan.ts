import {staffing} from "../disclosure.ts";
import type {Identity} from "./cluster.ts";
import type {AtMost, Planned, Publication} from "./publication.ts";

const people = "Menschen nach Merkmalen: viele kleine Zahlen, und alle Aufteilungen haben dieselben Summen.";
const small = "Kleine Tabelle: genau, kleine Zahlen gesperrt.";
const things = "Zählt Vorhaben, Orte oder Dateien, keine Menschen.";
const staff = "Beschäftigte: Eine Person kann die ganze Zahl sein.";
const voluntary = "Freiwillig und darum oft nachgereicht: gerundet bleibt es ruhig.";

const stock: Publication = {method: "round", measure: "cm_bestand_ende"};
const intake: Publication = {method: "round", measure: "cm_neu"};
const closed: Publication = {method: "round", measure: "cm_beendet"};
const consultations: Publication = {method: "round", measure: "beratungen_count"};
const posts: Publication = {method: "round", base: staffing.posts};
const filled: Publication = {...posts, measure: "vzae_besetzt", persons: "koepfe"};
const monthsFilled: Publication = {...posts, measure: "vzae_monate", persons: "koepfe"};
const open: Publication = {method: "open"};
const derived: Publication = {method: "derived"};
const leftOut: Publication = {method: "left-out"};
const features: Planned = {method: "round", why: people, figures: {n_bestand: stock, n_neu: intake, n_beratung: consultations}};
const countsThings: Planned = {method: "open", why: things};
/** Nearly all of its numbers are small: suppressed it would be empty. */
const mostlySmall: Publication = {method: "round"};
const round = (measure: string): Publication => ({method: "round", measure});

/** What is approved is rounded like what is filled: beside an exact approved number a rounded one that must not exceed it would be known. */
const staffed: Planned = {
  method: "round",
  why: staff,
  figures: {
    stellen_count: open,
    vzae_bewilligt: {...posts, measure: "vzae_bewilligt"},
    vzae_besetzt: filled,
    koepfe: {method: "round", measure: "koepfe"},
    vzae_monate: monthsFilled,
    unbesetzt_vzae: derived,
    unbesetzte_monate_vzae: derived,
    vakanz_eur: leftOut,
  },
};
/** A body's posts by kind are often one person; districts and the Land have enough of them. */
const staffedAbove: Planned = {...staffed, levels: ["district", "state"]};

/**
 * What the public may see: table by table, figure by figure. What is not here is not built for the public. Rates are computed from what is shown.
 * A number that few others add up to is derived from them: rounded beside them it would narrow them.
 * Cases are rounded everywhere: their totals are margins of tables too detailed for suppression, and one cell has one method.
 */
export const plan = {
  caseload: {
    method: "round",
    why: people,
    figures: {
      cm_bestand_anfang: {...derived, from: {cm_bestand_ende: 1n, cm_beendet: 1n, cm_neu: -1n}},
      cm_neu: intake,
      cm_beendet: closed,
      cm_bestand_ende: stock,
      bearbeitet_count: {...derived, from: {cm_bestand_ende: 1n, cm_beendet: 1n}},
      bestandsbereinigung: leftOut,
      beratungen_count: derived,
      orte_count: open,
      cm_besetzt_vzae: {...filled, where: {funktion: "CM"}},
      cm_monate_vzae: {...monthsFilled, where: {funktion: "CM"}},
    },
  },
  caseload_per_residents: {method: "round", why: people, figures: {cm_bestand_ende: stock, auslaender_count: open}},
  phases: {method: "round", why: people, figures: {cm_phase: {...stock, codes: ["3", "4", "5", "6", "7"]}}},
  counselling_places: {method: "round", why: voluntary, figures: {beratung_ort: consultations}},
  counselling_forms: {method: "round", why: voluntary, figures: {beratung_form: consultations}},
  interpreting: {method: "round", why: voluntary, figures: {sprachmittlung: consultations}},
  origins: {...features, figures: {n_bestand: stock, n_neu: intake}},
  residence_status: {...features, figures: {n_bestand: stock, n_neu: intake, weiblich_count: {...stock, where: {geschlecht: "w"}}}},
  age: features,
  gender: features,
  duration_of_stay: features,
  households: features,
  benefits: features,
  topics: {method: "round", why: people, figures: {thema_haupt: round("bearbeitet_count")}},
  access: {method: "round", why: people, figures: {zugang_n: intake}},
  referrals: {method: "round", why: people},
  closures: {method: "round", why: people, figures: {ende_n: closed}},
  closure_durations: {method: "round", why: people, figures: {dauer_klasse: closed}},
  posts: staffed,
  posts_by_baustein: staffedAbove,
  posts_by_function: staffedAbove,
  posts_by_employer: staffedAbove,
  vacancies: {...staffedAbove, figures: {stellen_count: open, unbesetzt_vzae: leftOut}},
  steering: countsThings,
  steering_groups: countsThings,
  actors: countsThings,
  target_groups: countsThings,
  user_participation: countsThings,
  steering_products: countsThings,
  gaps: {method: "open", why: things, figures: {luecke_faelle: {method: "round"}}},
  gaps_by_topic: countsThings,
  gaps_by_kind: countsThings,
  gaps_by_law: countsThings,
  gaps_by_solver: countsThings,
  gaps_by_status: countsThings,
  residence_authorities: {
    method: "suppress",
    why: small,
    figures: {
      p25a_abgelehnt: mostlySmall,
      p25b_abgelehnt: mostlySmall,
      entschieden_count: {...derived, from: {erteilt_count: 1n, p25a_abgelehnt: 1n, p25b_abgelehnt: 1n}},
      b3_cm_von: mostlySmall,
      b3_cm_an: mostlySmall,
    },
  },
  naturalisation: {method: "suppress", why: small, figures: {b3_cm_von: mostlySmall, b3_cm_an: mostlySmall}},
  municipal_coverage: countsThings,
  finance: countsThings,
  returns: {method: "open", why: things, figures: {abgewiesen_count: leftOut, warnungen_count: leftOut, erlaeutert_count: leftOut, hinweise_count: leftOut}},
} as const satisfies Record<string, Planned>;

/** A table of the public plan; what is not one does not compile, and is refused when it comes from outside. */
export type PublicTable = keyof typeof plan;
export const isPublicTable = (name: string): name is PublicTable => Object.hasOwn(plan, name);
/** @throws Error `unknown public table: NAME` */
export const publicTable = (name: string): PublicTable => {
  if (!isPublicTable(name)) throw new Error(`unknown public table: ${name}`);
  return name;
};
/** How a table is published as a whole. */
export const plannedFor = (name: PublicTable): Planned => plan[name];
/** How a figure of a table is published. Figures not named follow their table and are a measure of their own. */
export const publicationOf = (name: PublicTable, figure: string): Publication & {readonly measure: string} => {
  const {method, figures} = plannedFor(name);
  const named = figures?.[figure] ?? {method};
  return {...named, measure: named.measure ?? `${name}.${figure}`};
};

const of = (table: PublicTable, ...figures: readonly string[]) => figures.map((figure) => publicationOf(table, figure).measure);
/**
 * What adds up between measures, at every place and half-year: known to every reader of the form. A whole that is not published itself is what the codes of
 * other tables add up to. A part that a body may leave out adds nothing.
 */
export const identities: readonly Identity[] = [
  {whole: ["bearbeitet_count"], parts: ["cm_bestand_ende", "cm_beendet"]},
  {
    whole: ["beratungen_count"],
    parts: of("caseload", "erstberatungen", "verweisberatungen", "folgeberatungen_ohne_cm", "folgeberatungen", "beratungen_ohne_zuordnung"),
  },
  {whole: of("residence_authorities", "erteilt_count"), parts: of("residence_authorities", "p25a_erteilt", "p25b_erteilt")},
  {
    whole: of("naturalisation", "eb_anfang", "eb_eingang"),
    parts: of("naturalisation", "eb_ende", "eb_vollz_antraege", "eb_abgelehnt", "eb_zurueck", "eb_sonst"),
  },
];
/** What is never more than something else, by the rules of the form (SUM-004, 010, 013, 014, 019, XS-001). */
export const atMost: readonly AtMost[] = [
  {part: "caseload.cm_wieder", whole: "cm_neu"},
  {part: "caseload.cm_assessment", whole: "cm_bestand_ende"},
  {part: "caseload.cm_zielvereinbarung", whole: "caseload.cm_assessment"},
  {part: "cm_bestand_ende", whole: "caseload.cm_personen_ende"},
  {part: "bearbeitet_count", whole: "topics.thema_faelle"},
  {part: "topics.thema_geloest", whole: "topics.thema_faelle"},
  {part: "referrals.verweis_rueck", whole: "referrals.verweis_n"},
  {part: "closures.ende_evaluation", whole: "cm_beendet"},
  {part: "vzae_besetzt", whole: "vzae_bewilligt"},
  {part: "residence_authorities.b3_mso", whole: "residence_authorities.b3_kampagne"},
  {part: "naturalisation.b3_mso", whole: "naturalisation.b3_kampagne"},
];
