import {SSF} from "@e965/xlsx";
import type {SheetCell} from "../../schemas/flow.ts";
import {dateOfSerial} from "./values/dates.ts";

const dateFormats = new Map<string, boolean>();
const isDateFormat = (format: string) => {
  const known = dateFormats.get(format) ?? SSF.is_date(format);
  dateFormats.set(format, known);
  return known;
};

/** What a number cell holds: a day if it is formatted as one, else the number. */
export const typedNumber = (value: number, format: unknown, date1904: boolean): SheetCell["typed"] => {
  const date = typeof format === "string" && format !== "General" && isDateFormat(format) ? dateOfSerial(value, date1904) : null;
  return date === null ? {number: value} : {date};
};

/** A format that is no format shows the plain number. */
const formatted = (format: string, value: number, date1904: boolean): string => {
  try {
    return SSF.format(format, value, {date1904});
  } catch {
    return String(value);
  }
};
const asTyped = new Set(["General", "0", "@"]);
/** What a number cell shows in its format. */
export const shownNumber = (value: number, format: string, date1904: boolean): string =>
  Number.isInteger(value) && Math.abs(value) < 1e10 && asTyped.has(format) ? String(value) : formatted(format, value, date1904);
/** The formats every spreadsheet program knows by number; those that differ by country are not among them. */
export const builtInFormat = (id: number): string | undefined => (SSF.get_table() as Record<number, string>)[id];
