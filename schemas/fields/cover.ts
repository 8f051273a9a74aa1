import {code, count, date, halfYear, mark, text} from "./field.ts";

/** Figures and answers of 01_Deckblatt. */
export const coverFields = {
  melde_key: text({label: "Meldende Stelle", definition: "Vorausgefüllt. Falsche Stelle? Bitte das eigene Formular verwenden.", source: "S0,S3"}),
  periode: halfYear({label: "Berichtshalbjahr", definition: "Vorausgefüllt, z. B. 2025-H2 für 01.07. bis 31.12.2025.", source: "S3 (halbjährlich)"}),
  version: count({label: "Version der Meldung", definition: "Vorausgefüllt. Bei einer Korrektur vergibt der Eingang die nächste Version.", unit: "–", time: "flow", source: "V"}),
  formular_version: text({label: "Formularversion", definition: "Vorausgefüllt, bitte nicht ändern.", source: "V"}),
  meldungsart: code({label: "Art der Meldung", definition: "V vollständig (üblich). F Fehlanzeige: im Halbjahr keine KIM-Tätigkeit; Blätter 02 bis 12 bleiben leer.", list: "CL_MELDUNGSART", source: "V"}),
  kontakt_funktion: text({label: "Ansprechstelle: Funktion", definition: "Nur die Funktion, z. B. „KIM-Koordination“. Keine Namen.", maxLength: 80, source: "V"}),
  kontakt_postfach: text({label: "Ansprechstelle: Funktionspostfach", definition: "Sammelpostfach, z. B. kim@kreis-muster.de. Keine persönliche Adresse.", maxLength: 80, source: "V"}),
  anbindung_koord: code({label: "Anbindung der koordinierenden Stelle", definition: "Wo ist die koordinierende Stelle angesiedelt? Regelfall: KI.", list: "CL_ANBINDUNG", time: "stock", source: "S0,S3"}),
  ausnahme_anbindung: code({label: "Ausnahmegenehmigung des Ministeriums liegt vor", definition: "Nur ausfüllen, wenn die koordinierende Stelle nicht am KI ist.", list: "CL_JN", time: "stock", source: "S0"}),
  konzept_stand: code({label: "Stand des Konzepts", definition: "Höchster erreichter Stand am Stichtag.", list: "CL_KONZEPT", time: "stock", source: "S0,S3,S1"}),
  gem_beratungskonzept: code({label: "Gemeinsames Konzept der Beratungsansätze mit der freien Wohlfahrtspflege", definition: "ja, nein oder in Arbeit am Stichtag.", list: "CL_JNA", time: "stock", source: "S0"}),
  erkl_abgrenzung: code({label: "Erklärung: CM-Stellen liegen außerhalb des Personaltableaus von JMD und MBE", definition: "Jedes Halbjahr neu erklären. Bei „nein“ bitte auf Blatt 13 erläutern.", list: "CL_JN", source: "S0"}),
  erkl_doppelfoerderung: code({label: "Erklärung: keine Doppelförderung", definition: "Jedes Halbjahr neu erklären. Bei „nein“ bitte auf Blatt 13 erläutern.", list: "CL_JN", source: "S0,W2"}),
  freigabe_datum: date({label: "Geprüft und freigegeben am", definition: "Erst eintragen, wenn das Blatt Prüfung keine Fehler mehr zeigt.", source: "V"}),
  zielgruppe: mark({label: "Vorrangige Zielgruppe laut Konzept", definition: "x setzen, wenn das Konzept diese Gruppe vorrangig nennt. Aus dem Vorhalbjahr übernommen.", time: "stock", source: "S3,S4,S0"}),
};

/** Figures and answers of 13_Erlaeuterungen. */
export const explanationFields = {
  regel_id: text({label: "Regel", definition: "Regelnummer aus dem Blatt Prüfung wählen, z. B. PLA-001.", source: "V"}),
  fundstelle: text({label: "Fundstelle", definition: "Blatt und Zelle, z. B. 03_Fallzahlen!D8; aus dem Blatt Prüfung kopieren.", maxLength: 60, source: "V"}),
  erlaeuterung: text({label: "Erläuterung", definition: "Ein bis drei Sätze, ohne Personenbezug.", maxLength: 1000, source: "V"}),
};
