import type {FieldName} from "../fields/registry.ts";
import {derived, type FigureDeclaration, rate, summed} from "../measures.ts";
import {bodyOnly, byCode, table} from "./table.ts";

const abh = (field: FieldName) => summed(field, {parts: "ABH"});
const ebh = (field: FieldName) => summed(field, {parts: "EBH"});
const granted = [
  {field: "p25a_erteilt", parts: "ABH"},
  {field: "p25b_erteilt", parts: "ABH"},
] as const;

export const residenceAuthorities = table({
  name: "residence_authorities",
  title: "Ausländerbehörden (Baustein 3a)",
  description: "Bleiberecht nach §§ 25a, 25b und 104c AufenthG in den geförderten Behörden.",
  figures: [
    abh("p25a_antrag"),
    abh("p25a_erteilt"),
    abh("p25a_abgelehnt"),
    abh("p25b_antrag"),
    abh("p25b_erteilt"),
    abh("p25b_abgelehnt"),
    abh("p104c_erteilt"),
    abh("p104c_uebergang"),
    abh("b3_beratungen"),
    abh("b3_cm_von"),
    abh("b3_cm_an"),
    abh("b3_kampagne"),
    abh("b3_mso"),
    derived(
      {
        name: "erteilt_count",
        label: "Erteilungen nach §§ 25a und 25b",
        unit: "Vorgänge",
        time: "flow",
        definition: "Erteilungen nach § 25a und § 25b zusammen.",
      },
      {kind: "sum", terms: granted},
    ),
    derived(
      {
        name: "entschieden_count",
        label: "Entscheidungen nach §§ 25a und 25b",
        unit: "Vorgänge",
        time: "flow",
        definition: "Erteilungen und Ablehnungen zusammen.",
      },
      {kind: "sum", terms: [...granted, {field: "p25a_abgelehnt", parts: "ABH"}, {field: "p25b_abgelehnt", parts: "ABH"}]},
    ),
    rate(
      {name: "erteilungsquote", label: "Erteilungsquote", unit: "%", time: "flow", definition: "Erteilungen geteilt durch Entscheidungen nach §§ 25a und 25b."},
      "erteilt_count",
      "entschieden_count",
      {factor: 100n},
    ),
  ],
});
export const naturalisation = table({
  name: "naturalisation",
  title: "Einbürgerungsbehörden (Baustein 3b)",
  description: "Einbürgerungsanträge in den geförderten Behörden: Bestand, Eingang, Erledigung.",
  figures: [
    ebh("eb_anfang"),
    ebh("eb_eingang"),
    ebh("eb_vollz_antraege"),
    ebh("eb_vollz_personen"),
    ebh("eb_abgelehnt"),
    ebh("eb_zurueck"),
    ebh("eb_sonst"),
    ebh("eb_ende"),
    ebh("b3_beratungen"),
    ebh("b3_cm_von"),
    ebh("b3_cm_an"),
    ebh("b3_kampagne"),
    ebh("b3_mso"),
    rate(
      {
        name: "erledigungsquote",
        label: "Vollzogene Anträge je Eingang",
        unit: "%",
        time: "flow",
        definition: "Vollzogene Anträge geteilt durch eingegangene Anträge im Halbjahr.",
      },
      "eb_vollz_antraege",
      "eb_eingang",
      {factor: 100n},
    ),
  ],
});

const yes = (name: string, label: string, field: FieldName): FigureDeclaration =>
  derived({name, label, unit: "Kommunen", definition: `Kommunen mit „ja“ bei „${label}“.`}, {kind: "count", term: {field, where: {[field]: ["J"]}}});
export const municipalCoverage = table({
  name: "municipal_coverage",
  title: "Kreisgebiet",
  description: "Wie die kreisangehörigen Kommunen einbezogen sind; entfällt für kreisfreie Städte und Stadt Aachen.",
  figures: [
    derived(
      {name: "kommunen_count", label: "Kommunen", unit: "Kommunen", definition: "Kreisangehörige Kommunen auf Blatt 11."},
      {kind: "count", term: {field: "sprechstunde_std"}},
    ),
    summed("sprechstunde_std"),
    yes("in_lg_count", "In der Lenkungsgruppe vertreten", "in_lg"),
    yes("vertrag_count", "Kooperationsvertrag", "vertrag"),
    yes("konzept_count", "Gemeinsames Integrationskonzept", "gem_konzept"),
  ],
});
export const municipalities = table({
  name: "municipalities",
  title: "Kommunen",
  description: "Jede kreisangehörige Kommune mit Sprechstunde, Vertrag und Beteiligung.",
  levels: bodyOnly,
  dimensions: [{name: "ka_ags", label: "Kommune (AGS)", from: {part: ""}}],
  attributes: [
    {name: "hat_abh", label: "Eigene Ausländerbehörde", type: "text", list: "CL_JN", field: "hat_abh"},
    {name: "hat_ja", label: "Eigenes Jugendamt", type: "text", list: "CL_JN", field: "hat_ja"},
    {name: "hat_ir", label: "Integrationsrat oder -ausschuss", type: "text", list: "CL_JN", field: "hat_ir"},
    {name: "koord_abgelehnt", label: "Koordinierungsstelle abgelehnt", type: "text", list: "CL_JN", field: "koord_abgelehnt"},
    {name: "in_lg", label: "In der Lenkungsgruppe vertreten", type: "text", list: "CL_JN", field: "in_lg"},
    {name: "vertrag", label: "Kooperationsvertrag", type: "text", list: "CL_JN", field: "vertrag"},
    {name: "gem_konzept", label: "Gemeinsames Integrationskonzept", type: "text", list: "CL_JN", field: "gem_konzept"},
  ],
  figures: [summed("sprechstunde_std"), summed("cm_vzae_anteil")],
});

export const finance = table({
  name: "finance",
  title: "Finanzen nach Baustein",
  description: "Bewilligte, abgerufene, verausgabte und weitergeleitete Mittel je Baustein.",
  dimensions: [byCode("baustein", "Baustein", "CL_BAUSTEIN")],
  figures: [
    summed("eur_bewilligt"),
    summed("eur_abgerufen"),
    summed("eur_verausgabt"),
    summed("eur_weiter_ka"),
    summed("eur_weiter_fw"),
    summed("eur_eigenanteil"),
  ],
});
export const costTypes = table({
  name: "cost_types",
  title: "Ausgaben nach Kostenart",
  description: "Ausgaben des Kalenderjahres nach Kostenart je Baustein; nur im 2. Halbjahr erfragt.",
  dimensions: [byCode("baustein", "Baustein", "CL_BAUSTEIN")],
  figures: [summed("eur_personal"), summed("eur_sach"), summed("eur_prozess"), summed("eur_massnahmen"), summed("eur_dolmetsch")],
});
