import {type HalfYear, halfYearOf} from "../../schemas/half-year.ts";
import type {Manifest} from "../../schemas/products.ts";

export type Period = {readonly halfYear: HalfYear; readonly provisional: boolean; readonly due: number; readonly counted: number};
/** The half-year a set of pages is about, and all that stands in its header. Pages of older half-years lie in a folder of their own. */
export type Edition = Period & {
  /** From the first half-year to this one; the newest one known is the last of `all`. */
  readonly periods: readonly Period[];
  readonly all: readonly Period[];
  readonly newest: boolean;
  /** Folder of its pages (`` or `2025-H1/`) and the way back to the root of the site. */
  readonly folder: string;
  readonly root: string;
  readonly dataState: string;
  readonly asOf: string | null;
  readonly synthetic: boolean;
};

/** One edition for each half-year, oldest first. */
export const editionsOf = ({halfYears, dataState, asOf, synthetic}: Manifest): Edition[] => {
  const all = halfYears.map((each): Period => ({...each, halfYear: halfYearOf(each.halfYear)})).toSorted((a, b) => (a.halfYear < b.halfYear ? -1 : 1));
  return all.map((period, i): Edition => {
    const newest = i === all.length - 1;
    return {
      ...period,
      periods: all.slice(0, i + 1),
      all,
      newest,
      folder: newest ? "" : `${period.halfYear}/`,
      root: newest ? "" : "../",
      dataState,
      asOf,
      synthetic,
    };
  });
};
