import {count, decimal, nowhere} from "./field.ts";

/** Figures and answers of 05_Themen, 06_Zugang_Verweis, 07_Beendigungen. */
export const workFields = {
  thema_faelle: count({label: "Fälle mit diesem Thema", definition: "Mehrfachnennung: jeder Fall bei allen Themen, je Thema höchstens einmal.", unit: "Fälle", time: "flow", source: "S1"}),
  thema_haupt: count({label: "Fälle mit diesem Hauptanliegen", definition: "Genau ein Hauptanliegen je Fall. Summe gleich Anfang + Neuaufnahmen.", unit: "Fälle", time: "flow", source: "V"}),
  thema_geloest: count({label: "Fälle, in denen das Thema gelöst oder teilgelöst wurde", definition: "Freiwillig. Nicht größer als Spalte C.", unit: "Fälle", time: "flow", source: "V, W9"}),
  zugang_n: count({label: "CM-Neuaufnahmen nach Zugang", definition: "Je Neuaufnahme genau ein Weg. Summe gleich CM-Neuaufnahmen.", unit: "Fälle", time: "flow", source: "S1"}),
  verweis_n: count({label: "Verweise an andere Stellen", definition: "Jede Weiterleitung zählt; ein Fall kann mehrfach verwiesen werden.", unit: "Verweise", time: "flow", source: "S1"}),
  verweis_rueck: count({label: "Verweise mit Rückmeldung der Stelle", definition: "Zeilen 01–04 Pflicht, sonst freiwillig: Ergebnis kam zum KIM zurück.", unit: "Verweise", time: "flow", source: "S0 (results re-joined)"}),
  ende_n: count({label: "Beendete CM-Fälle nach Grund", definition: "Je beendetem Fall genau ein Grund. Summe gleich CM-Beendigungen.", unit: "Fälle", time: "flow", source: "V"}),
  ende_evaluation: count({label: "Beendete CM-Fälle mit Abschlussgespräch oder Evaluation", definition: "Freiwillig. Nicht größer als Spalte C.", unit: "Fälle", time: "flow", source: "S3"}),
  dauer_klasse: count({label: "Beendete CM-Fälle nach Dauer", definition: "Je beendetem Fall genau eine Klasse. Summe gleich CM-Beendigungen.", unit: "Fälle", time: "flow", source: "V"}),
  dauer_median: decimal({label: "Median der Dauer", definition: "Freiwillig: mittlerer Fall, wenn man alle beendeten nach Dauer ordnet.", unit: "Monate", time: "flow", additive: nowhere, max: 240, step: 0.1, source: "V"}),
};
