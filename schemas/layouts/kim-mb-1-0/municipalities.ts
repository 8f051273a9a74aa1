import type {Table} from "../layout.ts";

export const T11: Table = {
  id: "T11",
  onlyFor: "kreis",
  sheet: "11_Kommunen",
  title: "Kreisangehörige Kommunen (nur Kreise und StädteRegion)",
  kind: "list",
  headerRow: 5,
  totalRow: 6,
  rows: [7, 36],
  rowKey: "ka_ags",
  columns: [
    {letter: "A", title: "Kommune (AGS)", role: "key", status: "prefilled", help: "Vorausgefüllt: alle Kommunen des Kreises."},
    {letter: "B", title: "Name", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "Eigene Ausländerbehörde", field: "hat_abh", status: "prefilled"},
    {letter: "D", title: "Eigenes Jugendamt", field: "hat_ja", status: "prefilled"},
    {letter: "E", title: "Integrationsrat oder -ausschuss", field: "hat_ir", status: "prefilled"},
    {letter: "F", title: "Koordination weitergeleitet (VZÄ)", field: "koord_weitergeleitet", status: "computed"},
    {letter: "G", title: "Koordinierungsstelle abgelehnt", field: "koord_abgelehnt", status: "conditional", condition: "C=D=E=ja und F=0"},
    {letter: "H", title: "CM vor Ort verortet (VZÄ)", field: "cm_vzae", status: "computed"},
    {letter: "I", title: "Anteil aus kreisweiten CM-Stellen (VZÄ)", field: "cm_vzae_anteil", status: "optional"},
    {letter: "J", title: "Feste Sprechstunde (Std./Woche)", field: "sprechstunde_std", status: "core"},
    {letter: "K", title: "In der Lenkungsgruppe vertreten", field: "in_lg", status: "prefilled"},
    {letter: "L", title: "Kooperationsvertrag", field: "vertrag", status: "prefilled"},
    {letter: "M", title: "Gemeinsames Integrationskonzept", field: "gem_konzept", status: "prefilled"},
    {letter: "N", title: "Regionalteam", field: "regionalteam", status: "optional"},
  ],
};
