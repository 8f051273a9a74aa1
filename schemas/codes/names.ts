import more from "./more-names.json" with {type: "json"};
import names from "./names.json" with {type: "json"};

const particles = /^(?:al|el|abu|abd|bou|gebre)-?(?=\p{L}{5})/u;
/** Spellings of one name fall together: case, accents, ae/ä, ı/i. */
export const foldedName = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("ı", "i")
    .replaceAll("ł", "l")
    .replace(/[’']/g, "")
    .replace(/(?<=[aou])e(?=[^aeiou]|$)/g, "");
const setOf = (...texts: readonly string[]): ReadonlySet<string> => new Set(texts.flatMap((text) => text.split(" ")).map(foldedName));

const ambiguous = setOf(names.ambiguous);
/** Surnames that were not looked at one by one are never clear alone. */
const ordinary = setOf(names.ordinary, ...Object.values(more.surnames));
const given = setOf(...Object.values(names.given), ...Object.values(more.given), names.ambiguous);
const surnames = setOf(...Object.values(names.surnames), ...Object.values(more.surnames), names.ordinary);
/** Endings by which families are named in the languages most met here. */
const endings = /\p{L}{3}(?:enko|chuk|[lrn]iuk|yuk|[eo]vi[ćč]|ić|opoulos|opoulou|[td]akis|idis|(?:ow|ew|ań|an|iń|in|ęb)sk[ia]|owicz|czyk|escu|o[gğ]lu|zadeh?|zada|zai|[nktrld]ov|[nktrl]ova|[gk]ieva|ullahi|shvili|[kr]yan)$/iu;
const prefixes = /^(?:(?:Al|El|Abu|Abd|Ben|Bin)[- ]?\p{Lu}\p{Ll}{2,}|Gebre(?!ch)\p{Ll}{3,})$/u;

/** What a word is as a name (first names are also surnames): `clear` where it can hardly be anything else, `ordinary` where it is also a word, a place or a month. */
export type NameLikeness = "clear" | "ordinary" | null;
export const asGivenName = (word: string): NameLikeness => {
  const name = foldedName(word);
  return given.has(name) ? (ambiguous.has(name) ? "ordinary" : "clear") : null;
};
export const asSurname = (word: string): NameLikeness => {
  const name = foldedName(word);
  if (surnames.has(name)) return ordinary.has(name) ? "ordinary" : "clear";
  if (given.has(name)) return "ordinary";
  return endings.test(word) || prefixes.test(word) || surnames.has(name.replace(particles, "")) ? "clear" : null;
};
