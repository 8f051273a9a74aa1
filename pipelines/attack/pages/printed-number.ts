/** A number as it is printed: integer of 10^-places units, and what the last digit shown is worth in these units. */
export type Printed = {readonly units: bigint; readonly places: number; readonly step: bigint};

const factors: Readonly<Record<string, bigint>> = {"Tsd.": 1000n, "Mio.": 1_000_000n};
const number = /([+−±-]?)(?<![\d.,])(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?:\s*(Tsd\.|Mio\.))?/g;
/** Half-years and days are no numbers: 2. Hj. 2025, 1. Halbjahr 2025, 2025-H2, 31.12.2025, 20.01. */
const times = /[12]\.\s*(Hj\.|Halbjahr)\s*(20\d\d)?|20\d\d-H[12]|\d{2}\.\d{2}\.(\d{4}|\d{2})?/g;

/** The numbers in a German text, without signs: a change of 5 and a number of 5 are the same digits. */
export const printedNumbers = (text: string): Printed[] =>
  [...text.replace(times, " ").matchAll(number)].map(([, , whole, decimals = "", factor]) => {
    const step = factors[factor ?? ""] ?? 1n;
    return {units: BigInt(`${whole!.replaceAll(".", "")}${decimals}`) * step, places: decimals.length, step};
  });

const scaled = ({units, places}: Printed, to: number) => units * 10n ** BigInt(to - places);
/** Whether the first is the second, printed with as few digits as it has. */
export const isRoundedFrom = (shown: Printed, exact: Printed): boolean => {
  const places = Math.max(shown.places, exact.places);
  const distance = scaled(shown, places) - scaled(exact, places);
  const half = scaled({...shown, units: shown.step}, places);
  return 2n * (distance < 0n ? -distance : distance) <= half || distance === 0n;
};
