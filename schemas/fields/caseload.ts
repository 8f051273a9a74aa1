import {code, count, decimal, notOverTime, place, signed, text} from "./field.ts";

/** Figures and answers of 03_Fallzahlen. */
export const caseloadFields = {
  ort_name: text({label: "Einsatzort (Bezeichnung)", definition: "Zum Beispiel „Rathaus Alsdorf“. Keine Namen von Personen.", maxLength: 60, source: "S1"}),
  cm_bestand_anfang: count({label: "CM-Fälle am Anfang", definition: "Endbestand des Vorhalbjahres, vorausgefüllt. Abweichung: Spalte O und Blatt 13.", unit: "Fälle", time: "stock", source: "V"}),
  cm_neu: count({label: "CM-Neuaufnahmen", definition: "Im Halbjahr ins Case Management aufgenommene Fälle, auch Wiederaufnahmen.", unit: "Fälle", time: "flow", source: "S1 (Aufnahme ins CM)"}),
  cm_wieder: count({label: "CM-Wiederaufnahmen", definition: "Teil der Neuaufnahmen: früher schon beendet, jetzt wieder aufgenommen. Leer neben Zahlen heißt 0.", unit: "Fälle", time: "flow", blankBesideNumbers: "zero", source: "V"}),
  cm_beendet: count({label: "CM-Beendigungen", definition: "Im Halbjahr beendete Fälle. Ortswechsel innerhalb der Stelle zählt nicht.", unit: "Fälle", time: "flow", source: "V"}),
  cm_bestand_ende: count({label: "CM-Fälle am Ende", definition: "Am Stichtag gezählt. Die Probe Anfang + Neu − Beendet steht in Spalte T.", unit: "Fälle", time: "stock", source: "V"}),
  cm_personen_ende: count({label: "Personen in CM-Fällen am Ende", definition: "Hauptpersonen und mitbetreute Angehörige aller offenen Fälle.", unit: "Personen", time: "stock", source: "S1 (2–5 Personen je Termin)"}),
  erstberatungen: count({label: "Erstberatungen", definition: "Erstes Gespräch zu einem neuen Anliegen, auch wenn daraus ein CM-Fall wird.", unit: "Beratungen", time: "flow", source: "S1,S3"}),
  verweisberatungen: count({label: "Verweisberatungen", definition: "Gespräch endet mit Weiterleitung an eine andere Stelle, ohne eigene Fortsetzung.", unit: "Beratungen", time: "flow", source: "S0,S1,S3"}),
  folgeberatungen_ohne_cm: count({label: "Folgeberatungen ohne CM-Fall", definition: "Weiteres Gespräch zum selben Anliegen, solange kein CM-Fall besteht.", unit: "Beratungen", time: "flow", source: "S1"}),
  folgeberatungen: count({label: "Folgeberatungen im CM-Fall", definition: "Gespräche in offenen CM-Fällen, ab dem Tag nach der Aufnahme.", unit: "Beratungen", time: "flow", source: "S1"}),
  beratungen_ohne_zuordnung: count({
    label: "Beratungen ohne Zuordnung",
    definition: "Nur wenn die Art nicht mehr feststellbar ist. Sonst leer lassen. Leer neben Zahlen heißt 0.",
    unit: "Beratungen",
    time: "flow",
    blankBesideNumbers: "zero",
    source: "S1",
  }),
  beratungen_gesamt: count({label: "Beratungen gesamt", definition: "Erst-, Verweis- und Folgeberatungen mit und ohne CM-Fall und Beratungen ohne Zuordnung zusammen; wird berechnet.", unit: "Beratungen", time: "flow", source: "S1 (≈650)"}),
  bestandsbereinigung: signed({label: "Bestandsbereinigung", definition: "Nur wenn der Anfangsbestand vom Vorhalbjahr abweicht; Grund auf Blatt 13.", unit: "Fälle", time: "flow", source: "V"}),
  ort_ags: place({label: "Kommune", definition: "Kommune des Ortes; zentrale Orte: der eigene Schlüssel (…000).", source: "S1"}),
  ort_traeger: code({label: "Anstellungsträger am Ort", definition: "Arbeitgeber der dort tätigen Case Manager*innen (überwiegend).", list: "CL_TRAEGER", source: "S1"}),
  ort_sprechstunde_std: decimal({label: "Feste Sprechstunde", definition: "Nur kreisfreie Städte und Stadt Aachen: regelmäßige Sprechzeit am Stichtag.", unit: "Std./Woche", time: "stock", max: 60, step: 0.5, source: "S1"}),
};

/** Figures and answers of 03b_Prozess. */
export const processFields = {
  cm_assessment: count({label: "Fälle mit abgeschlossenem Assessment (am Stichtag)", definition: "Teil der CM-Fälle am Ende.", unit: "Fälle", time: "stock", source: "S0,S3"}),
  cm_zielvereinbarung: count({label: "Fälle mit Ziel- oder Integrationsvereinbarung (am Stichtag)", definition: "Teil der Fälle mit Assessment.", unit: "Fälle", time: "stock", source: "S0,S3,W9"}),
  cm_reassessment: count({label: "Re-Assessments im Halbjahr", definition: "Jede erneute Bestandsaufnahme in einem laufenden Fall zählt.", unit: "Vorgänge", time: "flow", source: "S0"}),
  rechtskreiswechsel: count({label: "Fälle mit vollzogenem Rechtskreiswechsel im Halbjahr", definition: "Zum Beispiel AsylbLG zu SGB II. Je Fall höchstens einmal im Halbjahr.", unit: "Fälle", time: "flow", source: "S0,S1"}),
  ratsuchende: count({label: "Ratsuchende Personen im Halbjahr (jede Person einmal)", definition: "Unterschiedliche Personen über alle Beratungen und Orte.", unit: "Personen", time: "flow", additive: notOverTime, source: "V"}),
  anwesende: count({label: "Anwesende Ratsuchende, Summe über alle Beratungen", definition: "Je Gespräch alle anwesenden Ratsuchenden; ergibt Personen je Beratung.", unit: "Personen", time: "flow", source: "S1"}),
  warteliste: count({label: "Wartende am Stichtag, weil Kapazität fehlt", definition: "Personen mit Bedarf, die am Stichtag auf einen Platz warten.", unit: "Personen", time: "stock", additive: notOverTime, source: "V"}),
  seiteneinstieg: count({label: "Seiteneinstiegsberatungen des KI (nachrichtlich)", definition: "Schulische Seiteneinstiegsberatung des KI; zählt nicht zu den KIM-Beratungen.", unit: "Beratungen", time: "flow", source: "S1"}),
  cm_phase: count({label: "CM-Fälle nach Phase", definition: "Jeder offene Fall genau einmal. Phasen 1 und 2 nur nachrichtlich, noch kein CM-Fall.", unit: "Fälle", time: "stock", source: "S0,S3"}),
  beratung_ort: count({label: "Beratungen nach Ort", definition: "Freiwillig. Wenn ausgefüllt, muss die Summe den Beratungen gesamt entsprechen.", unit: "Beratungen", time: "flow", source: "S1"}),
  beratung_form: count({label: "Beratungen nach Form", definition: "Freiwillig. Wenn ausgefüllt, muss die Summe den Beratungen gesamt entsprechen.", unit: "Beratungen", time: "flow", source: "S1"}),
  sprachmittlung: count({label: "Beratungen nach Sprachmittlung", definition: "Freiwillig. Wenn ausgefüllt, muss die Summe den Beratungen gesamt entsprechen.", unit: "Beratungen", time: "flow", source: "S1 (Dolmetscher)"}),
};
