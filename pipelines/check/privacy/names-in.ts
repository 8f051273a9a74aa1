import {asGivenName, asSurname, foldedName} from "../../../schemas/codes/names.ts";
import {countedRoles, degrees, impersonal, isInstitution, isNoun, isOpener, isTown, opens, particles, personal, roles, titles} from "./words.ts";

/** A word with what stands between it and the word before. */
type Word = {readonly text: string; readonly gap: string; readonly key: string};
const pattern = /\p{L}(?:[\p{L}\p{M}]|['’-](?=\p{L}))*/gu;
const wordsOf = (text: string): Word[] => {
  let end = 0;
  return [...text.matchAll(pattern)].map((match) => {
    const gap = text.slice(end, match.index);
    end = match.index + match[0].length;
    return {text: match[0], gap, key: foldedName(match[0])};
  });
};

const isCapital = ({text}: Word) => /^\p{Lu}/u.test(text);
const parts = ({text}: Word) => text.split("-");
const isGiven = (word: Word | undefined, how: "clear" | "any" = "any") =>
  word !== undefined && parts(word).every((part) => (how === "any" ? asGivenName(part) !== null : asGivenName(part) === "clear"));
const isSurname = (word: Word | undefined, how: "clear" | "any" = "any") =>
  word !== undefined &&
  !isInstitution(word.text) &&
  !isTown(word.text) &&
  [word.text, ...parts(word)].some((part) => (how === "any" ? asSurname(part) !== null : asSurname(part) === "clear"));
/** A surname that is no first name, in its whole length: "Roman Herzog" stays out, "Koch-" of "Koch- und Nähkurse" too. */
const asSurnameOnly = (word: Word) => asGivenName(word.text) === null && asSurname(word.text) !== null;
/** Looks like a name that no list knows: capitalised, short, no noun of the field. */
const isStranger = (word: Word | undefined) =>
  word !== undefined &&
  /^\p{Lu}/u.test(word.text) &&
  parts(word).every((part) => /^[\p{L}'’]{2,14}$/u.test(part)) &&
  word.text.length > 2 &&
  !isNoun(word.text);

const firms = /^(?:firma|fa|praxis|bäckerei|baeckerei|autohaus|drogerie|friseur|restaurant|stiftung|projekt|programm|verein|hotel)$/i;

/** A text word by word; `after` is what follows a word, up to the end of the next. */
type Line = {readonly at: (i: number) => Word | undefined; readonly after: (i: number) => string};
const joined = (word: Word | undefined) => word !== undefined && /^[ \u00a0\t]+$/.test(word.gap);
/** Also over the dot of an abbreviation. */
const beside = (word: Word | undefined) => word !== undefined && /^\.?[ \u00a0\t]*$/.test(word.gap);
const isInitial = ({at, after}: Line, i: number) => /^\p{Lu}(?:-\p{Lu})?$/u.test(at(i)?.text ?? "") && beside(at(i)) && after(i).startsWith(".");

/** Herr, Frau, Familie …: skips degrees and initials to the word that should be a name. */
const afterTitle = (line: Line, i: number): boolean => {
  const {at} = line;
  if (!titles.has(at(i)!.key) || !isCapital(at(i)!) || /^(?:HR|FR)$/.test(at(i)!.text)) return false;
  let next = i + 1;
  let initials = 0;
  while (beside(at(next)) && (degrees.has(at(next)!.key) || isInitial(line, next))) if (isInitial(line, next++)) initials++;
  const word = at(next);
  const loosely = impersonal.has(at(i - 1)?.key ?? "") && joined(at(i));
  if (initials > 0 || (/^\p{Lu}$/u.test(word?.text ?? "") && joined(word) && !loosely)) return true;
  if (!beside(word)) return false;
  if (isSurname(word) || isGiven(word)) return !(at(i)!.key === "familie" && isTown(word!.text));
  if (word !== undefined && particles.has(word.key)) return isStranger(at(next + 1)) && joined(at(next + 1));
  if (isNoun(word!.text)) return isCapital(word!) && isSurname(at(next + 1)) && joined(at(next + 1));
  if (/^\p{Lu}\p{Ll}$/u.test(word!.text)) return !loosely && !isOpener(word!.text) && at(i)!.key !== "familie";
  return isStranger(word) && !(loosely && /[aeiou]n$|er$/.test(word!.text));
};
const afterDegree = ({at}: Line, i: number): boolean => {
  let next = i + 1;
  while (beside(at(next)) && (degrees.has(at(next)!.key) || /^\p{Lu}$/u.test(at(next)!.text))) next++;
  return /^(?:dr|prof)$/.test(at(i)!.key) && at(next) !== undefined && beside(at(next)) && isStranger(at(next)) && !isInstitution(at(next + 1)?.text ?? "");
};
/** A name is followed by a colon, a bracket, the end, or by what one person does. */
const endsThere = ({at, after}: Line, i: number) => /^\s*(?:[:(–]|$)/.test(after(i)) || (joined(at(i + 1)) && personal.has(at(i + 1)!.key));
/** Surname, first name, and nothing after them: an entry of a register, whatever the names. */
const isPairOf = ({at, after}: Line, i: number) => /^,\s?$/.test(at(i + 1)?.gap ?? "") && isStranger(at(i + 1)) && /^\s*(?:$|[,(;\d*]|geb)/.test(after(i + 1));
/** Fall, Klientin, Mutter, Name …: a known name, or the initials by which someone is hidden and is not. */
const afterRole = (line: Line, i: number): boolean => {
  const {at} = line;
  if (!roles.has(at(i)!.key) && !countedRoles.has(at(i)!.key)) return false;
  const next = at(i + 1);
  if (next === undefined || !/^(?:[ \u00a0\t]+|\.\s?|\s*[:(„"]\s*|,\s)$/.test(next.gap)) return false;
  if (isInitial({...line, at: (n) => (n === i + 1 ? {...next, gap: " "} : at(n))}, i + 1)) return countedRoles.has(at(i)!.key) || isInitial(line, i + 2);
  if (isInstitution(at(i + 2)?.text ?? "")) return false;
  // Im Fall Köln, auf Teilnehmer warten: no one in particular.
  const particular = !/^(?:im|in|auf|zum|kein|keine)$/.test(at(i - 1)?.key ?? "");
  if (particular && isStranger(next) && !isOpener(next.text) && endsThere(line, i + 1)) return true;
  if (particular && isStranger(next) && isStranger(at(i + 2)) && joined(at(i + 2)) && !opens(next.text)) return true;
  const labelled = /^(?:name|vorname|nachname|familienname|heisst|namens|genannt|gez|mfg|grusse|gruss)$/.test(at(i)!.key);
  if (labelled && isStranger(next) && (isStranger(at(i + 2)) || isGiven(at(i + 2))) && joined(at(i + 2))) return true;
  if (particular && isStranger(next) && isPairOf(line, i + 1)) return true;
  return isCapital(next) && !isNoun(next.text) && (isSurname(next) || isGiven(next, "clear"));
};
/** A first name that no list knows before a surname that one does. */
const strangersName = (line: Line, i: number): boolean => {
  const {at} = line;
  const [first, name] = [at(i), at(i + 1)];
  if (!isStranger(first) || opens(first!.text) || !joined(name) || !isCapital(name!) || isNoun(name!.text) || isNamedAfter(line, i)) return false;
  return asSurnameOnly(name!) && !isInstitution(at(i + 2)?.text ?? "") && !firms.test(first!.text);
};

/** First name and surname, in this order or as in a register, with particles and initials. */
const fullName = (line: Line, i: number): boolean => {
  const {at} = line;
  if (!isGiven(at(i)) || isInstitution(at(i)!.text)) return false;
  const clear = isGiven(at(i), "clear");
  const low = !isCapital(at(i)!);
  if (low) return clear && joined(at(i + 1)) && isSurname(at(i + 1), "clear");
  if (clear && isInitial(line, i + 1) && joined(at(i + 1))) return true;
  let next = i + 1;
  while (joined(at(next)) && particles.has(at(next)!.key)) next++;
  const name = at(next);
  if (!joined(name) || !isCapital(name!) || isInstitution(name!.text) || isInstitution(at(next + 1)?.text ?? "")) return false;
  if (isNamedAfter(line, i)) return false;
  if (isSurname(name)) return clear || isSurname(name, "clear");
  if (isGiven(name)) return clear && isGiven(name, "clear");
  return clear && isStranger(name);
};
const registerName = ({at, after}: Line, i: number): boolean => {
  const [name, first] = [at(i)!, at(i + 1)];
  if (first === undefined || !/^,\s*$/.test(first.gap) || !isGiven(first, "clear") || !isCapital(name) || !isCapital(first)) return false;
  if (isSurname(name)) return true;
  return (i === 0 || /:\s*$/.test(name.gap)) && isStranger(name) && /^\s*(?:$|[,(;/\d*]|geb)/.test(after(i + 1));
};
/** St. Elisabeth, Haus Maria, Kita Paul: somebody else is meant. */
const isNamedAfter = ({at}: Line, i: number) => {
  const before = at(i - 1);
  return before !== undefined && beside(at(i)) && (/^(?:st|sankt|hl|heilige|heiliger)$/.test(before.key) || (isInstitution(before.text) && isCapital(before)));
};

const alone = (line: Line, i: number): boolean => {
  const {at} = line;
  if (!isCapital(at(i)!) || isNamedAfter(line, i) || isInstitution(at(i)!.text)) return false;
  const next = at(i + 1);
  if (isSurname(at(i), "clear")) return !firms.test(at(i - 1)?.text ?? "") && !(joined(next) && isInstitution(next!.text)) && !isNoun(at(i)!.text);
  return isGiven(at(i), "clear") && joined(next) && personal.has(next!.key) && !isNoun(at(i - 1)?.text ?? "") && !firms.test(at(i - 1)?.text ?? "");
};
/** A word like a name, followed by what one person does. */
const isBusy = ({at}: Line, i: number) => isStranger(at(i)) && joined(at(i + 1)) && personal.has(at(i + 1)!.key);
/** M. Schneider, but not "z. B. Schneider". */
const initialed = (line: Line, i: number): boolean => {
  const {at} = line;
  const abbreviation = /^[\p{Ll}]$/u.test(at(i - 1)?.text ?? "");
  return (
    isInitial({...line, at: (n) => (n === i ? {...at(n)!, gap: ""} : at(n))}, i) &&
    !abbreviation &&
    beside(at(i + 1)) &&
    isCapital(at(i + 1)!) &&
    (isSurname(at(i + 1)) || isBusy(line, i + 1))
  );
};

/** "Hausbesuch bei Yaroslava Elmi", "laut Ion Kidane": only people are visited and quoted so. */
const afterAt = ({at}: Line, i: number): boolean =>
  /^(?:bei|laut)$/.test(at(i)!.key) &&
  [1, 2].every((n) => joined(at(i + n)) && isStranger(at(i + n)) && !opens(at(i + n)!.text)) &&
  !isInstitution(at(i + 3)?.text ?? "");

const ways = [afterTitle, afterDegree, afterRole, fullName, strangersName, registerName, initialed, afterAt, alone] as const;

/** Whether a text seems to name a person. Careful with places, offices, employers and what is named after people. */
export const namesSomebody = (text: string): boolean => {
  const words = wordsOf(text);
  const last = words.at(-1);
  const rest = last === undefined ? "" : text.slice(text.lastIndexOf(last.text) + last.text.length);
  const line: Line = {at: (i) => words[i], after: (i) => (i + 1 < words.length ? words[i + 1]!.gap + words[i + 1]!.text : rest)};
  return words.some((_, i) => ways.some((way) => way(line, i)));
};
