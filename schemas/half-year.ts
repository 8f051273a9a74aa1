/** `2025-H1` covers 1 January to 30 June, `2025-H2` 1 July to 31 December. */
export type HalfYear = `${number}-H${1 | 2}`;

/** @throws Error `invalid half-year: TEXT` */
export const halfYearOf = (text: string): HalfYear => {
  if (!/^20\d\d-H[12]$/.test(text)) throw new Error(`invalid half-year: ${text}`);
  return text as HalfYear;
};
const index = (halfYear: HalfYear) => Number(halfYear.slice(0, 4)) * 2 + Number(halfYear.slice(-1)) - 1;
const atIndex = (i: number) => halfYearOf(`${Math.floor(i / 2)}-H${(i % 2) + 1}`);

export const previousHalfYear = (halfYear: HalfYear): HalfYear => atIndex(index(halfYear) - 1);
export const nextHalfYear = (halfYear: HalfYear): HalfYear => atIndex(index(halfYear) + 1);
/** All half-years from the first to the last, both included. */
export const halfYearsBetween = (first: HalfYear, last: HalfYear): HalfYear[] =>
  Array.from({length: Math.max(0, index(last) - index(first) + 1)}, (_, i) => atIndex(index(first) + i));

export const firstDay = (halfYear: HalfYear) => `${halfYear.slice(0, 4)}-${halfYear.endsWith("1") ? "01-01" : "07-01"}`;
/** The reference date (Stichtag) of all stocks, as ISO date. */
export const stichtag = (halfYear: HalfYear) => `${halfYear.slice(0, 4)}-${halfYear.endsWith("1") ? "06-30" : "12-31"}`;
