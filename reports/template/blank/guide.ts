import type {Workbook} from "exceljs";
import {wrappedLines} from "../wrapped-lines.ts";

type Paragraph = readonly [lead: string, text: string];
/** One A4 page, one paragraph a row, from form-layout section 4. */
const paragraphs: readonly Paragraph[] = [
  [
    "Wer und wann. ",
    "Jede der 54 Stellen meldet zweimal im Jahr: das erste Halbjahr (Stichtag 30.06.) bis 31.07., das zweite (Stichtag 31.12.) bis 31.01. Rechnen Sie mit einem Nachmittag, wenn Fallliste, Stellenplan und Lückenliste bereitliegen.",
  ],
  [
    "Wie. ",
    "Gelbe Felder ausfüllen, hellgelbe sind freiwillig. Blaue Felder sind aus der letzten Meldung übernommen: nur ändern, wenn etwas nicht stimmt. Graue Felder rechnen selbst oder werden in diesem Halbjahr nicht gebraucht. Reihenfolge: 02 Stellen, 03 Fallzahlen, dann 04 bis 07 (Summen müssen zu Blatt 03 passen), 08 bis 12, zuletzt 13 Erläuterungen. Ist alles fertig, das Datum auf dem Deckblatt eintragen und die Datei senden.",
  ],
  [
    "Null oder unbekannt. ",
    "0 heißt: gezählt, es gab nichts. k. A. heißt: nicht bekannt; bitte auf Blatt 13 in einem Satz sagen, warum. In Verteilungen (z. B. Themen) dürfen Zellen ohne Fälle leer bleiben. Bitte nichts schätzen, um eine Summe passend zu machen: dafür gibt es die Zeile „keine Angabe“.",
  ],
  ["Keine Personendaten. ", "Keine Namen, Geburtsdaten, Telefonnummern, Aktenzeichen – auch nicht in Erläuterungen."],
  ["Was zählt als was?", ""],
  ["", "– CM-Fall: ein Haushalt oder eine Einzelperson, nach dem Intake ins Case Management aufgenommen, mit fester zuständiger Fachkraft."],
  ["", "– Hauptperson: eine Person je Fall, in der Regel die, deren Anliegen zur Aufnahme führte. Nur sie zählt in den Merkmalen (Blätter 04)."],
  ["", "– Beratung: ein Gespräch, gleich wie viele Personen teilnehmen. Jedes Gespräch zählt genau einmal, und zwar als"],
  ["", "   Erstberatung – erstes Gespräch zu einem neuen Anliegen außerhalb eines CM-Falls;"],
  ["", "   Verweisberatung – Gespräch, das mit der Weiterleitung an eine andere Stelle endet, ohne eigene Fortsetzung;"],
  ["", "   Folgeberatung ohne CM-Fall – weiteres Gespräch zum selben Anliegen vor oder ohne Aufnahme;"],
  ["", "   Folgeberatung im CM-Fall – Gespräch ab dem Tag nach der Aufnahme."],
  ["", "– Systemlücke: ein Bedarf, den das Hilfesystem nicht, doppelt, schlecht oder nur mit zu hohen Hürden deckt."],
  ["Fünf Beispiele", ""],
  [
    "",
    "1. Eine Mutter kommt mit drei Kindern in die Sprechstunde und sucht eine Wohnung. Sie erhält Auskunft und kommt nicht wieder. → 1 Erstberatung (nicht vier), bei „Anwesende“ 4. Kein CM-Fall.",
  ],
  [
    "",
    "2. Ein Mann fragt nach der Ablehnung seines Asylantrags. Die Fachkraft vereinbart für ihn einen Termin bei der Rechtsberatung und schließt das Anliegen ab. → 1 Verweisberatung; auf Blatt 06 ein Verweis an 17 Rechtsberatung.",
  ],
  [
    "",
    "3. Eine Frau kommt zum zweiten Mal wegen der Anerkennung ihres Diploms; aufgenommen ist sie nicht. → 1 Folgeberatung ohne CM-Fall. Das erste Gespräch war die Erstberatung.",
  ],
  [
    "",
    "4. Beim dritten Gespräch wird ein Ehepaar mit zwei Kindern am 12. März ins Case Management aufgenommen; danach folgen fünf Termine. → Das Gespräch am 12. März ist noch Folgeberatung ohne CM-Fall; dann 1 Neuaufnahme, 1 CM-Fall, 4 Personen, 5 Folgeberatungen im CM-Fall.",
  ],
  [
    "",
    "5. In diesem Fall ging es zuerst um die Arbeitssuche der Frau. → Hauptperson ist die Frau: ihr Alter, ihr Status und ihre Staatsangehörigkeit zählen auf den Blättern 04, je einmal. Zieht der Fall später in eine andere Kommune desselben Kreises, bleibt er ein Fall (Blatt 03 Spalte O, nicht Beendigung).",
  ],
  ["Hilfe. ", "Jedes gelbe Feld zeigt beim Anklicken eine Erklärung. Fragen beantwortet das KfI (Bezirksregierung Arnsberg, Dezernat 36)."],
];
const size = 10;
/** About 106 characters of 10 pt fit into the column. */
const height = ([lead, text]: Paragraph) => wrappedLines(`${lead}${text}`, 106) * 12.75 + 4;

/** First sheet of the form: how to fill it in. */
export const addGuide = (workbook: Workbook, synthetic: boolean) => {
  const sheet = workbook.addWorksheet("Anleitung", {
    views: [{showGridLines: false}],
    pageSetup: {
      paperSize: 9,
      orientation: "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 1,
      margins: {left: 0.6, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3},
    },
  });
  sheet.getColumn(1).width = 95;
  sheet.getCell("A1").value = "Meldebogen Kommunales Integrationsmanagement NRW – so füllen Sie ihn aus";
  sheet.getCell("A1").font = {name: "Arial", size: 14, bold: true};
  sheet.getCell("A2").font = {name: "Arial", size};
  sheet.getCell("A2").value = synthetic ? "Beispieldaten – frei erfunden" : null;
  paragraphs.forEach((paragraph, i) => {
    const row = sheet.getRow(3 + i);
    const [lead, text] = paragraph;
    row.getCell(1).value = {
      richText: [
        {text: lead, font: {name: "Arial", size, bold: true}},
        {text, font: {name: "Arial", size}},
      ].filter((part) => part.text !== ""),
    };
    row.getCell(1).alignment = {wrapText: true, vertical: "top"};
    row.height = height(paragraph);
  });
  return sheet;
};
