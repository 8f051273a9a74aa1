import type {LedgerLine} from "../../schemas/events.ts";
import {timezone} from "../../schemas/settings.ts";

/** Clocks of two machines differ by seconds, and are put right by them. */
const slack = 120_000;
const when = new Intl.DateTimeFormat("de-DE", {timeZone: timezone, dateStyle: "short", timeStyle: "short"});

/** What must be said, in German, where the clock shows a time before the latest line of the ledger was recorded; null where it does not. Times of receipt decide what is late. */
export const clockSetBack = (lines: readonly LedgerLine[], now: Date): string | null => {
  const latest = lines
    .map(({recorded}) => recorded)
    .sort()
    .at(-1);
  if (latest === undefined || Date.parse(latest) <= now.getTime() + slack) return null;
  return `Die Uhr steht auf ${when.format(now)}, im Journal steht aber schon ein Eintrag vom ${when.format(new Date(latest))}: Sie wurde zurückgestellt, oder sie ging vor. Bitte Datum und Uhrzeit prüfen; was jetzt eingeht, bekommt sonst ein falsches Eingangsdatum.`;
};
