import type {Table} from "../layout.ts";

export const T04A: Table = {
  id: "T04A",
  sheet: "04_Merkmale",
  title: "Alter und Geschlecht der Hauptpersonen, CM-Fälle am Ende",
  kind: "matrix",
  headerRow: 5,
  totalRow: 6,
  rows: [7, 15],
  codes: {list: "CL_ALTER", prefix: "ALT="},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Alter in Jahren", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "Weiblich (Fälle)", field: "n_bestand", key: ",GES=w", status: "core"},
    {letter: "D", title: "Männlich (Fälle)", field: "n_bestand", key: ",GES=m", status: "core", help: "Jede Hauptperson genau einmal. Summe gleich CM-Fälle am Ende."},
    {letter: "E", title: "Divers (Fälle)", field: "n_bestand", key: ",GES=d", status: "core", help: "Jede Hauptperson genau einmal. Summe gleich CM-Fälle am Ende."},
    {letter: "F", title: "Geschlecht k. A. (Fälle)", field: "n_bestand", key: ",GES=x", status: "core", help: "Jede Hauptperson genau einmal. Summe gleich CM-Fälle am Ende."},
    {letter: "G", title: "Summe (Fälle)", field: "n_bestand", status: "computed", help: "Wird berechnet."},
  ],
};

export const T04G: Table = {
  id: "T04G",
  sheet: "04_Merkmale",
  title: "Geschlecht der Hauptpersonen",
  kind: "matrix",
  headerRow: 18,
  totalRow: 19,
  rows: [20, 23],
  codes: {list: "CL_GESCHLECHT", prefix: "GES=", only: ["w", "m", "d", "x"]},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Geschlecht", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "CM-Fälle am Ende (Fälle)", field: "n_bestand", status: "computed", help: "Wird aus der Tabelle darüber berechnet."},
    {letter: "D", title: "CM-Neuaufnahmen (Fälle)", field: "n_neu", status: "core"},
  ],
};

export const T04S: Table = {
  id: "T04S",
  sheet: "04_Merkmale",
  title: "Aufenthaltsstatus der Hauptpersonen",
  kind: "matrix",
  headerRow: 26,
  totalRow: 27,
  rows: [28, 46],
  codes: {list: "CL_STATUS", prefix: "STA="},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Aufenthaltsstatus", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "CM-Fälle am Ende (Fälle)", field: "n_bestand", status: "core", help: "Status am Stichtag. Bei mehreren Titeln der weitergehende."},
    {letter: "D", title: "davon weiblich (Fälle)", field: "n_bestand", key: ",GES=w", status: "core", help: "Teil der Spalte links; Summe gleich weibliche Hauptpersonen."},
    {letter: "E", title: "CM-Neuaufnahmen (Fälle)", field: "n_neu", status: "core", help: "Status bei Aufnahme. Summe gleich CM-Neuaufnahmen."},
  ],
};

export const T04D: Table = {
  id: "T04D",
  sheet: "04_Merkmale",
  title: "Aufenthaltsdauer in Deutschland",
  kind: "matrix",
  headerRow: 49,
  totalRow: 50,
  rows: [51, 57],
  codes: {list: "CL_AUFDAUER", prefix: "AUF="},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Aufenthaltsdauer", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "CM-Fälle am Ende (Fälle)", field: "n_bestand", status: "core", help: "Seit der letzten Einreise bis zum Stichtag."},
    {letter: "D", title: "CM-Neuaufnahmen (Fälle)", field: "n_neu", status: "core", help: "Seit der letzten Einreise bis zur Aufnahme."},
  ],
};

export const T04H: Table = {
  id: "T04H",
  sheet: "04_Merkmale",
  title: "Haushalt",
  kind: "matrix",
  headerRow: 60,
  totalRow: 61,
  rows: [62, 68],
  codes: {list: "CL_HH", prefix: "HH="},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Haushaltstyp", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "CM-Fälle am Ende (Fälle)", field: "n_bestand", status: "core", help: "Haushalt der Hauptperson am Stichtag."},
  ],
};

export const T04L: Table = {
  id: "T04L",
  sheet: "04_Merkmale",
  title: "Leistungsbezug",
  kind: "matrix",
  headerRow: 71,
  totalRow: 72,
  rows: [73, 80],
  codes: {list: "CL_LEISTUNG", prefix: "RK="},
  columns: [
    {letter: "A", title: "Code", role: "key", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "B", title: "Überwiegende Leistung", role: "display", status: "key", help: "Vorgegeben, bitte nicht ändern."},
    {letter: "C", title: "CM-Fälle am Ende (Fälle)", field: "n_bestand", status: "core", help: "Überwiegende Leistung am Stichtag, je Fall genau eine."},
  ],
};

export const T04N: Table = {
  id: "T04N",
  sheet: "04b_Herkunft",
  title: "Staatsangehörigkeit der Hauptpersonen",
  kind: "matrix",
  headerRow: 5,
  totalRow: 6,
  rows: [7, 38],
  fixed: [
    {rows: [7, 13], keys: ["166", "475", "423", "438", "125", "154", "163"], prefix: "NAT="},
    {rows: [14, 28], free: "CL_STAAT", prefix: "NAT="},
    {rows: [29, 34], keys: ["G-EUS", "G-SOE", "G-UEB", "G-AFR", "G-ASI", "G-AME"], prefix: "NAT="},
    {rows: [35, 38], keys: ["000", "997", "998", "999"], prefix: "NAT="},
  ],
  columns: [
    {letter: "A", title: "Staat", role: "key", status: "key", help: "Staat mit 3 oder mehr Fällen aus der Liste wählen; kleinere in die Zeile der Gruppe."},
    {letter: "B", title: "Herkunftsgruppe", role: "display", status: "computed", help: "Wird berechnet."},
    {letter: "C", title: "CM-Fälle am Ende (Fälle)", field: "n_bestand", status: "core", help: "Bei mehreren Staatsangehörigkeiten: eine ausländische; deutsch nur, wenn keine andere."},
    {letter: "D", title: "CM-Neuaufnahmen (Fälle)", field: "n_neu", status: "core"},
    {letter: "E", title: "Erst- und Verweisberatungen (Gespräche)", field: "n_beratung", status: "optional"},
  ],
  note: "7–13 fest (häufigste Staaten), 14–28 frei mit Auswahlliste, 29–34 Rest je Gruppe, 35–38 deutsch/staatenlos/ungeklärt/ohne Angabe.",
};

export const T04O: Table = {
  id: "T04O",
  onlyIn: "H2",
  sheet: "04c_Herkunft_Ort",
  title: "Herkunftsgruppe je Einsatzort, CM-Fälle am Ende (Pflicht nur im 2. Halbjahr und ab zwei Orten)",
  kind: "list",
  headerRow: 5,
  totalRow: 6,
  rows: [7, 46],
  rowKey: "ort_key",
  columns: [
    {letter: "A", title: "Ort-Nr.", role: "key", status: "computed", help: "Wird aus Blatt 03 übernommen."},
    {letter: "B", title: "Einsatzort", role: "display", status: "computed", help: "Wird aus Blatt 03 übernommen."},
    {letter: "C", title: "Ukraine (Fälle)", field: "n_bestand_ort", key: ",NAG=UKR", status: "conditional", condition: "H2 und ≥ 2 Orte"},
    {letter: "D", title: "Syrien (Fälle)", field: "n_bestand_ort", key: ",NAG=SYR", status: "conditional", condition: "H2 und ≥ 2 Orte"},
    {letter: "E", title: "Afghanistan (Fälle)", field: "n_bestand_ort", key: ",NAG=AFG", status: "conditional", condition: "H2 und ≥ 2 Orte"},
    {letter: "F", title: "Irak (Fälle)", field: "n_bestand_ort", key: ",NAG=IRQ", status: "conditional", condition: "H2 und ≥ 2 Orte"},
    {letter: "G", title: "Bulgarien/Rumänien (Fälle)", field: "n_bestand_ort", key: ",NAG=EU2", status: "conditional", condition: "H2 und ≥ 2 Orte"},
    {letter: "H", title: "übrige EU/EWR/CH (Fälle)", field: "n_bestand_ort", key: ",NAG=EUS", status: "conditional", condition: "H2 und ≥ 2 Orte"},
    {letter: "I", title: "Westbalkan (Fälle)", field: "n_bestand_ort", key: ",NAG=SOE", status: "conditional", condition: "H2 und ≥ 2 Orte"},
    {letter: "J", title: "Türkei (Fälle)", field: "n_bestand_ort", key: ",NAG=TUR", status: "conditional", condition: "H2 und ≥ 2 Orte"},
    {letter: "K", title: "übriges Europa (Fälle)", field: "n_bestand_ort", key: ",NAG=UEB", status: "conditional", condition: "H2 und ≥ 2 Orte"},
    {letter: "L", title: "Afrika (Fälle)", field: "n_bestand_ort", key: ",NAG=AFR", status: "conditional", condition: "H2 und ≥ 2 Orte"},
    {letter: "M", title: "übriges Asien (Fälle)", field: "n_bestand_ort", key: ",NAG=ASI", status: "conditional", condition: "H2 und ≥ 2 Orte"},
    {letter: "N", title: "Amerika/Ozeanien (Fälle)", field: "n_bestand_ort", key: ",NAG=AME", status: "conditional", condition: "H2 und ≥ 2 Orte"},
    {letter: "O", title: "deutsch (Fälle)", field: "n_bestand_ort", key: ",NAG=DEU", status: "conditional", condition: "H2 und ≥ 2 Orte"},
    {letter: "P", title: "staatenlos/ungeklärt/ohne Angabe (Fälle)", field: "n_bestand_ort", key: ",NAG=SON", status: "conditional", condition: "H2 und ≥ 2 Orte"},
    {letter: "Q", title: "Summe (Fälle)", role: "display", status: "computed", help: "Wird berechnet."},
  ],
};
