import {existsSync} from "node:fs";
import {type Call, UsageFault} from "../../pipelines/effects/command-line.ts";
import {oneLine} from "../../pipelines/effects/printable.ts";
import {findBody} from "../../schemas/codes/bodies.ts";
import {type HalfYear, halfYearOf} from "../../schemas/half-year.ts";
import {instantOf, isDay} from "../../schemas/calendar/instant.ts";

const optional = ({options}: Call, name: string): string | null => (typeof options[name] === "string" ? options[name] : null);
const switchOf = (name: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** What a caller typed, understood or refused in one German sentence. Each may throw UsageFault. */
export const asked = {
  optional,
  needed: (call: Call, name: string): string => {
    const value = optional(call, name);
    if (value === null) throw new UsageFault(`Es fehlt der Schalter ${switchOf(name)}.`);
    return value;
  },
  flag: ({options}: Call, name: string): boolean => options[name] === true,
  day: (text: string | null): string | null => {
    if (text !== null && !(text.startsWith("20") && isDay(text)))
      throw new UsageFault(`„${oneLine(text)}“ ist kein Tag des Kalenders. Erwartet: JJJJ-MM-TT, z. B. 2025-02-01.`);
    return text;
  },
  instant: (text: string | null): string | null => {
    const instant = text === null ? null : instantOf(text);
    if (instant?.state === "impossible")
      throw new UsageFault(`„${oneLine(text ?? "")}“ ist kein Eingang: ${instant.because}. Ein Zeitpunkt ohne Zeitzone gilt in deutscher Zeit.`);
    return text;
  },
  halfYear: (text: string): HalfYear => {
    if (!/^20\d\d-H[12]$/.test(text)) throw new UsageFault(`„${oneLine(text)}“ ist kein Halbjahr. Erwartet: JJJJ-H1 oder JJJJ-H2, z. B. 2025-H2.`);
    return halfYearOf(text);
  },
  body: (text: string): string => {
    if (findBody(text) === undefined) throw new UsageFault(`„${oneLine(text)}“ ist keine der 54 meldenden Stellen. Erwartet: ein Schlüssel wie 05334.`);
    return text;
  },
  among: (known: readonly string[], name: string, noun: string): string => {
    if (!known.includes(name)) throw new UsageFault(`${noun} „${oneLine(name)}“ gibt es nicht. Es gibt: ${known.join(", ")}.`);
    return name;
  },
  existing: (paths: readonly string[]): void => {
    const absent = paths.find((path) => !existsSync(path));
    if (absent !== undefined) throw new UsageFault(`„${oneLine(absent)}“ gibt es nicht. Bitte den Pfad prüfen.`);
  },
};
