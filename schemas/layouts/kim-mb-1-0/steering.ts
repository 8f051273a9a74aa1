import type {Table} from "../layout.ts";

export const T08G: Table = {
  id: "T08G",
  sheet: "08_Steuerung",
  title: "Gremien",
  kind: "matrix",
  headerRow: 5,
  rows: [6, 14],
  codes: {list: "CL_GREMIUM", prefix: ""},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Gremium", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "Gruppen am Stichtag (Anzahl)", field: "gruppen_n", status: "prefilled"},
    {letter: "D", title: "Sitzungen im Halbjahr (Anzahl)", field: "sitzungen", status: "core"},
    {letter: "E", title: "Mitglieder (Personen)", field: "mitglieder", status: "prefilled"},
    {letter: "F", title: "Beschlüsse im Halbjahr (Anzahl)", field: "beschluesse", status: "core"},
    {letter: "G", title: "davon umgesetzt (Anzahl)", field: "beschluesse_umgesetzt", status: "optional"},
  ],
};

export const T08A: Table = {
  id: "T08A",
  sheet: "08_Steuerung",
  title: "Akteure in der Lenkungsgruppe",
  kind: "matrix",
  headerRow: 17,
  rows: [18, 35],
  codes: {list: "CL_AKTEUR", prefix: ""},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Akteur", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "Vertreten (x)", field: "akteur_vertreten", status: "prefilled"},
    {letter: "D", title: "Auf Leitungsebene (x)", field: "akteur_leitung", status: "prefilled"},
  ],
};

export const T08K: Table = {
  id: "T08K",
  sheet: "08_Steuerung",
  title: "Kooperationsvereinbarungen",
  kind: "questions",
  answer: "Verträge (Anzahl)",
  headerRow: 38,
  rows: [39, 44],
  columns: [
    {letter: "A", title: "Nr.", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Angabe", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", row: 39, title: "Kooperationsvereinbarungen am Anfang", field: "koop_anfang", status: "prefilled"},
    {letter: "C", row: 40, title: "neu im Halbjahr", field: "koop_neu", status: "core"},
    {letter: "C", row: 41, title: "beendet im Halbjahr", field: "koop_beendet", status: "core"},
    {letter: "C", row: 42, title: "Kooperationsvereinbarungen am Ende", field: "koop_ende", status: "computed"},
    {letter: "C", row: 43, title: "davon mit kreisangehörigen Kommunen", field: "koop_ka", status: "prefilled"},
    {letter: "C", row: 44, title: "davon mit freien Trägern", field: "koop_fw", status: "prefilled"},
  ],
};

export const T08Q: Table = {
  id: "T08Q",
  sheet: "08_Steuerung",
  title: "Qualifizierung und Begleitung",
  kind: "questions",
  answer: "Wert",
  headerRow: 47,
  rows: [48, 54],
  columns: [
    {letter: "A", title: "Nr.", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Angabe", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", row: 48, title: "Schulungstage der Koordination", field: "schulung_koord_tage", status: "core"},
    {letter: "C", row: 49, title: "Koordinationskräfte mit allen fünf Blöcken des Landeskurses", field: "koord_kurs_fertig", status: "prefilled"},
    {letter: "C", row: 50, title: "Schulungstage des Case Managements", field: "schulung_cm_tage", status: "optional"},
    {letter: "C", row: 51, title: "Schulungstage in Ausländer- und Einbürgerungsbehörden", field: "schulung_b3_tage", status: "optional"},
    {letter: "C", row: 52, title: "Teilnahmen an Landestreffen", field: "treffen_teilnahmen", status: "optional"},
    {letter: "C", row: 53, title: "Externe Prozessbegleitung (Tagewerke)", field: "prozessbegl_tage", status: "core"},
    {letter: "C", row: 54, title: "Eigene Workshops, Fachtage, Multiplikatorentermine", field: "massnahmen_n", status: "optional"},
  ],
};

export const T08N: Table = {
  id: "T08N",
  sheet: "08_Steuerung",
  title: "Beteiligung der Nutzer*innen (Mehrfachnennung, freiwillig)",
  kind: "matrix",
  headerRow: 57,
  rows: [58, 62],
  codes: {list: "CL_NUTZER", prefix: ""},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Bezeichnung", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "Trifft zu (x)", field: "nutzerbeteiligung", status: "optional"},
  ],
};

export const T08P: Table = {
  id: "T08P",
  sheet: "08_Steuerung",
  title: "Produkte im Halbjahr (Mehrfachnennung, freiwillig)",
  kind: "matrix",
  headerRow: 65,
  rows: [66, 73],
  codes: {list: "CL_PRODUKT", prefix: ""},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Bezeichnung", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "Trifft zu (x)", field: "produkte", status: "optional"},
  ],
};
