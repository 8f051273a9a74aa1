import type {Table} from "../layout.ts";

export const T12A: Table = {
  id: "T12A",
  sheet: "12_Finanzen",
  title: "Mittel je Baustein",
  kind: "matrix",
  headerRow: 5,
  totalRow: 6,
  rows: [7, 9],
  codes: {list: "CL_BAUSTEIN", prefix: ""},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Baustein", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "Bewilligt oder zugewiesen im Kalenderjahr (€)", field: "eur_bewilligt", status: "prefilled"},
    {letter: "D", title: "Verausgabt im 1. Halbjahr (€)", field: "eur_verausgabt_h1", status: "computed", help: "Im 2. Halbjahr aus der Vormeldung übernommen."},
    {letter: "E", title: "Abgerufen im Halbjahr (€)", field: "eur_abgerufen", status: "conditional", condition: "Zeile B1"},
    {letter: "F", title: "Verausgabt im Halbjahr (€)", field: "eur_verausgabt", status: "core"},
    {letter: "G", title: "Weitergeleitet an Kommunen (€)", field: "eur_weiter_ka", status: "conditional", condition: "Träger K2 in Blatt 02"},
    {letter: "H", title: "Weitergeleitet an freie Träger (€)", field: "eur_weiter_fw", status: "conditional", condition: "Träger F* in Blatt 02"},
    {letter: "I", title: "Eigenanteil (€)", field: "eur_eigenanteil", status: "optional"},
  ],
};

export const T12B: Table = {
  id: "T12B",
  onlyIn: "H2",
  sheet: "12_Finanzen",
  title: "Ausgaben nach Kostenart im Kalenderjahr (nur 2. Halbjahr)",
  kind: "matrix",
  headerRow: 12,
  totalRow: 13,
  rows: [14, 18],
  codes: {list: "CL_KOSTENART", prefix: ""},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Kostenart", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "Baustein 1 (€)", field: "eur_{code}", totalField: "eur_kostenarten", key: "B1", status: "conditional", condition: "Halbjahr H2", help: "Nur im 2. Halbjahr, Summe gleich Ausgaben des ganzen Jahres."},
    {letter: "D", title: "Baustein 2 (€)", field: "eur_{code}", totalField: "eur_kostenarten", key: "B2", status: "conditional", condition: "Halbjahr H2", help: "Nur im 2. Halbjahr. In der Regel nur Personal."},
    {letter: "E", title: "Baustein 3 (€)", field: "eur_{code}", totalField: "eur_kostenarten", key: "B3", status: "conditional", condition: "Halbjahr H2", help: "Nur im 2. Halbjahr. In der Regel nur Personal."},
  ],
};
