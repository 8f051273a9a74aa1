import {derived, rate, summed} from "../measures.ts";
import {bodyOnly, byCode, table} from "./table.ts";

const cm = {where: {funktion: ["CM"]}} as const;
const consultations = derived(
  {
    name: "beratungen_count",
    label: "Beratungen gesamt",
    unit: "Beratungen",
    time: "flow",
    definition: "Alle fünf Arten von Beratungen zusammen, auch solche ohne Zuordnung.",
  },
  {
    kind: "sum",
    terms: [
      {field: "erstberatungen"},
      {field: "verweisberatungen"},
      {field: "folgeberatungen_ohne_cm"},
      {field: "folgeberatungen"},
      {field: "beratungen_ohne_zuordnung", voluntary: true},
    ],
  },
);

/** Stock, flow and consultations, process depth and what they mean per post. */
export const caseload = table({
  name: "caseload",
  title: "Fallzahlen",
  description: "Bestand, Zugänge, Beendigungen und Beratungen im Case Management mit Kennzahlen je Stelle und je Fall.",
  figures: [
    summed("cm_bestand_anfang"),
    summed("cm_neu"),
    summed("cm_wieder"),
    summed("cm_beendet"),
    summed("cm_bestand_ende"),
    summed("cm_personen_ende"),
    summed("bestandsbereinigung", {voluntary: true}),
    summed("erstberatungen"),
    summed("verweisberatungen"),
    summed("folgeberatungen_ohne_cm"),
    summed("folgeberatungen"),
    summed("beratungen_ohne_zuordnung"),
    consultations,
    derived(
      {name: "bearbeitet_count", label: "Bearbeitete Fälle", unit: "Fälle", time: "flow", definition: "Fälle am Anfang und Neuaufnahmen zusammen."},
      {kind: "sum", terms: [{field: "cm_bestand_anfang"}, {field: "cm_neu"}]},
    ),
    derived(
      {name: "orte_count", label: "Einsatzorte", unit: "Orte", definition: "Einsatzorte auf Blatt 03."},
      {kind: "count", term: {field: "cm_bestand_ende"}},
    ),
    summed("cm_assessment"),
    summed("cm_zielvereinbarung"),
    summed("cm_reassessment"),
    summed("rechtskreiswechsel"),
    summed("ratsuchende"),
    summed("anwesende"),
    summed("warteliste"),
    summed("seiteneinstieg"),
    derived(
      {name: "cm_besetzt_vzae", label: "Besetzte VZÄ im Case Management", unit: "VZÄ", scale: 2, definition: "Besetzt am Stichtag, Funktion CM."},
      {kind: "sum", terms: [{field: "vzae_besetzt", ...cm}]},
    ),
    derived(
      {
        name: "cm_monate_vzae",
        label: "Besetzte VZÄ-Monate im Case Management",
        unit: "VZÄ-Monate",
        scale: 2,
        time: "flow",
        definition: "Besetzte VZÄ-Monate im Halbjahr, Funktion CM.",
      },
      {kind: "sum", terms: [{field: "vzae_monate", ...cm}]},
    ),
    rate(
      {
        name: "faelle_je_vzae",
        label: "CM-Fälle je besetzter VZÄ",
        unit: "Fälle je VZÄ",
        definition: "Fälle am Ende geteilt durch besetzte VZÄ im Case Management am Stichtag.",
      },
      "cm_bestand_ende",
      "cm_besetzt_vzae",
    ),
    rate(
      {
        name: "beratungen_je_fall",
        label: "Beratungen je bearbeitetem Fall",
        unit: "Beratungen je Fall",
        time: "flow",
        definition: "Beratungen gesamt geteilt durch bearbeitete Fälle (Anfang und Neuaufnahmen).",
      },
      "beratungen_count",
      "bearbeitet_count",
    ),
    rate(
      {
        name: "beratungen_je_monat",
        label: "Beratungen je besetztem VZÄ-Monat",
        unit: "Beratungen je VZÄ-Monat",
        time: "flow",
        definition: "Beratungen gesamt geteilt durch besetzte VZÄ-Monate im Case Management.",
      },
      "beratungen_count",
      "cm_monate_vzae",
    ),
    rate(
      {name: "personen_je_fall", label: "Personen je Fall", unit: "Personen je Fall", definition: "Personen in CM-Fällen geteilt durch Fälle am Ende."},
      "cm_personen_ende",
      "cm_bestand_ende",
    ),
    rate(
      {name: "assessment_quote", label: "Fälle mit Assessment", unit: "%", definition: "Anteil der Fälle am Ende mit abgeschlossenem Assessment."},
      "cm_assessment",
      "cm_bestand_ende",
      {factor: 100n},
    ),
    rate(
      {
        name: "vereinbarung_quote",
        label: "Fälle mit Zielvereinbarung",
        unit: "%",
        definition: "Anteil der Fälle am Ende mit Ziel- oder Integrationsvereinbarung.",
      },
      "cm_zielvereinbarung",
      "cm_bestand_ende",
      {factor: 100n},
    ),
  ],
});

/** Per foreign residents; official tables do not part Stadt Aachen from 05334, so the two bodies have one rate together. */
export const caseloadPerResidents = table({
  name: "caseload_per_residents",
  title: "Fälle je 1.000 ausländische Einwohner",
  description:
    "Fälle im Case Management, bezogen auf die ausländische Bevölkerung am 31.12.2024 (IT.NRW 12521-03i). 05334 steht für StädteRegion und Stadt Aachen gemeinsam.",
  levels: ["unit", "district", "state"],
  figures: [
    summed("cm_bestand_ende"),
    derived(
      {
        name: "auslaender_count",
        label: "Ausländische Einwohner",
        unit: "Personen",
        definition: "Ausländische Bevölkerung am 31.12.2024 nach dem Ausländerzentralregister, auf 5 gerundet (IT.NRW 12521-03i).",
      },
      {kind: "population", of: "foreigners"},
    ),
    rate(
      {
        name: "faelle_je_1000",
        label: "Fälle je 1.000 ausländische Einwohner",
        unit: "je 1.000",
        definition: "Fälle am Ende je 1.000 ausländische Einwohnerinnen und Einwohner (31.12.2024).",
      },
      "cm_bestand_ende",
      "auslaender_count",
      {factor: 1000n},
    ),
  ],
});

/** Stock and flow for each site of a body. */
export const sites = table({
  name: "sites",
  title: "Fallzahlen je Einsatzort",
  description: "Bestand, Zugänge, Beendigungen und Beratungen für jeden Einsatzort einer Stelle.",
  levels: bodyOnly,
  dimensions: [{name: "ort_key", label: "Ort-Nr.", from: {part: ""}}],
  attributes: [
    {name: "ort_name", label: "Einsatzort", type: "text", field: "ort_name"},
    {name: "ort_ags", label: "Kommune", type: "text", field: "ort_ags"},
    {name: "ort_traeger", label: "Anstellungsträger am Ort", type: "text", list: "CL_TRAEGER", field: "ort_traeger"},
  ],
  figures: [
    summed("cm_bestand_anfang"),
    summed("cm_neu"),
    summed("cm_beendet"),
    summed("cm_bestand_ende"),
    summed("cm_personen_ende"),
    summed("bestandsbereinigung", {voluntary: true}),
    consultations,
    summed("ort_sprechstunde_std"),
  ],
});

export const phases = table({
  name: "phases",
  title: "CM-Fälle nach Phase",
  description: "Offene Fälle nach Phase des Case Managements am Stichtag; Phasen 1 und 2 nur nachrichtlich.",
  dimensions: [byCode("phase", "Phase", "CL_PHASE")],
  figures: [summed("cm_phase")],
});
export const counsellingPlaces = table({
  name: "counselling_places",
  title: "Beratungen nach Ort",
  description: "Freiwillige Aufteilung der Beratungen nach Ort.",
  dimensions: [byCode("beratungsort", "Ort", "CL_BERATUNGSORT")],
  figures: [summed("beratung_ort")],
});
export const counsellingForms = table({
  name: "counselling_forms",
  title: "Beratungen nach Form",
  description: "Freiwillige Aufteilung der Beratungen nach Form.",
  dimensions: [byCode("beratungsform", "Form", "CL_BERATUNGSFORM")],
  figures: [summed("beratung_form")],
});
export const interpreting = table({
  name: "interpreting",
  title: "Beratungen nach Sprachmittlung",
  description: "Freiwillige Aufteilung der Beratungen nach Sprachmittlung.",
  dimensions: [byCode("sprachmittlung_art", "Sprachmittlung", "CL_SPRACHMITTLUNG")],
  figures: [summed("sprachmittlung")],
});
