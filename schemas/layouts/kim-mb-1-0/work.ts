import type {Table} from "../layout.ts";

export const T05: Table = {
  id: "T05",
  sheet: "05_Themen",
  title: "Themen in den bearbeiteten CM-Fällen",
  kind: "matrix",
  headerRow: 5,
  totalRow: 6,
  rows: [7, 25],
  codes: {list: "CL_THEMA", prefix: ""},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Handlungsfeld", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "Fälle mit diesem Thema (Fälle)", field: "thema_faelle", status: "core"},
    {letter: "D", title: "davon Hauptanliegen (Fälle)", field: "thema_haupt", status: "core"},
    {letter: "E", title: "davon im Halbjahr gelöst oder teilgelöst (Fälle)", field: "thema_geloest", status: "optional"},
  ],
};

export const T06Z: Table = {
  id: "T06Z",
  sheet: "06_Zugang_Verweis",
  title: "Zugang: wie kamen die Neuaufnahmen ins Case Management?",
  kind: "matrix",
  headerRow: 5,
  totalRow: 6,
  rows: [7, 26],
  codes: {list: "CL_ZUGANG", prefix: ""},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Zugang über", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "CM-Neuaufnahmen (Fälle)", field: "zugang_n", status: "core"},
  ],
};

export const T06R: Table = {
  id: "T06R",
  sheet: "06_Zugang_Verweis",
  title: "Verweise an andere Stellen (aus Beratung und Case Management)",
  kind: "matrix",
  headerRow: 29,
  totalRow: 30,
  rows: [31, 51],
  codes: {list: "CL_VERWEIS", prefix: ""},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Verweis an", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "Verweise (Anzahl)", field: "verweis_n", status: "core"},
    {letter: "D", title: "davon mit Rückmeldung der Stelle (Anzahl)", field: "verweis_rueck", status: "conditional", condition: "Zeilen 01–04 mit Verweisen > 0"},
  ],
};

export const T07E: Table = {
  id: "T07E",
  sheet: "07_Beendigungen",
  title: "Beendete CM-Fälle nach Grund",
  kind: "matrix",
  headerRow: 5,
  totalRow: 6,
  rows: [7, 17],
  codes: {list: "CL_ENDE", prefix: ""},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Grund der Beendigung", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "Beendete Fälle (Fälle)", field: "ende_n", status: "core"},
    {letter: "D", title: "davon mit Abschlussgespräch/Evaluation (Fälle)", field: "ende_evaluation", status: "optional"},
  ],
};

export const T07D: Table = {
  id: "T07D",
  sheet: "07_Beendigungen",
  title: "Beendete CM-Fälle nach Dauer",
  kind: "matrix",
  headerRow: 20,
  totalRow: 21,
  rows: [22, 27],
  codes: {list: "CL_DAUER", prefix: ""},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Dauer von Aufnahme bis Ende", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "Beendete Fälle (Fälle)", field: "dauer_klasse", status: "core"},
  ],
};

export const T07M: Table = {
  id: "T07M",
  sheet: "07_Beendigungen",
  title: "Mittlere Dauer",
  kind: "questions",
  answer: "Wert",
  headerRow: 30,
  rows: [31, 31],
  columns: [
    {letter: "A", title: "Nr.", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Angabe", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", row: 31, title: "Median der Dauer (Monate)", field: "dauer_median", status: "optional"},
  ],
};
