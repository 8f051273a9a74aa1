import {length, limit} from "./terms/expression.ts";
import {error} from "./rule.ts";

/** DS: no personal data, and no long texts in which they could hide. */
export const privacyRules = [
  error("DS-001", {
    title: "Vermutlich Personendaten",
    message: "{ort}: Der Text enthält vermutlich {art}. Erwartet: ein Text ohne Personenbezug. Bitte ohne Namen, Geburtsdatum, Telefon, E-Mail, Anschrift oder Aktenzeichen formulieren.",
    why: "Der Meldebogen zählt Fälle; über einzelne Menschen darf er nichts enthalten.",
    basis: "V",
    formulaPossible: "teilweise",
    inEmptyReturn: true,
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
];
