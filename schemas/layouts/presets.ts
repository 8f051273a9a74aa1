import {decimalText} from "../units.ts";

/** Cells of the sheet `_Vorgaben` in this order from row 2: name, what it means. Values are written for each body; new names come last. */
export const presets: readonly (readonly [name: string, meaning: string])[] = [
  ["V_STICHTAG", "Stichtag"],
  ["V_EIGEN_AGS", "eigener Schlüssel für zentrale Orte"],
  ["V_BLATT11", "1: Blatt 11 ist auszufüllen"],
  ["V_ERSTE", "1: erste Meldung, kein Vorhalbjahr bekannt"],
  ["V_KO_MAX", "bewilligte Koordination (VZÄ)"],
  ["V_VA_MAX", "höchste Verwaltungsassistenz (VZÄ)"],
  ["V_CM_MAX", "bewilligtes Case Management (VZÄ)"],
  ["V_B3_MAX", "bewilligter Baustein 3 (VZÄ)"],
  ["V_EUR_CM", "Förderbetrag je CM-Stelle im Jahr (€)"],
  ["V_EUR_B3", "Förderbetrag je Stelle in Baustein 3 im Jahr (€)"],
  ["V_PB_MAX", "geförderte Prozessbegleitung im Jahr (Tagewerke)"],
  ["V_KA_GRENZE", "höchster Anteil ohne Angabe"],
  ["V_SO_GRENZE", "höchster Anteil sonstige"],
  ["V_KOOP_ENDE", "Vereinbarungen am Ende des Vorhalbjahres"],
  ["V_LG_VOR", "Sitzungen der Lenkungsgruppe im Vorhalbjahr"],
  ["V_PB_VOR", "Prozessbegleitung im 1. Halbjahr (Tagewerke)"],
  ["V_NEU_VOR", "Neuaufnahmen im Vorhalbjahr"],
  ["V_BER_VOR", "Beratungen im Vorhalbjahr"],
  ["V_VZM_CM_VOR", "besetzte VZÄ-Monate im Case Management im Vorhalbjahr"],
  ["V_VZM_B3_VOR", "besetzte VZÄ-Monate in Baustein 3 im Vorhalbjahr"],
  ["V_B1_EUR", "bewilligt im Kalenderjahr, Baustein 1 (€)"],
  ["V_B2_EUR", "bewilligt im Kalenderjahr, Baustein 2 (€)"],
  ["V_B3_EUR", "bewilligt im Kalenderjahr, Baustein 3 (€)"],
];
/** Lists of the previous half-year beside the presets: key column, value column, capacity. */
export const previousLists = {
  ORT: {key: "E", value: "F", capacity: 40},
  EBH: {key: "H", value: "I", capacity: 15},
  LUECKE: {key: "K", value: "L", capacity: 60},
} as const;
export type PreviousList = keyof typeof previousLists;
/** Row of a preset in `_Vorgaben`. @throws Error `unknown preset: NAME` */
export const presetRow = (name: string): number => {
  const index = presets.findIndex(([each]) => each === name);
  if (index < 0) throw new Error(`unknown preset: ${name}`);
  return index + 2;
};

/** Whose presets they are; a form whose cover was changed has no longer the presets that were signed for it. */
export type PresetOwner = {readonly body: string; readonly halfYear: string; readonly formVersion: string};
/** What a cell of the sheet holds. */
export type PresetValue = string | number | null;

/** Presets have at most two decimals; a program that saves 0.5 as 0.50000000000000011 means the same. */
const worded = (value: string | number): string => {
  if (typeof value === "string") return value.trim();
  const hundredths = Math.round(value * 100);
  return Math.abs(hundredths - value * 100) < 1e-6 ? decimalText(BigInt(hundredths), 2) : String(value);
};
const line = (...words: readonly string[]) => words.join("\t");
const listed = ({key, value, capacity}: (typeof previousLists)[PreviousList], name: string, at: (address: string) => PresetValue): string[] =>
  Array.from({length: capacity}, (_, i) => [at(`${key}${i + 2}`), at(`${value}${i + 2}`)] as const).flatMap(([own, worth]) => (own === null || worth === null ? [] : [line(name, worded(own), worded(worth))]));

/** The sheet in one canonical text, a line for each value: what is signed when a form goes out, and all that is taken from a form that comes back. */
export const presetsText = ({body, halfYear, formVersion}: PresetOwner, at: (address: string) => PresetValue): string =>
  [
    line("KIM-Vorgaben", formVersion, body, halfYear),
    ...presets.flatMap(([name]) => {
      const value = at(`B${presetRow(name)}`);
      return value === null ? [] : [line(name, worded(value))];
    }),
    ...Object.entries(previousLists).flatMap(([name, list]) => listed(list, name, at)),
  ].join("\n");

/** Values of such a text: decimal texts by name, and the lists by key. */
export type PresetValues = {readonly named: Readonly<Record<string, string>>; readonly lists: Readonly<Record<PreviousList, Readonly<Record<string, string>>>>};
export const presetValuesOf = (text: string): PresetValues => {
  const lines = text.split("\n").map((each) => each.split("\t"));
  const list = (name: PreviousList) => Object.fromEntries(lines.flatMap(([first, key, value]) => (first === name && key && value ? [[key, value]] : [])));
  return {
    named: Object.fromEntries(lines.flatMap(([name, value]) => (name!.startsWith("V_") && value !== undefined ? [[name!, value]] : []))),
    lists: {ORT: list("ORT"), EBH: list("EBH"), LUECKE: list("LUECKE")},
  };
};

/** Rows of `_meta` that carry the signature, after those of the identity: SHA-256 of the text (hex), Ed25519 over these hex digits, name of the key. */
export const sealRows = ["vorgaben_hash", "vorgaben_signatur", "vorgaben_schluessel"] as const;
/** What `_meta` says of the presets, and the text that the sheet gives now. */
export type PresetSeal = {readonly hash: string; readonly signature: string; readonly key: string};
export type SealedPresets = {readonly text: string; readonly seal: PresetSeal | null};
/** A public key by its name (16 hex digits of its SHA-256); `spki` is base64 of the DER form, as browsers import it. */
export type PublicKey = {readonly name: string; readonly spki: string};
/** Signs a canonical text with the key of the data folder. */
export type Sealer = (text: string) => PresetSeal;
