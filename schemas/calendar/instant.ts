import {timezone} from "../settings.ts";

/** A point in time as somebody wrote it: understood (ISO instant; `note` is German where it could have meant two), or why not (German, completes "… ist kein Zeitpunkt: "). */
export type Instant = {readonly state: "instant"; readonly at: string; readonly note: string | null} | {readonly state: "impossible"; readonly because: string};

const minute = 60_000;
const day = 24 * 60 * minute;
const form = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;
const impossible = (because: string): Instant => ({state: "impossible", because});
const found = (at: number, note: string | null = null): Instant => ({state: "instant", at: new Date(at).toISOString(), note});

/** Whether the calendar has this day (JJJJ-MM-TT); 2026-02-30 is none. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

const wall = new Intl.DateTimeFormat("sv-SE", {timeZone: timezone, dateStyle: "short", timeStyle: "medium"});
/** What clocks in Germany show at an instant, as if they were set to UTC. */
const shownAt = (at: number) => Date.parse(`${wall.format(at).replace(" ", "T")}Z`);

/** All instants, the earliest first, at which clocks in Germany show this: none or two in the nights in which they are changed. */
const instantsShowing = (shown: number): number[] => {
  const offsets = new Set([shown - day, shown + day].map((near) => shownAt(near) - near));
  return [...offsets]
    .map((offset) => shown - offset)
    .filter((at) => shownAt(at) === shown)
    .sort((a, b) => a - b);
};
const inGermany = (text: string, seconds: number, fraction: number): Instant => {
  const [first, second] = instantsShowing(seconds);
  if (first === undefined) return impossible("Diese Stunde gibt es in Deutschland nicht, in dieser Nacht wird die Uhr vorgestellt");
  const note = `${text} gab es in der Nacht der Zeitumstellung zweimal; genommen ist der frühere Zeitpunkt (Sommerzeit).`;
  return found(first + fraction, second === undefined ? null : note);
};
const offsetOf = (zone: string) => {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return hours === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minute;
};

/** A day (its noon, so that no time zone moves it) or a time of day; without zone it is the time in Germany, on whatever machine. */
export const instantOf = (text: string): Instant => {
  const [, date, hours, minutes, seconds = "00", fraction = "", zone] = form.exec(text.trim()) ?? [];
  if (date === undefined) return impossible("Erwartet: ein Tag wie 2026-01-30 oder ein Zeitpunkt wie 2026-01-30T09:14:00+01:00");
  if (!isDay(date)) return impossible("Diesen Tag gibt es im Kalender nicht");
  if (hours === undefined || minutes === undefined) return found(Date.parse(`${date}T12:00:00Z`));
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return impossible("Diese Uhrzeit gibt es nicht");
  const shown = Date.parse(`${date}T${hours}:${minutes}:${seconds}Z`);
  const thousandths = Number(fraction.padEnd(3, "0").slice(0, 3));
  if (zone === undefined) return inGermany(text.trim(), shown, thousandths);
  if (Math.abs(offsetOf(zone)) > 14 * 60 * minute) return impossible("Diese Zeitzone gibt es nicht");
  return found(shown - offsetOf(zone) + thousandths);
};
