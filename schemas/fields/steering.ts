import {count, decimal, mark} from "./field.ts";

/** Figures and answers of 08_Steuerung. */
export const steeringFields = {
  gruppen_n: count({label: "Gruppen am Stichtag", definition: "Wie viele Gruppen dieser Art bestehen? Lenkungsgruppe: 0 oder 1.", unit: "Gruppen", time: "stock", source: "S0,S3"}),
  sitzungen: count({label: "Sitzungen im Halbjahr", definition: "Alle Gruppen dieser Art zusammen.", unit: "Sitzungen", time: "flow", source: "S1,W6,S3,S3,W10"}),
  mitglieder: count({label: "Mitglieder", definition: "Pflicht nur für die Lenkungsgruppe.", unit: "Personen", time: "stock", source: "S3 (not too large)"}),
  beschluesse: count({label: "Beschlüsse im Halbjahr", definition: "Pflicht nur für die Lenkungsgruppe, sonst freiwillig.", unit: "Beschlüsse", time: "flow", source: "S4,S3"}),
  beschluesse_umgesetzt: count({label: "Beschlüsse, die umgesetzt wurden", definition: "Freiwillig. Nicht größer als Beschlüsse.", unit: "Beschlüsse", time: "flow", source: "S3"}),
  akteur_vertreten: mark({label: "Akteur in der Lenkungsgruppe vertreten", definition: "x, wenn am Stichtag Mitglied. Aus dem Vorhalbjahr übernommen.", time: "stock", source: "S0,S3"}),
  akteur_leitung: mark({label: "Akteur auf Leitungsebene vertreten", definition: "x, wenn durch Leitung vertreten.", time: "stock", source: "S0,S3"}),
  koop_anfang: count({label: "Kooperationsvereinbarungen am Anfang", definition: "Nur schriftliche Vereinbarungen im KIM. Davon-Zeilen überschneiden sich nicht.", unit: "Verträge", time: "stock", source: "S0"}),
  koop_neu: count({label: "Kooperationsvereinbarungen, neu im Halbjahr", definition: "Nur schriftliche Vereinbarungen im KIM. Davon-Zeilen überschneiden sich nicht.", unit: "Verträge", time: "flow", source: "S0,S2"}),
  koop_beendet: count({label: "Kooperationsvereinbarungen, beendet im Halbjahr", definition: "Nur schriftliche Vereinbarungen im KIM. Davon-Zeilen überschneiden sich nicht.", unit: "Verträge", time: "flow", source: "S0,S2"}),
  koop_ende: count({label: "Kooperationsvereinbarungen am Ende", definition: "Wird berechnet: Anfang + neu − beendet.", unit: "Verträge", time: "stock", source: "S0,S2,S3"}),
  koop_ka: count({label: "Kooperationsvereinbarungen mit kreisangehörigen Kommunen", definition: "Nur schriftliche Vereinbarungen im KIM. Davon-Zeilen überschneiden sich nicht.", unit: "Verträge", time: "stock", source: "S0,S2,S3"}),
  koop_fw: count({label: "Kooperationsvereinbarungen mit freien Trägern", definition: "Nur schriftliche Vereinbarungen im KIM. Davon-Zeilen überschneiden sich nicht.", unit: "Verträge", time: "stock", source: "S0,S2,S3"}),
  schulung_koord_tage: count({label: "Schulungstage der Koordination", definition: "Personen mal Tage, alle Fortbildungen im Halbjahr.", unit: "Personentage", time: "flow", source: "S0,S3"}),
  koord_kurs_fertig: count({label: "Koordinationskräfte mit allen fünf Blöcken des Landeskurses", definition: "Stand am Stichtag, aus dem Vorhalbjahr übernommen.", unit: "Personen", time: "stock", source: "S0,S3"}),
  schulung_cm_tage: count({label: "Schulungstage des Case Managements", definition: "Freiwillig.", unit: "Personentage", time: "flow", source: "S0,S3"}),
  schulung_b3_tage: count({label: "Schulungstage in Ausländer- und Einbürgerungsbehörden", definition: "Freiwillig.", unit: "Personentage", time: "flow", source: "S0,S3"}),
  treffen_teilnahmen: count({label: "Teilnahmen an Landestreffen", definition: "Freiwillig: Personen mal Treffen.", unit: "Teilnahmen", time: "flow", source: "S3"}),
  prozessbegl_tage: decimal({label: "Externe Prozessbegleitung (Tagewerke)", definition: "Geförderte Tagewerke im Halbjahr, halbe Tage möglich.", unit: "Tage", time: "flow", max: 60, step: 0.5, source: "S3 (6/Jahr), S0"}),
  massnahmen_n: count({label: "Eigene Workshops, Fachtage, Multiplikatorentermine", definition: "Freiwillig.", unit: "Veranstaltungen", time: "flow", source: "S0"}),
  nutzerbeteiligung: mark({label: "Beteiligung der Nutzer*innen", definition: "Freiwillig. Keine Beteiligung: x bei „keine“.", time: "flow", source: "S3"}),
  produkte: mark({label: "Produkte im Halbjahr", definition: "Freiwillig: im Halbjahr neu erstellt oder wesentlich überarbeitet.", time: "flow", source: "S0,S1"}),
};
