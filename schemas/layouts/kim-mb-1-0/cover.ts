import type {Table} from "../layout.ts";

export const T01: Table = {
  id: "T01",
  sheet: "01_Deckblatt",
  title: "Deckblatt",
  kind: "questions",
  answer: "Eintrag",
  headerRow: 5,
  rows: [6, 19],
  columns: [
    {letter: "A", title: "Nr.", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Angabe", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", row: 6, title: "Meldende Stelle", field: "melde_key", status: "prefilled"},
    {letter: "C", row: 7, title: "Berichtshalbjahr", field: "periode", status: "prefilled"},
    {letter: "C", row: 8, title: "Version der Meldung", field: "version", status: "prefilled"},
    {letter: "C", row: 9, title: "Formularversion", field: "formular_version", status: "prefilled"},
    {letter: "C", row: 10, title: "Art der Meldung", field: "meldungsart", status: "prefilled"},
    {letter: "C", row: 11, title: "Ansprechstelle: Funktion", field: "kontakt_funktion", status: "prefilled"},
    {letter: "C", row: 12, title: "Ansprechstelle: Funktionspostfach", field: "kontakt_postfach", status: "prefilled"},
    {letter: "C", row: 13, title: "Anbindung der koordinierenden Stelle", field: "anbindung_koord", status: "prefilled"},
    {letter: "C", row: 14, title: "Ausnahmegenehmigung des Ministeriums liegt vor", field: "ausnahme_anbindung", status: "conditional", condition: "Anbindung≠KI"},
    {letter: "C", row: 15, title: "Stand des Konzepts", field: "konzept_stand", status: "prefilled"},
    {letter: "C", row: 16, title: "Gemeinsames Konzept der Beratungsansätze mit der freien Wohlfahrtspflege", field: "gem_beratungskonzept", status: "prefilled"},
    {letter: "C", row: 17, title: "Erklärung: CM-Stellen liegen außerhalb des Personaltableaus von JMD und MBE", field: "erkl_abgrenzung", status: "core"},
    {letter: "C", row: 18, title: "Erklärung: keine Doppelförderung", field: "erkl_doppelfoerderung", status: "core"},
    {letter: "C", row: 19, title: "Geprüft und freigegeben am", field: "freigabe_datum", status: "core"},
  ],
};

export const T01Z: Table = {
  id: "T01Z",
  sheet: "01_Deckblatt",
  title: "Vorrangige Zielgruppen laut Konzept (Mehrfachnennung)",
  kind: "matrix",
  headerRow: 22,
  rows: [23, 39],
  codes: {list: "CL_ZIELGRUPPE", prefix: ""},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Bezeichnung", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "Vorrangig (x)", field: "zielgruppe", status: "prefilled"},
  ],
};
