import type {Invalid} from "../../../schemas/flow.ts";

/** Beyond this no count or amount of a return can lie, and a double no longer holds every integer. */
const largest = 10n ** 15n;
/** Sums of decimals in a spreadsheet end a little beside the value; what is closer than this is the value. */
const noise = 1e-6;

type Units = {readonly value: bigint} | {readonly why: Invalid};
const tooFine = (scale: number): Units => ({why: scale === 0 ? "fraction" : "decimals"});
const inRange = (value: bigint): Units => (value > largest || value < -largest ? {why: "not-a-number"} : {value});

/** The integer of 10^-scale units behind a spreadsheet's double. */
export const unitsOfNumber = (number: number, scale: number): Units => {
  const rounded = Math.round(number * 10 ** scale);
  if (!Number.isFinite(rounded)) return {why: "not-a-number"};
  return Math.abs(number - rounded / 10 ** scale) < noise ? inRange(BigInt(rounded)) : tooFine(scale);
};

/** The integer of 10^-scale units behind a decimal text such as `-12.50`. */
export const unitsOfText = (decimal: string, scale: number): Units => {
  const [whole = "", decimals = ""] = decimal.replace("-", "").split(".");
  if (whole.length > 18) return {why: "not-a-number"};
  if (/[1-9]/.test(decimals.slice(scale))) return tooFine(scale);
  const size = BigInt(`${whole}${decimals.slice(0, scale).padEnd(scale, "0")}`);
  return inRange(decimal.startsWith("-") ? -size : size);
};
