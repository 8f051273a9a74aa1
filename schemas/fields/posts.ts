import {code, count, date, place, posts} from "./field.ts";

/** Figures and answers of 02_Stellen. */
export const postFields = {
  funktion: code({label: "Funktion", definition: "Aus der Liste wählen. Der Baustein ergibt sich daraus.", list: "CL_FUNKTION", time: "stock", source: "S0,S2"}),
  baustein: code({label: "Baustein", definition: "Wird aus der Funktion berechnet.", list: "CL_BAUSTEIN", time: "stock", source: "S0,S2,S3"}),
  traeger: code({label: "Anstellungsträger der Stelle", definition: "Wer ist Arbeitgeber? K1 = die meldende Stelle selbst.", list: "CL_TRAEGER", time: "stock", source: "S0,S1,S2"}),
  anbindung: code({label: "Organisatorische Anbindung der Stelle", definition: "Bei K1 das Amt; bei K2 immer KA; bei freien Trägern immer FW.", list: "CL_ANBINDUNG", time: "stock", source: "S0"}),
  einsatz_ags: place({label: "Einsatzort (Kommune)", definition: "Kommune des überwiegenden Einsatzes; kreisweite Stellen: der eigene Schlüssel (…000).", time: "stock", source: "S1,S4,S2"}),
  vzae_bewilligt: posts({label: "Bewilligt am Stichtag", definition: "Laut Bescheid oder Zuweisung, höchstens 1,00 je Zeile. Vorausgefüllt.", unit: "VZÄ", time: "stock", max: 1, source: "S0,S1,S2"}),
  vzae_besetzt: posts({label: "Besetzt am Stichtag", definition: "Nur der geförderte Anteil. Unbesetzt = 0.", unit: "VZÄ", time: "stock", max: 1, source: "S1,S3"}),
  koepfe: count({label: "Personen (Köpfe)", definition: "Personen auf dieser Stelle. Wer auf zwei Stellen arbeitet, zählt nur bei der ersten.", unit: "Personen", time: "stock", source: "S1 (6 Stellen, 7 Personen)"}),
  vzae_monate: posts({label: "Besetzte VZÄ-Monate im Halbjahr", definition: "VZÄ mal besetzte Monate. Durchgehend besetzt: Vorschlag in Spalte S abschreiben.", unit: "VZÄ-Monate", time: "flow", max: 6, source: "V (Divisor for caseload)"}),
  besetzung_seit: date({label: "Letzte Änderung der Besetzung", definition: "Nur wenn sich im Halbjahr etwas geändert hat oder die Stelle (teilweise) unbesetzt ist.", source: "S1,S3"}),
  vakanzgrund: code({label: "Grund der Vakanz", definition: "Nur wenn besetzt kleiner als bewilligt ist.", list: "CL_VAKANZ", time: "stock", source: "S3,W6"}),
  weiterleitung: code({label: "Weiterleitung per Vertrag", definition: "Nur wenn der Träger nicht K1 ist: Liegt ein Weiterleitungsvertrag vor?", list: "CL_JN", time: "stock", source: "S0,S2,W6"}),
  qualifikation: code({label: "Qualifikation (höchster Abschluss)", definition: "Für Bausteine 1 und 2. Bei zwei Personen: der größere Stellenanteil.", list: "CL_QUALI", time: "stock", source: "S0,S2"}),
  befristet_bis: date({label: "Befristet bis", definition: "Nur wenn die Besetzung befristet ist.", time: "stock", source: "S1"}),
  cm_zertifikat: code({label: "CM-Zertifikat", definition: "Nur Case Management: Weiterbildung nach DGCC oder vergleichbar.", list: "CL_JNA", time: "stock", source: "W5, V"}),
  ueberleitung_thm: code({label: "Aus dem Teilhabemanagement übergeleitet", definition: "Nur Stellen, die seit 2022 aus „Gemeinsam klappt’s / Durchstarten“ übernommen sind.", list: "CL_JN", time: "stock", source: "S1"}),
};
