import type {Repair} from "../../../schemas/flow.ts";
import type {Located} from "../form/find-tables.ts";
import {saysTotal} from "../form/title.ts";
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

/** Rows of a list that add up the others: one that says so is not counted; one that only looks so is read and asked about. */
export const strayTotals = (located: Located, used: readonly number[]): {readonly rows: readonly number[]; readonly repairs: readonly Repair[]} => {
  const {table, grid} = located;
  const letter = keyLetterOf(located) ?? "A";
  const label = located.letters.get(table.columns[1]?.letter ?? "") ?? "B";
  const textAt = (column: string, row: number) => grid.cell(column, row)?.text ?? "";
  const labelOf = (row: number) => [textAt(letter, row), textAt(letter, row) === "" ? textAt(label, row) : ""].find(saysTotal);
  const rows = used.filter((row) => labelOf(row) === undefined);
  const named = used.filter((row) => !rows.includes(row));
  const last = rows.at(-1);
  const unnamed = last !== undefined && rows.length > 1 && addsUp(located, last, rows.slice(0, -1)) >= telling ? [last] : [];
  return {
    rows,
    repairs: [
      ...named.map((row): Repair => {
        const certain = addsUp(located, row, rows) > 0;
        return {
          kind: "total",
          at: place(located, letter, row),
          found: `Zeile ${row} „${labelOf(row)}“${certain ? "" : ", aber nicht die Summe der anderen Zeilen"}`,
          readAs: "Summe, die nicht mitzählt",
          template: template(located),
          certain,
        };
      }),
      ...unnamed.map(
        (row): Repair => ({
          kind: "total",
          at: place(located, letter, row),
          found: `Zeile ${row} „${textAt(letter, row)}“ ist in allen Spalten die Summe der Zeilen darüber`,
          readAs: "eigene Zeile, die mitzählt",
          template: template(located),
          certain: false,
        }),
      ),
    ],
  };
};
