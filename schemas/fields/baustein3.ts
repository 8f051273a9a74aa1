import {count, decimal, posts, nowhere} from "./field.ts";

/** Figures and answers of 10_Baustein3. */
export const baustein3Fields = {
  vzae_b3_bew: posts({label: "Bewilligte Stellen in Baustein 3", definition: "Wird aus Blatt 02 berechnet.", unit: "VZÄ", time: "stock", source: "S0,S3"}),
  vzae_b3_bes: posts({label: "Besetzte Stellen in Baustein 3", definition: "Wird aus Blatt 02 berechnet.", unit: "VZÄ", time: "stock", source: "S0,S3"}),
  p25a_antrag: count({label: "§ 25a Anträge", definition: "Im Halbjahr gestellte Anträge nach § 25a AufenthG, je Person.", unit: "Vorgänge", time: "flow", source: "S0,W26"}),
  p25a_erteilt: count({label: "§ 25a Erteilungen", definition: "Vorgänge im Halbjahr, Datum der Entscheidung.", unit: "Vorgänge", time: "flow", source: "S0,W26"}),
  p25a_abgelehnt: count({label: "§ 25a Ablehnungen", definition: "Vorgänge im Halbjahr, Datum der Entscheidung.", unit: "Vorgänge", time: "flow", source: "S0,W26"}),
  p25b_antrag: count({label: "§ 25b Anträge", definition: "Im Halbjahr gestellte Anträge nach § 25b AufenthG, je Person.", unit: "Vorgänge", time: "flow", source: "S0"}),
  p25b_erteilt: count({label: "§ 25b Erteilungen", definition: "Vorgänge im Halbjahr, Datum der Entscheidung.", unit: "Vorgänge", time: "flow", source: "S0"}),
  p25b_abgelehnt: count({label: "§ 25b Ablehnungen", definition: "Vorgänge im Halbjahr, Datum der Entscheidung.", unit: "Vorgänge", time: "flow", source: "S0"}),
  p104c_erteilt: count({label: "§ 104c Erteilungen", definition: "Vorgänge im Halbjahr, Datum der Entscheidung. Leer neben Zahlen heißt 0.", unit: "Vorgänge", time: "flow", blankBesideNumbers: "zero", source: "W11"}),
  p104c_uebergang: count({label: "Übergänge von § 104c in § 25a/b", definition: "Vorgänge im Halbjahr, Datum der Entscheidung. Leer neben Zahlen heißt 0.", unit: "Vorgänge", time: "flow", blankBesideNumbers: "zero", source: "W11"}),
  b3_beratungen: count({label: "Beratungen zu Bleiberecht oder Einbürgerung", definition: "Beratungen der geförderten Stelle im Halbjahr.", unit: "Beratungen", time: "flow", source: "S3"}),
  b3_cm_von: count({label: "Fälle vom Case Management an die Behörde", definition: "Vom CM an die Behörde verwiesen oder gemeinsam bearbeitet.", unit: "Fälle", time: "flow", source: "S0,S3"}),
  b3_cm_an: count({label: "Verweise der Behörde an das Case Management", definition: "Von der Behörde an das CM verwiesen.", unit: "Fälle", time: "flow", source: "S0,S3"}),
  b3_kampagne: count({label: "Info- und Kampagnentermine", definition: "Termine der Behörde im Halbjahr, auch gemeinsame. Leer neben Zahlen heißt 0.", unit: "Termine", time: "flow", blankBesideNumbers: "zero", source: "S0,S3"}),
  b3_mso: count({label: "Info- und Kampagnentermine mit MSO", definition: "Teil der Info- und Kampagnentermine. Leer neben Zahlen heißt 0.", unit: "Termine", time: "flow", blankBesideNumbers: "zero", source: "S0,S3"}),
  eb_anfang: count({label: "Einbürgerung: offene Anträge am Anfang", definition: "Endbestand des Vorhalbjahres, vorausgefüllt.", unit: "Anträge", time: "stock", source: "S0 (Antragsstau)"}),
  eb_eingang: count({label: "Einbürgerung: Eingang", definition: "Im Halbjahr eingegangene Anträge.", unit: "Anträge", time: "flow", source: "S0,S3"}),
  eb_vollz_antraege: count({label: "Einbürgerung: vollzogene Anträge", definition: "Anträge, die mit Einbürgerung endeten. Familienantrag = ein Antrag.", unit: "Anträge", time: "flow", source: "S0,S3; split V"}),
  eb_vollz_personen: count({label: "Eingebürgerte Personen", definition: "Personen mit ausgehändigter Urkunde, auch Miteingebürgerte.", unit: "Personen", time: "flow", source: "S0,S3; split V"}),
  eb_abgelehnt: count({label: "Einbürgerung: abgelehnt", definition: "Anträge, die im Halbjahr abgelehnt wurden.", unit: "Anträge", time: "flow", source: "V"}),
  eb_zurueck: count({label: "Einbürgerung: zurückgenommen", definition: "Anträge, die im Halbjahr zurückgenommen wurden.", unit: "Anträge", time: "flow", source: "V"}),
  eb_sonst: count({label: "Einbürgerung: sonst erledigt", definition: "Zum Beispiel Abgabe an andere Behörde, Einstellung.", unit: "Anträge", time: "flow", source: "V"}),
  eb_ende: count({label: "Einbürgerung: offene Anträge am Ende", definition: "Am Stichtag gezählt. Die Probe steht in Spalte T.", unit: "Anträge", time: "stock", source: "S0"}),
  eb_dauer_median: decimal({label: "Einbürgerung: Median der Bearbeitungsdauer", definition: "Freiwillig: mittlere Dauer der vollzogenen Anträge.", unit: "Monate", time: "flow", additive: nowhere, max: 240, step: 0.1, source: "W12, V"}),
};
