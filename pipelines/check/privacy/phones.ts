import {hasCallingCode, isAreaCode, isMobileOrService} from "../../../schemas/codes/telephone-codes.ts";

/** A run of digits with what may stand between the groups of a telephone number. */
const run = /(?<![\p{L}\d,§+]|\d[.:])\(?\+?\s?\(?\d(?:[\s/()._–-]{0,3}\d)*\)?(?![\d,]\d)/gu;
const digitsOf = (text: string) => text.replace(/\D/g, "");
const groupsOf = (text: string) => text.match(/\d+/g) ?? [];

/** Before numbers that begin with 0 and are none: budget codes, keys of places, printed papers, tickets. */
const paper =
  /(?<!\p{L})(?:kapitel|titel\p{L}*|kosten(?:stelle|träger|art)\p{L}*|haushalts\p{L}*|hhst|produkt\p{L}*|sachkonto|sachkonten|konto|buchungsstelle|fonds|mittel|psp\p{L}*|\p{L}*auftrag\p{L}*|maßnahme\p{L}*|projekt\p{L}*|vertrag\p{L}*|förderkennzeichen|fkz|\p{L}*vorlage|drucksache|drs|ds|ags|ars|\p{L}*schlüssel|ticket\p{L}*|raum|zimmer|etage|ebene|version|inventar\p{L}*|rechnung\p{L}*|buchung\p{L}*|bescheid)[.:]?(?:[\s-]?(?:nr|nummer|no)\.?)?[\s:.-]*(?:[\d./-]+(?:,|\sund|\sbis|\s[/-])\s)*$/iu;
/** Words after which nothing but a telephone's number comes, however short. */
const labelled = /(?<!\p{L})(?:tel(?:efon)?|mobil|handy|privat|fon|fax|ruf|rufe? unter|ruft unter|hausruf)(?:[.-]{0,2}\s?(?:nr|nummer)|nummer)?[.:\s]{1,3}$/iu;
/** Words after which even a number without area code is a telephone's. */
const called =
  /(?<!\p{L})(?:tel(?:efon)?(?:nummer|nr|-nr|-nummer)?|mobil(?:nummer|telefon|funk)?|handy(?:nummer|nr|-nr)?|fon|fax(?:nummer)?|rufnummer|rufnr|nummer|ruf|hotline|whatsapp|signal|sms|rückruf|zurückrufen|zurück|anruf|(?:rückfragen?|nachfragen?|erreichbar|erreichen|anrufen|kontakt|meld\p{L}*|rücksprache)(?:\s\p{L}+){0,3}?(?:\sunter)?)\.?(?:\s(?:ist|lautet|an|unter|auf|der|dienstlich|privat|von|\p{L}+in|mutter|vater))*[\s:,–-]*$/iu;
const extension = /(?<!\p{L})(?:durchwahl|dw|apparat|app|nebenstelle)\.?(?:\s(?:ist|lautet|nr\.?))?[\s:-]*$/iu;
const dialled = /^\s?,?\s?(?:anrufen|anzurufen|anwählen|wählen|erreichbar|zu erreichen|durchwählen|zurückrufen)(?!\p{L})/u;
/** What is counted after it is no number of anybody. */
const counted =
  /^\s?(?:Euro|EUR|Uhr|Prozent|Personen|Fälle|Beratungen|Anrufe|Plätze|Stunden|Minuten|Termine|Menschen|Familien|Kinder|VZÄ|Einwohner|Kontakte|Gespräche)(?!\p{L})|^\s?[%€]/iu;

const isDate = (text: string) => /(?<!\d)\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})(?!\d)|^(?:19|20)\d{2}$|(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}/.test(text);
const isThousands = (text: string) => /^\+?[1-9]\d{0,2}(?:[. ]\d{3})+$/.test(text);
/** 0231/2024: a paper of a year. */
const isOfYear = (text: string) => /^0\d{2,5}\s?[/-]\s?(?:19|20)\d{2}(?:[/-]\d{1,2})?$/.test(text);
/** A German key of a municipality, written in one. */
const isPlaceKey = (text: string) => /^0[5]\d{6}$/.test(text);

/** With the calling code of a country, and as long as numbers are. */
const isInternational = (text: string): boolean => {
  if (!/^\(?(?:\+|00[1-9])/.test(text) || isThousands(text)) return false;
  const digits = digitsOf(text.replace(/\(0\)/, "")).replace(/^00/, "");
  return digits.length >= 9 && digits.length <= 15 && hasCallingCode(digits);
};
/** Only a number whose first group is an area code that exists; written in one, it must begin with one and be long enough. */
const isNational = (text: string): boolean => {
  const [first = "", ...others] = groupsOf(text);
  const digits = digitsOf(text);
  if (!/^\(?0\s?[1-9]/.test(text) || digits.length < 7 || digits.length > 13 || isOfYear(text) || isPlaceKey(text)) return false;
  // DIN 5008 of old writes the code in pairs: 0 52 71 / 9 65.
  const code = /^\(?([\d\s]+?)\s?[/)]/.exec(text)?.[1]?.replace(/\s/g, "") ?? first;
  if (isMobileOrService(digits)) return digits.length >= 10 && (others.length === 0 || /^0\d{3,4}$/.test(first) || /^0\d{3,4}$/.test(code));
  if (/^\(0[1-9]\d{1,4}\)/.test(text)) return true;
  if (others.length === 0) return digits.length >= 9 && digits.length <= 12 && [3, 4, 5, 6].some((length) => isAreaCode(digits.slice(0, length)));
  return isAreaCode(first) || isAreaCode(code);
};
/** The number may be followed by another: its groups are taken off from the end. */
const startsNumber = (text: string): boolean => {
  for (let left = text; digitsOf(left).length >= 7; left = left.replace(/\D*\d+\D*$/, "")) if (isInternational(left) || isNational(left)) return true;
  return false;
};

/** Whether a text seems to hold somebody's telephone number: one with a code that exists, or any where the words beside it say so. */
export const hasPhone = (text: string): boolean =>
  [...text.matchAll(run)].some((match) => {
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    const number = match[0].trim();
    const length = digitsOf(number).length;
    if (!paper.test(before) && startsNumber(number)) return true;
    if (counted.test(after)) return false;
    if (extension.test(before) && length >= 2 && length <= 8) return true;
    if (length < 4 || isDate(number) || isThousands(number) || isOfYear(number)) return false;
    return labelled.test(before) || ((called.test(before) || dialled.test(after)) && (length >= 5 || /\d-\d/.test(number)));
  });
