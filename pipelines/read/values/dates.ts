import {cleaned} from "./text.ts";

const months = ["jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"];
/** English and older spellings of the first three letters. */
const otherMonths: Readonly<Record<string, number>> = {mar: 3, mae: 3, may: 5, oct: 10, dec: 12, jän: 1};
const monthOf = (word: string) => {
  const start = word.slice(0, 3).toLocaleLowerCase("de");
  return otherMonths[start] ?? months.indexOf(start) + 1;
};

const two = (number: number) => String(number).padStart(2, "0");
/** The day as ISO date, if the calendar has it. */
const day = (year: number, month: number, date: number): string | null => {
  const at = new Date(Date.UTC(year, month - 1, date));
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? `${year}-${two(month)}-${two(date)}` : null;
};
const fullYear = (year: string) => (year.length === 2 ? 2000 + Number(year) : Number(year));

/** 06/05/2025 has two meanings, 06/30/2025 has one. */
const slashed = (first: number, second: number, year: number) =>
  first > 12 ? day(year, second, first) : second > 12 || first === second ? day(year, first, second) : null;

/** A date as people type it: TT.MM.JJJJ, ISO, with the month as word, with slashes only if it can mean one day. */
export const readDateText = (raw: string): string | null => {
  const text = cleaned(raw).replace(/^'/, "");
  const german = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})$/.exec(text);
  if (german) return day(fullYear(german[3]!), Number(german[2]), Number(german[1]));
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slash = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  if (slash) return slashed(Number(slash[1]), Number(slash[2]), Number(slash[3]));
  const named = /^(\d{1,2})\.? ?(\p{L}{3,9})\.? ?(\d{4})$/u.exec(text) ?? /^(?<month>\p{L}{3,9})\.? (?<date>\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(text);
  if (named === null) return null;
  const {month = named[2]!, date = named[1]!} = named.groups ?? {};
  return monthOf(month) === 0 ? null : day(Number(named[3]), monthOf(month), Number(date));
};

/** The day behind a spreadsheet's day number (1900 or 1904 system); null outside the years 1901 to 2199. */
export const dateOfSerial = (serial: number, date1904: boolean): string | null => {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial + (date1904 ? 1462 : 0) + 1e-9) * 86_400_000);
  const year = date.getUTCFullYear();
  return year >= 1901 && year < 2200 ? date.toISOString().slice(0, 10) : null;
};
