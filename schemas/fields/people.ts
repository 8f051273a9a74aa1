import {count} from "./field.ts";

/** Figures and answers of 04_Merkmale, 04b_Herkunft, 04c_Herkunft_Ort. */
export const peopleFields = {
  n_bestand: count({label: "CM-Fälle am Ende nach Merkmal der Hauptperson", definition: "Jede Hauptperson genau einmal. Summe gleich CM-Fälle am Ende.", unit: "Fälle (Hauptperson)", time: "stock", source: "S1,W2,V"}),
  n_neu: count({label: "CM-Neuaufnahmen nach Merkmal der Hauptperson", definition: "Summe gleich CM-Neuaufnahmen.", unit: "Fälle (Hauptperson)", time: "flow", source: "S1"}),
  n_beratung: count({label: "Erst- und Verweisberatungen nach Staatsangehörigkeit", definition: "Freiwillig: Herkunft der Ratsuchenden außerhalb des CM.", unit: "Beratungen", time: "flow", source: "S1"}),
  n_bestand_ort: count({label: "CM-Fälle am Ende nach Herkunftsgruppe und Einsatzort", definition: "Zeilensumme gleich CM-Fälle am Ende des Ortes. Leere Zelle gilt als 0.", unit: "Fälle (Hauptperson)", time: "stock", source: "S1"}),
};
