import type {FieldName} from "../fields/registry.ts";
import {derived, type FigureDeclaration, rate, summed} from "../measures.ts";
import {bodyOnly, type Dimension, table} from "./table.ts";

/** Yearly amount per VZÄ by function: names of dated parameters. */
export const yearlyAmounts = {
  KO: "foerderbetrag_ko",
  KOK: "foerderbetrag_ko",
  VA: "foerderbetrag_va",
  CM: "foerderbetrag_cm",
  ABH: "foerderbetrag_b3",
  EBH: "foerderbetrag_b3",
} as const;

const vacantMonths = [
  {field: "vzae_bewilligt", factor: 6n},
  {field: "vzae_monate", factor: -1n},
] as const;
const count = derived(
  {name: "stellen_count", label: "Stellen", unit: "Stellen", definition: "Zeilen auf Blatt 02: bewilligte Stellen oder Stellenanteile."},
  {kind: "count", term: {field: "vzae_bewilligt"}},
);
const vacant = derived(
  {name: "unbesetzt_vzae", label: "Unbesetzte VZÄ", unit: "VZÄ", scale: 2, definition: "Bewilligt minus besetzt am Stichtag."},
  {kind: "sum", terms: [{field: "vzae_bewilligt"}, {field: "vzae_besetzt", factor: -1n}]},
);
const figures: FigureDeclaration[] = [
  count,
  summed("vzae_bewilligt"),
  summed("vzae_besetzt"),
  summed("koepfe"),
  summed("vzae_monate"),
  vacant,
  derived(
    {
      name: "unbesetzte_monate_vzae",
      label: "Unbesetzte VZÄ-Monate",
      unit: "VZÄ-Monate",
      scale: 2,
      time: "flow",
      definition: "6 × bewilligte VZÄ minus besetzte VZÄ-Monate im Halbjahr.",
    },
    {kind: "sum", terms: vacantMonths},
  ),
  derived(
    {
      name: "vakanz_eur",
      label: "Unbesetzte VZÄ-Monate in Euro",
      unit: "€",
      scale: 2,
      time: "flow",
      definition: "Unbesetzte VZÄ-Monate × Förderbetrag je VZÄ und Jahr ÷ 12, je Stelle auf Cent gerundet. Rechenwert, keine Haushaltszahl.",
    },
    {kind: "priced", terms: vacantMonths, by: "funktion", amounts: yearlyAmounts},
  ),
  rate(
    {name: "besetzungsquote", label: "Besetzungsquote", unit: "%", definition: "Besetzte durch bewilligte VZÄ am Stichtag."},
    "vzae_besetzt",
    "vzae_bewilligt",
    {factor: 100n},
  ),
];
const postsBy = (name: string, title: string, field: FieldName, label: string, list: string, from: Dimension["from"] = {answer: field}) =>
  table({name, title, description: `${title}: bewilligt, besetzt, unbesetzt.`, dimensions: [{name: field, label, list, from}], figures});

export const posts = table({
  name: "posts",
  title: "Stellen",
  description: "Bewilligte, besetzte und unbesetzte Stellen in allen drei Bausteinen.",
  figures,
});
export const postsByBaustein = postsBy("posts_by_baustein", "Stellen nach Baustein", "baustein", "Baustein", "CL_BAUSTEIN", {bausteinOf: "funktion"});
export const postsByFunction = postsBy("posts_by_function", "Stellen nach Funktion", "funktion", "Funktion", "CL_FUNKTION");
export const postsByEmployer = postsBy("posts_by_employer", "Stellen nach Anstellungsträger", "traeger", "Anstellungsträger", "CL_TRAEGER");
export const vacancies = table({
  name: "vacancies",
  title: "Vakanzen nach Grund",
  description: "Ganz oder teilweise unbesetzte Stellen nach Grund der Vakanz.",
  dimensions: [{name: "vakanzgrund", label: "Grund der Vakanz", list: "CL_VAKANZ", from: {answer: "vakanzgrund"}}],
  figures: [count, vacant],
});
/** Every post with its answers; controlling only. */
export const postRegister = table({
  name: "post_register",
  title: "Stellenverzeichnis",
  description: "Jede Stelle mit Funktion, Träger, Einsatzort und Besetzung.",
  levels: bodyOnly,
  dimensions: [{name: "stelle_id", label: "Stellen-Nr.", from: {part: ""}}],
  attributes: [
    {name: "funktion", label: "Funktion", type: "text", list: "CL_FUNKTION", field: "funktion"},
    {name: "traeger", label: "Anstellungsträger", type: "text", list: "CL_TRAEGER", field: "traeger"},
    {name: "anbindung", label: "Organisatorische Anbindung", type: "text", list: "CL_ANBINDUNG", field: "anbindung"},
    {name: "einsatz_ags", label: "Einsatzort", type: "text", field: "einsatz_ags"},
    {name: "besetzung_seit", label: "Letzte Änderung der Besetzung", type: "date", field: "besetzung_seit"},
    {name: "vakanzgrund", label: "Grund der Vakanz", type: "text", list: "CL_VAKANZ", field: "vakanzgrund"},
    {name: "qualifikation", label: "Qualifikation", type: "text", list: "CL_QUALI", field: "qualifikation"},
  ],
  figures: [summed("vzae_bewilligt"), summed("vzae_besetzt"), summed("koepfe"), summed("vzae_monate")],
});
