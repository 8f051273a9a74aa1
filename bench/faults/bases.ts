import type {Book} from "../../fixtures/faults/book/book.ts";
import {openBook} from "../../fixtures/faults/book/package.ts";
import {oneReturn} from "../../fixtures/sample/one-return.ts";
import {prefillAfter} from "../../fixtures/sample/plan/carry-over.ts";
import {establishmentOf} from "../../fixtures/sample/plan/establishment.ts";
import {approvalsOf} from "../../fixtures/sample/plan/finance.ts";
import {plannedReturn} from "../../fixtures/sample/plan/planned-return.ts";
import {fillReturn, type TypedCells} from "../../reports/template/fill-template.ts";
import {type HalfYear, previousHalfYear, stichtag} from "../../schemas/half-year.ts";

/** A workbook without a fault. */
export type Clean = {readonly name: string; readonly book: Book};

/** What a body may add to the small return: voluntary tables and columns, all consistent with it. */
const voluntary: TypedCells = {
  "03_Fallzahlen!E7": 1,
  "03b_Prozess!C9": 2,
  "03b_Prozess!C10": 90,
  "03b_Prozess!C11": 160,
  "03b_Prozess!C29": 60,
  "03b_Prozess!C30": 68,
  "03b_Prozess!C42": 100,
  "03b_Prozess!C43": 28,
  "03b_Prozess!C50": 78,
  "03b_Prozess!C51": 50,
  "05_Themen!E7": 3,
  "07_Beendigungen!D7": 1,
  "07_Beendigungen!C31": 9.5,
  "08_Steuerung!G6": 1,
  "08_Steuerung!C50": 4,
  "08_Steuerung!C58": "x",
  "10_Baustein3!P7": 4,
  "10_Baustein3!Q7": 1,
  "10_Baustein3!Q27": 3,
  "10_Baustein3!R27": 1,
};
const small = (body: string, halfYear: HalfYear, more: TypedCells = {}) => ({name: `${body} ${halfYear}`, bytes: oneReturn({body, halfYear, change: more})});
/** A return of the sample: many sites, posts and gaps. */
const planned = (body: string, halfYear: HalfYear) => {
  const establishment = establishmentOf(1, body);
  const prefill = prefillAfter(null, halfYear, previousHalfYear(halfYear), approvalsOf(establishment, halfYear));
  const released = new Date(Date.parse(stichtag(halfYear)) + 12 * 86_400_000).toISOString().slice(0, 10);
  return {
    name: `${body} ${halfYear} groß`,
    bytes: fillReturn({body, halfYear, version: 1, prefill, synthetic: true}, plannedReturn({seed: 1, body, halfYear, released}), {}),
  };
};

/** Kreis, StädteRegion, Stadt Aachen and kreisfreie Stadt, both half-years, small and large, with and without voluntary tables. */
export const cleanBooks = async (large: boolean): Promise<Clean[]> => {
  const all = [
    small("05774", "2025-H2", voluntary),
    small("05334", "2025-H1"),
    small("05334002", "2024-H2", voluntary),
    small("05914", "2022-H1"),
    ...(large ? [planned("05774", "2025-H1"), planned("05334", "2024-H2"), planned("05334002", "2023-H1"), planned("05914", "2024-H2")] : []),
  ];
  const books: Clean[] = [];
  for (const {name, bytes} of all) books.push({name, book: openBook(await bytes)});
  return books;
};
