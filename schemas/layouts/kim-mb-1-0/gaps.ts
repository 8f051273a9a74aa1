import type {Table} from "../layout.ts";

export const T09: Table = {
  id: "T09",
  sheet: "09_Systemluecken",
  title: "Systemlücken: eine Zeile je Lücke",
  kind: "list",
  headerRow: 5,
  totalRow: 6,
  rows: [7, 66],
  rowKey: "luecke_id",
  columns: [
    {letter: "A", title: "Lücken-Nr.", role: "key", status: "prefilled", help: "Feste Nummer, bleibt bis zur Lösung gleich. Offene Lücken sind vorausgefüllt."},
    {letter: "B", title: "Kurztitel", field: "titel", status: "prefilled"},
    {letter: "C", title: "Art der Lücke", field: "art", status: "prefilled"},
    {letter: "D", title: "Handlungsfeld", field: "luecke_thema", status: "prefilled"},
    {letter: "E", title: "Rechtskreis", field: "rechtskreis", status: "prefilled"},
    {letter: "F", title: "Erkannt durch", field: "quelle", status: "prefilled"},
    {letter: "G", title: "Zugrunde liegende Fälle im Halbjahr (Fälle)", field: "luecke_faelle", status: "core"},
    {letter: "H", title: "Lösungsebene", field: "ebene", status: "prefilled"},
    {letter: "I", title: "Status am Stichtag", field: "status", status: "core"},
    {letter: "J", title: "Erstmals gemeldet (Halbjahr)", field: "periode_erst", status: "prefilled"},
    {letter: "K", title: "Gelöst im Halbjahr", field: "periode_geloest", status: "conditional", condition: "Status 6"},
    {letter: "L", title: "Ergebnis", field: "ergebnis", status: "conditional", condition: "Status 6"},
  ],
  note: "N: Status im Vorhalbjahr (vorausgefüllt, gesperrt, wird nicht gelesen).",
};
