import type {Table} from "../layout.ts";

export const T03P: Table = {
  id: "T03P",
  sheet: "03b_Prozess",
  title: "Prozess im Case Management (ganze Stelle)",
  kind: "questions",
  answer: "Anzahl",
  headerRow: 5,
  rows: [6, 13],
  columns: [
    {letter: "A", title: "Nr.", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Angabe", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", row: 6, title: "Fälle mit abgeschlossenem Assessment (am Stichtag)", field: "cm_assessment", status: "core"},
    {letter: "C", row: 7, title: "Fälle mit Ziel- oder Integrationsvereinbarung (am Stichtag)", field: "cm_zielvereinbarung", status: "core"},
    {letter: "C", row: 8, title: "Re-Assessments im Halbjahr", field: "cm_reassessment", status: "core"},
    {letter: "C", row: 9, title: "Fälle mit vollzogenem Rechtskreiswechsel im Halbjahr", field: "rechtskreiswechsel", status: "optional"},
    {letter: "C", row: 10, title: "Ratsuchende Personen im Halbjahr (jede Person einmal)", field: "ratsuchende", status: "optional"},
    {letter: "C", row: 11, title: "Anwesende Ratsuchende, Summe über alle Beratungen", field: "anwesende", status: "optional"},
    {letter: "C", row: 12, title: "Wartende am Stichtag, weil Kapazität fehlt", field: "warteliste", status: "optional"},
    {letter: "C", row: 13, title: "Seiteneinstiegsberatungen des KI (nachrichtlich)", field: "seiteneinstieg", status: "optional"},
  ],
};

export const T03H: Table = {
  id: "T03H",
  sheet: "03b_Prozess",
  title: "CM-Fälle nach Phase am Stichtag",
  kind: "matrix",
  headerRow: 16,
  totalRow: 17,
  rows: [18, 24],
  codes: {list: "CL_PHASE", prefix: "", only: ["3", "4", "5", "6", "7", "1", "2"], totalled: 5},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Phase", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "CM-Fälle (Fälle)", field: "cm_phase", status: "core"},
  ],
  note: "Summe nur Zeilen 18–22 (Phasen 3–7). Zeilen 23–24 (Phasen 1, 2) freiwillig, nicht in der Summe.",
};

export const T03O: Table = {
  id: "T03O",
  sheet: "03b_Prozess",
  title: "Beratungen nach Ort (freiwillig)",
  kind: "matrix",
  headerRow: 27,
  totalRow: 28,
  rows: [29, 37],
  codes: {list: "CL_BERATUNGSORT", prefix: ""},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Bezeichnung", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "Beratungen (Gespräche)", field: "beratung_ort", status: "optional"},
  ],
};

export const T03F: Table = {
  id: "T03F",
  sheet: "03b_Prozess",
  title: "Beratungen nach Form (freiwillig)",
  kind: "matrix",
  headerRow: 40,
  totalRow: 41,
  rows: [42, 45],
  codes: {list: "CL_BERATUNGSFORM", prefix: ""},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Bezeichnung", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "Beratungen (Gespräche)", field: "beratung_form", status: "optional"},
  ],
};

export const T03S: Table = {
  id: "T03S",
  sheet: "03b_Prozess",
  title: "Beratungen nach Sprachmittlung (freiwillig)",
  kind: "matrix",
  headerRow: 48,
  totalRow: 49,
  rows: [50, 54],
  codes: {list: "CL_SPRACHMITTLUNG", prefix: ""},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Bezeichnung", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "Beratungen (Gespräche)", field: "sprachmittlung", status: "optional"},
  ],
};
