import type {Repair} from "../../../schemas/flow.ts";
import type {Column} from "../../../schemas/layouts/layout.ts";
import type {Located} from "../form/find-tables.ts";
import {sameTitle, saysTotal} from "../form/title.ts";
import {inputLetters, keyLetterOf} from "./matrix-rows.ts";

const numberAt = ({grid}: Located, letter: string, row: number): number | null => {
  const typed = grid.cell(letter, row)?.typed;
  return typed !== undefined && "number" in typed ? typed.number : null;
};
/** How many numbers other than 0 a row has, if each of them is the sum of the others in its column; else 0. */
const addsUp = (located: Located, row: number, others: readonly number[]): number => {
  const numbers = inputLetters(located).flatMap((letter) => {
    const value = numberAt(located, letter, row);
    return value === null ? [] : [{value, sum: others.reduce((sum, other) => sum + (numberAt(located, letter, other) ?? 0), 0)}];
  });
  return others.length > 0 && numbers.every(({value, sum}) => Math.abs(value - sum) < 1e-6) ? numbers.filter(({value}) => value !== 0).length : 0;
};

const place = ({grid}: Located, letter: string, row: number) => ({sheet: grid.sheet.title, cell: `${letter}${row}`});
const template = ({table}: Located) => (table.totalRow === undefined ? "keine Summenzeile" : "Summe nur über den Zeilen");
/** Fewer equal numbers can be chance. */
const telling = 5;

/** The headings once more, as a page break or a pasted table brings them. */
const repeatsHeadings = ({table, grid, letters}: Located, row: number): boolean => {
  const same = ({letter, title}: Column) => sameTitle(grid.cell(letters.get(letter) ?? letter, row)?.text ?? "", title);
  return same(table.columns[0]!) && table.columns.slice(1).some(same);
};
const heading = (located: Located, letter: string, row: number): Repair => ({
  kind: "rows",
  at: place(located, letter, row),
  found: `Zeile ${row} wiederholt die Überschriften`,
  readAs: "Überschrift, keine Angabe",
  template: "Überschriften einmal",
  certain: true,
});

/** Rows of a list that are none: repeated headings, and sums that say so. One that only looks like a sum is read and asked about. */
export const strayRows = (located: Located, used: readonly number[]): {readonly rows: readonly number[]; readonly repairs: readonly Repair[]} => {
  const {table, grid} = located;
  const letter = keyLetterOf(located) ?? "A";
  const label = located.letters.get(table.columns[1]?.letter ?? "") ?? "B";
  const textAt = (column: string, row: number) => grid.cell(column, row)?.text ?? "";
  const labelOf = (row: number) => textAt(letter, row) || textAt(label, row);
  const headings = used.filter((row) => repeatsHeadings(located, row));
  const named = used.filter((row) => saysTotal(labelOf(row)));
  const rows = headings.length + named.length === 0 ? used : used.filter((row) => !headings.includes(row) && !named.includes(row));
  const last = rows.at(-1);
  const unnamed = last !== undefined && rows.length > 1 && addsUp(located, last, rows.slice(0, -1)) >= telling ? [last] : [];
  const sum = (row: number, found: string, readAs: string, certain: boolean): Repair => ({
    kind: "total",
    at: place(located, letter, row),
    found,
    readAs,
    template: template(located),
    certain,
  });
  return {
    rows,
    repairs: [
      ...headings.map((row) => heading(located, letter, row)),
      ...named.map((row) => {
        const certain = addsUp(located, row, rows) > 0;
        return sum(row, `Zeile ${row} „${labelOf(row)}“${certain ? "" : ", aber nicht die Summe der anderen Zeilen"}`, "Summe, die nicht mitzählt", certain);
      }),
      ...unnamed.map((row) =>
        sum(row, `Zeile ${row} „${labelOf(row)}“ ist in allen Spalten die Summe der Zeilen darüber`, "eigene Zeile, die mitzählt", false),
      ),
    ],
  };
};
