import {length, limit} from "./terms/expression.ts";
import {error, note, warning} from "./rule.ts";

/** DS: no personal data, no long texts in which they could hide, and what a release keeps back. */
export const privacyRules = [
  error("DS-001", {
    title: "Vermutlich Personendaten",
    message: "{ort}: Der Text enthält vermutlich {art}. Erwartet: ein Text ohne Personenbezug. Bitte ohne Namen, Geburtsdatum, Telefon, E-Mail, Anschrift oder Aktenzeichen formulieren.",
    why: "Der Meldebogen zählt Fälle; über einzelne Menschen darf er nichts enthalten.",
    basis: "V",
    formulaPossible: "teilweise",
    inEmptyReturn: true,
    inForeignFile: true,
    test: "personal-data",
  }),
  error("DS-002", {
    title: "Text zu lang",
    message: "{zelle}: „{feld}“ hat {gefunden} Zeichen, erlaubt sind {erwartet}. Bitte kürzen.",
    why: "Kurze Texte lassen sich lesen und enthalten seltener, was nicht hineingehört.",
    basis: "V",
    formulaPossible: "ja",
    inEmptyReturn: true,
    checks: [{each: {cellsOf: {kinds: ["text"]}}, left: length, relation: "atMost", right: limit("maxLength")}],
  }),
  note("DS-003", {
    title: "Kleine Zahl wird nicht gezeigt",
    message: "{zelle}, {feld}: {wert} ist kleiner als {k} und wird in Veröffentlichungen nicht gezeigt. Nichts zu tun.",
    why: "Hinter einer kleinen Zahl kann jemand zu erkennen sein.",
    basis: "V",
    formulaPossible: "nein",
    needs: ["release"],
    test: "withheld-small",
  }),
  note("DS-004", {
    title: "Weitere Zahl wird zum Schutz nicht gezeigt",
    message: "{zelle}, {tabelle}: Zum Schutz einer kleinen Zahl wird auch {feld} nicht gezeigt. Nichts zu tun.",
    why: "Sonst ließe sich die kleine Zahl aus Summe und übrigen Zahlen ausrechnen.",
    basis: "V",
    formulaPossible: "nein",
    needs: ["release"],
    test: "withheld-partner",
  }),
  warning("DS-005", {
    title: "Postfach sieht nach einer Person aus",
    message: "{zelle}: Das Postfach der Ansprechstelle sieht nach der Adresse einer Person aus. Erwartet: {erwartet}. Bitte ein gemeinsames Postfach der Stelle eintragen; ist es bereits eines, genügt ein Satz auf Blatt 13.",
    why: "Ein Postfach der Stelle bleibt erreichbar, wenn jemand wechselt, und nennt niemanden beim Namen.",
    basis: "V",
    formulaPossible: "nein",
    inEmptyReturn: true,
    test: "personal-mailbox",
  }),
];
