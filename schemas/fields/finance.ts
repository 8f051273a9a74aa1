import {euro} from "./field.ts";

/** Figures and answers of 12_Finanzen. */
export const financeFields = {
  eur_bewilligt: euro({label: "Bewilligt oder zugewiesen im Kalenderjahr", definition: "Aus dem Bescheid vorausgefüllt.", time: "stock", source: "S0,S2"}),
  eur_abgerufen: euro({label: "Abgerufen im Halbjahr", definition: "Nur Baustein 1. Bausteine 2 und 3 sind Pauschalen ohne Abruf.", time: "flow", source: "V"}),
  eur_verausgabt: euro({label: "Verausgabt im Halbjahr", definition: "Euro, Cent möglich. Ohne Punkte und Eurozeichen eingeben.", time: "flow", source: "V"}),
  eur_verausgabt_h1: euro({label: "Verausgabt im 1. Halbjahr", definition: "Nur im 2. Halbjahr: aus der Meldung des 1. Halbjahres übernommen; wird verglichen, nie gezählt.", time: "flow", source: "V"}),
  eur_weiter_ka: euro({label: "Weitergeleitet an Kommunen", definition: "Nur wenn eine Stelle bei einer kreisangehörigen Kommune (K2) liegt.", time: "flow", source: "S0,S2,W2"}),
  eur_weiter_fw: euro({label: "Weitergeleitet an freie Träger", definition: "Nur wenn eine Stelle bei einem freien Träger (F1–F7) liegt.", time: "flow", source: "S0,S2,W2"}),
  eur_eigenanteil: euro({label: "Eigenanteil", definition: "Freiwillig: eigene Personal- und Sachkosten über die Förderung hinaus.", time: "flow", source: "S2,S3,W24"}),
  eur_personal: euro({label: "Personalausgaben", definition: "Nur im 2. Halbjahr, Summe gleich Ausgaben des ganzen Jahres.", time: "flow", source: "S0,S1,W1"}),
  eur_sach: euro({label: "Sachausgaben einschließlich Arbeitsplatzpauschale", definition: "Nur im 2. Halbjahr, Summe gleich Ausgaben des ganzen Jahres.", time: "flow", source: "S0,S1,W1"}),
  eur_prozess: euro({label: "externe Prozessbegleitung", definition: "Nur im 2. Halbjahr, Summe gleich Ausgaben des ganzen Jahres.", time: "flow", source: "S0,S1,W1"}),
  eur_massnahmen: euro({label: "Maßnahmen und Produkte", definition: "Nur im 2. Halbjahr, Summe gleich Ausgaben des ganzen Jahres.", time: "flow", source: "S0,S1,W1"}),
  eur_kostenarten: euro({label: "Kostenarten zusammen", definition: "Summenzeile der Kostenarten: wird verglichen, nie gezählt.", time: "flow", source: "V"}),
  eur_dolmetsch: euro({label: "Dolmetschen und Übersetzen", definition: "Nur im 2. Halbjahr, Summe gleich Ausgaben des ganzen Jahres.", time: "flow", source: "S0,S1,W1"}),
};
