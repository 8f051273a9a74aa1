import {derived, summed} from "../measures.ts";
import {byCode, table} from "./table.ts";

export const topics = table({
  name: "topics",
  title: "Themen",
  description: "Handlungsfelder in den bearbeiteten Fällen (Mehrfachnennung), das Hauptanliegen und was gelöst wurde.",
  dimensions: [byCode("handlungsfeld", "Handlungsfeld", "CL_THEMA")],
  figures: [summed("thema_faelle"), summed("thema_haupt"), summed("thema_geloest")],
});
export const access = table({
  name: "access",
  title: "Zugang",
  description: "Wie die Neuaufnahmen ins Case Management kamen.",
  dimensions: [byCode("zugang", "Zugang über", "CL_ZUGANG")],
  figures: [summed("zugang_n")],
});
export const referrals = table({
  name: "referrals",
  title: "Verweise",
  description: "Verweise an andere Stellen und ob eine Rückmeldung kam.",
  dimensions: [byCode("verweis", "Verweis an", "CL_VERWEIS")],
  figures: [summed("verweis_n"), summed("verweis_rueck")],
});
export const closures = table({
  name: "closures",
  title: "Beendigungen nach Grund",
  description: "Beendete Fälle nach Grund, davon mit Abschlussgespräch oder Evaluation.",
  dimensions: [byCode("grund", "Grund der Beendigung", "CL_ENDE")],
  figures: [summed("ende_n"), summed("ende_evaluation")],
});
export const closureDurations = table({
  name: "closure_durations",
  title: "Beendigungen nach Dauer",
  description: "Beendete Fälle nach Dauer von der Aufnahme bis zum Ende.",
  dimensions: [byCode("dauer", "Dauer von Aufnahme bis Ende", "CL_DAUER")],
  figures: [summed("dauer_klasse")],
});
/** Medians do not add; the one declared way for Land and districts is the estimate from the duration classes. */
export const closureMedian = table({
  name: "closure_median",
  title: "Mittlere Dauer",
  description: "Median der Dauer beendeter Fälle: gemeldet je Stelle, geschätzt aus den Dauerklassen auf jeder Ebene.",
  figures: [
    summed("dauer_median"),
    derived(
      {
        name: "median_geschaetzt",
        label: "Median der Dauer (geschätzt)",
        unit: "Monate",
        scale: 2,
        time: "flow",
        definition: "Aus den Dauerklassen linear geschätzt; über 36 Monate nicht bestimmbar.",
      },
      {kind: "class-median", term: {field: "dauer_klasse"}, bounds: {1: [0, 3], 2: [3, 6], 3: [6, 12], 4: [12, 24], 5: [24, 36], 6: [36, null]}},
    ),
  ],
});
