import {gaps, pendingSign} from "../../schemas/gaps.ts";
import {printDecimal, printRatio} from "../../schemas/units.ts";
import type {Shown} from "../data/shown.ts";
import {reachOf} from "../data/size.ts";

const unitSign = (unit: string) => (unit === "%" ? " %" : unit === "€" ? " €" : "");
const quotient = ({figure, value, den}: Shown, places: number) =>
  figure.measure.kind === "rate" ? printRatio(value!, den!, places, figure.measure.factor) : printRatio(value!, den!, places);
const placesOf = ({figure}: Shown) => (figure.measure.kind === "rate" ? figure.measure.places : figure.scale);
/** A quotient of rounded numbers has no more decimals than it knows: the last digit is off by one at most, or there is none after the comma. */
const honestPlaces = (shown: Shown): number => {
  const [most, reach] = [placesOf(shown), reachOf(shown)];
  return Array.from({length: most + 1}, (_, i) => most - i).find((places) => reach <= 10 ** -places) ?? 0;
};

/** A known figure with all its digits, percent and euro with their sign; other units stand in heads and subtitles. Zero is 0. */
export const exact = (shown: Shown): string => {
  const {figure, value, den} = shown;
  const digits = value === 0n ? "0" : den === null ? printDecimal(value!, figure.scale) : quotient(shown, honestPlaces(shown));
  return `${digits}${unitSign(figure.unit)}`;
};

const million = 100_000_000n;
/** For sentences and charts: posts and months with one decimal, euro in millions or thousands. */
export const brief = (shown: Shown): string => {
  const {figure, value, den} = shown;
  if (den !== null || figure.scale === 0 || value === 0n) return exact(shown);
  if (figure.unit !== "€") return printDecimal(value!, 2, 1);
  return value! >= million ? `${printDecimal(value! / 100_000n, 3, 1)} Mio. €` : `${printDecimal(value! / 1000n, 2, 0)} Tsd. €`;
};

/** For charts, where thousands and millions of euro must not be mixed. */
export const drawn = (shown: Shown): string =>
  shown.figure.unit === "€" && shown.den === null && shown.value !== 0n ? `${printDecimal(shown.value! / 1000n, 2, 0)} Tsd. €` : brief(shown);

/** The sign of a gap in tables and charts. */
export const signOf = ({status, pending}: Pick<Shown, "status" | "pending">): string => (status === "known" ? "" : pending ? pendingSign : gaps[status].sign);
/** The word of a gap: below the threshold there is no total, although bodies did report. */
export const wordOf = ({status, level, bodies}: Pick<Shown, "status" | "level" | "bodies">): string => {
  if (status === "known") return "";
  if (status === "not_reported" && level === "state" && bodies > 0) return "keine Landessumme";
  if (status === "not_reported" && level === "district" && bodies > 0) return "keine Summe";
  return gaps[status].word;
};
/** Sign and word together, where a chart has room: . geheim */
export const gapText = (shown: Shown): string => `${signOf(shown)} ${wordOf(shown)}`;
/** As sentences say it: the number, or the word of the gap. */
export const said = (shown: Shown): string => (shown.status === "known" ? brief(shown) : wordOf(shown));

/** What rounds to nothing has no direction. */
const withSign = (value: bigint, print: (size: bigint) => string) => {
  const text = print(value < 0n ? -value : value);
  return `${/[1-9]/.test(text) ? (value > 0n ? "+" : "−") : "±"}${text}`;
};
/** +587, −5, ±0 */
export const signedCount = (value: bigint, scale = 0, places = scale) => withSign(value, (size) => printDecimal(size, scale, places));

/** Relative change in percent: +7,1 %. Undefined from zero. */
export const changeText = (from: bigint, to: bigint, places = 1): string | undefined =>
  from <= 0n ? undefined : `${withSign(to - from, (size) => printRatio(size, from, places, 100n))} %`;
/** Difference of two shares in percentage points: +2,1 Punkte. */
export const pointsText = (from: Shown, to: Shown): string =>
  `${withSign(to.value! * from.den! - from.value! * to.den!, (size) => printRatio(size, from.den! * to.den!, 1, 100n))} Punkte`;
/** Difference of two quotients of one kind: +0,4. */
export const differenceText = (from: Shown, to: Shown): string =>
  withSign(to.value! * from.den! - from.value! * to.den!, (size) =>
    printRatio(size, from.den! * to.den!, 1, to.figure.measure.kind === "rate" ? to.figure.measure.factor : 1n),
  );
