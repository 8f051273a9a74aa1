import type {Form, Table} from "../../../schemas/layouts/layout.ts";

/** Heading and one line of help of a sheet of the form. */
export type SheetText = {readonly heading: string; readonly help: string};

/** In the order of the form; the heading goes to A1, the help to A2. */
export const sheetTexts: Readonly<Record<string, SheetText>> = {
  "01_Deckblatt": {heading: "Deckblatt", help: "Blaue Felder prüfen, gelbe ausfüllen. Das Datum der Freigabe erst ganz zum Schluss eintragen."},
  "02_Stellen": {
    heading: "Stellen in allen drei Bausteinen",
    help: "Je Stelle nur besetzte VZÄ, Personen und VZÄ-Monate eintragen; bei Vakanz dazu Datum und Grund. Neue Stellen unten anfügen.",
  },
  "03_Fallzahlen": {
    heading: "Fallzahlen je Einsatzort",
    help: "Eine Zeile je Einsatzort. 0 heißt gezählt und nichts gewesen; nicht bekannt: k. A. Die Probe Anfang + Neu − Beendet steht ganz rechts.",
  },
  "03b_Prozess": {heading: "Prozess im Case Management", help: "Für die ganze Stelle, nicht je Ort. Hellgelbe Felder sind freiwillig."},
  "04_Merkmale": {heading: "Merkmale der Hauptpersonen", help: "Jede Hauptperson zählt in jeder Tabelle genau einmal. Zeilen ohne Fälle dürfen leer bleiben."},
  "04b_Herkunft": {
    heading: "Staatsangehörigkeit",
    help: "Staaten ab drei Fällen in den freien Zeilen 14 bis 28 aus der Liste wählen, kleinere in der Zeile ihrer Gruppe zählen.",
  },
  "04c_Herkunft_Ort": {
    heading: "Herkunft je Einsatzort",
    help: "Nur im 2. Halbjahr und ab zwei Einsatzorten. Die Orte stehen schon da; Zellen ohne Fälle dürfen leer bleiben.",
  },
  "05_Themen": {heading: "Themen", help: "Mehrfachnennung in Spalte C; in Spalte D je Fall genau ein Hauptanliegen."},
  "06_Zugang_Verweis": {heading: "Zugang und Verweise", help: "Oben je Neuaufnahme genau ein Weg, unten jede Weiterleitung an eine andere Stelle."},
  "07_Beendigungen": {heading: "Beendete Fälle", help: "Je beendetem Fall genau ein Grund und genau eine Dauerklasse."},
  "08_Steuerung": {heading: "Steuerung und Netzwerk", help: "Gremien, Akteure, Vereinbarungen und Qualifizierung der ganzen Stelle."},
  "09_Systemluecken": {
    heading: "Systemlücken",
    help: "Offene Lücken sind übernommen: Fälle und Status eintragen. Neue Lücken unten anfügen. Keine Angaben zu Personen.",
  },
  "10_Baustein3": {
    heading: "Baustein 3: Ausländer- und Einbürgerungsbehörden",
    help: "Eine Zeile je Behörde mit geförderter Stelle. VZÄ werden aus Blatt 02 berechnet.",
  },
  "11_Kommunen": {heading: "Kreisangehörige Kommunen", help: "In der Regel ist nur die Sprechstunde einzutragen; alles andere ist übernommen oder berechnet."},
  "12_Finanzen": {heading: "Finanzen", help: "Beträge als Zahl ohne Punkt und Eurozeichen. Kostenarten nur im 2. Halbjahr, für das ganze Kalenderjahr."},
  "13_Erlaeuterungen": {heading: "Erläuterungen", help: "Eine Zeile je Warnung oder k. A., in ein bis drei Sätzen. Keine Angaben zu Personen."},
};

/** Names of the sheets of a form in order, without sheet 11 for bodies that have no municipalities. */
export const sheetNames = (form: Form, withMunicipalities: boolean): string[] => [
  ...new Set(form.tables.filter(({onlyFor}) => onlyFor === undefined || withMunicipalities).map(({sheet}) => sheet)),
];
export const tablesOf = (form: Form, sheet: string): Table[] => form.tables.filter((table) => table.sheet === sheet);
