import type {HalfYear} from "./half-year.ts";

/** Exact decimal text of an integer of 10^-scale units: 12345n, 2 → "123.45". */
export const decimalText = (value: bigint, scale: number): string => {
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, "0");
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return value < 0n ? `-${text}` : text;
};

/** The integer of 10^-scale units behind a decimal text. @throws Error `invalid decimal: TEXT` */
export const fromDecimalText = (text: string, scale: number): bigint => {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const decimals = match?.[3] ?? "";
  if (match === null || /[1-9]/.test(decimals.slice(scale))) throw new Error(`invalid decimal: ${text}`);
  return BigInt(`${match[1]}${match[2]}${decimals.slice(0, scale).padEnd(scale, "0")}`);
};

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ".");
/** German print with true minus and thousands dots, at most `places` decimals, rounded half away from zero. */
export const printDecimal = (value: bigint, scale: number, places: number = scale): string => {
  const rounded = places < scale ? roundHalfAway(value, 10n ** BigInt(scale - places)) : value * 10n ** BigInt(places - scale);
  const [whole, decimals] = decimalText(rounded < 0n ? -rounded : rounded, places).split(".");
  return `${rounded < 0n ? "−" : ""}${grouped(whole!)}${decimals === undefined ? "" : `,${decimals}`}`;
};
const roundHalfAway = (value: bigint, unit: bigint) => {
  const size = value < 0n ? -value : value;
  const rounded = (size + unit / 2n) / unit;
  return value < 0n ? -rounded : rounded;
};

/** num/den printed with `places` decimals, scaled by `factor` (100 for percent); exact until the last digit. */
export const printRatio = (num: bigint, den: bigint, places: number, factor = 1n): string => {
  if (den <= 0n) throw new Error(`invalid denominator: ${den}`);
  const unit = 10n ** BigInt(places + 2);
  return printDecimal((num * factor * unit) / den, places + 2, places);
};

export const printHalfYear = (halfYear: HalfYear) => `${halfYear.slice(-1)}. Halbjahr ${halfYear.slice(0, 4)}`;
export const printHalfYearShort = (halfYear: HalfYear) => `${halfYear.slice(-1)}. Hj. ${halfYear.slice(0, 4)}`;
/** 2025-07-31 → 31.07.2025 */
export const printDate = (iso: string) => `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;
