import {fromDecimalText} from "../../../schemas/units.ts";
import {type Grid, gridsIn} from "./beside-exact.ts";
import type {Leaked} from "./secret.ts";

const isWithheld = (text: string) => /^\.? ?(geheim)?$/.test(text) && text !== "";
const isTotal = (label: string) => /^(Land|NRW|Nordrhein-Westfalen|insgesamt|Summe|zusammen|alle)\b/i.test(label);
const isSubtotal = (label: string) => /^(Regierungsbezirk|RB) /.test(label);
/** Plain numbers only, in hundredths: shares and texts do not add up. */
const numberIn = (text: string): bigint | null => {
  const plain = text
    .replace(/\.(?=\d{3}\b)/g, "")
    .replace("−", "-")
    .replace(",", ".");
  return /^-?\d+(\.\d{1,2})?$/.test(plain) ? fromDecimalText(plain, 2) : null;
};

type Line = {readonly label: string; readonly shown: string; readonly exact: string};
/** The withheld number of a list whose total and other parts stand there exactly; nothing if there is none, or more than one. */
const restOf = (lines: readonly Line[]): Line | null => {
  const total = lines.find(({label}) => isTotal(label));
  const parts = lines.filter(({label}) => !isTotal(label) && !isSubtotal(label));
  const hidden = parts.filter(({shown}) => isWithheld(shown));
  if (total === undefined || hidden.length !== 1) return null;
  // What is rounded gives no exact difference; the attack asks what it gives.
  const given = [total, ...parts.filter((part) => part !== hidden[0])];
  if (given.some(({shown, exact}) => shown !== exact || numberIn(shown) === null)) return null;
  const [all, ...others] = given.map(({shown}) => numberIn(shown)!);
  return all! - others.reduce((sum, value) => sum + value, 0n) === numberIn(hidden[0]!.exact) ? hidden[0]! : null;
};

const turned = ({title, rows}: Grid): Grid => ({title, rows: (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] ?? ""))});
const linesOf = ({rows: [, ...rows]}: Grid, {rows: [, ...exact]}: Grid, column: number): Line[] => {
  const truth = new Map(exact.map((row) => [row[0], row[column]]));
  return rows.map((row) => ({label: row[0]!, shown: row[column] ?? "", exact: truth.get(row[0]) ?? ""}));
};
const inGrid = (grid: Grid, exact: Grid, file: string): Leaked[] =>
  (grid.rows[0] ?? []).slice(1).flatMap((heading, i) => {
    const rest = restOf(linesOf(grid, exact, i + 1));
    return rest === null ? [] : [{by: "Summe minus Teile", file, what: `${grid.title} · ${rest.label} · ${heading}: ${rest.exact}`}];
  });

/** Withheld numbers that are the difference between a total and the other parts, in the lists of a page or the data of a picture. */
export const leakedBySums = (file: string, site: string, exact: string): Leaked[] => {
  const truth = new Map(gridsIn(file, exact).map((grid) => [grid.title, grid]));
  return gridsIn(file, site).flatMap((grid) => {
    const same = truth.get(grid.title);
    const isSame = same !== undefined && same.rows[0]?.join() === grid.rows[0]?.join();
    return isSame ? [...inGrid(grid, same, file), ...inGrid(turned(grid), turned(same), file)] : [];
  });
};
/** Lists with something withheld that were looked at. */
export const withheldLists = (file: string, text: string): number => gridsIn(file, text).filter(({rows}) => rows.some((row) => row.some(isWithheld))).length;
