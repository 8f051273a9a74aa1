import {code, decimal, posts, text} from "./field.ts";

/** Figures and answers of 11_Kommunen. */
export const municipalityFields = {
  hat_abh: code({label: "Eigene Ausländerbehörde", definition: "Vorausgefüllt, nur bei Änderung anpassen.", list: "CL_JN", time: "stock", source: "S0,W1"}),
  hat_ja: code({label: "Eigenes Jugendamt", definition: "Vorausgefüllt, nur bei Änderung anpassen.", list: "CL_JN", time: "stock", source: "S0,W1"}),
  hat_ir: code({label: "Integrationsrat oder -ausschuss", definition: "Vorausgefüllt, nur bei Änderung anpassen.", list: "CL_JN", time: "stock", source: "S0,W1"}),
  koord_weitergeleitet: posts({label: "Weitergeleitete Koordination", definition: "Wird aus Blatt 02 berechnet (Funktion KOK).", unit: "VZÄ", time: "stock", source: "S0,S2"}),
  koord_abgelehnt: code({label: "Koordinierungsstelle abgelehnt", definition: "Nur wenn C, D und E „ja“ sind und keine Stelle weitergeleitet ist.", list: "CL_JN", time: "stock", source: "S0,S2"}),
  cm_vzae: posts({label: "CM vor Ort verortet", definition: "Wird aus Blatt 02 berechnet (besetzt, Funktion CM).", unit: "VZÄ", time: "stock", source: "S1,S2,S4"}),
  cm_vzae_anteil: posts({label: "Anteil aus kreisweiten CM-Stellen", definition: "Freiwillig: Anteil kreisweiter CM-Stellen, der hier eingesetzt ist.", unit: "VZÄ", time: "stock", max: 20, source: "S2"}),
  sprechstunde_std: decimal({label: "Feste Sprechstunde", definition: "Regelmäßige CM-Sprechzeit am Stichtag. Keine: 0.", unit: "Std./Woche", time: "stock", max: 60, step: 0.5, source: "S1"}),
  in_lg: code({label: "In der Lenkungsgruppe vertreten", definition: "Selbst Mitglied. Vertretung durch eine andere Kommune: nein.", list: "CL_JN", time: "stock", source: "S2,S3"}),
  vertrag: code({label: "Kooperationsvertrag", definition: "Schriftlicher Vertrag zum KIM mit dem Kreis.", list: "CL_JN", time: "stock", source: "S2,W2 §9(2)"}),
  gem_konzept: code({label: "Gemeinsames Integrationskonzept", definition: "Gemeinsames Konzept nach § 9 Abs. 2 TIntG.", list: "CL_JN", time: "stock", source: "S2,W2 §9(2)"}),
  regionalteam: text({label: "Regionalteam", definition: "Freiwillig, z. B. „Nord“.", time: "stock", maxLength: 40, source: "S4,S3"}),
};
