import type {Column, Table} from "../../../schemas/layouts/layout.ts";
import type {Grid} from "./grid.ts";
import {columnNumber} from "./grid.ts";
import {mostLike, sameTitle} from "./title.ts";

/** A title of a table's header row with the letter it is printed in. */
export type Heading = {readonly letter: string; readonly title: string; readonly column: Column | null};

/** The header row of a table as printed: all columns of a matrix or list; number, question and answer of a field list. */
export const headingsOf = ({kind, columns, answer}: Table): Heading[] => {
  const printed = columns.filter(({row}) => row === undefined).map((column) => ({letter: column.letter, title: column.title, column}));
  return kind === "questions" ? [...printed, {letter: "C", title: answer!, column: null}] : printed;
};

/** Where the columns of a table stand (by declared letter), and header cells that are none of them. */
export type FoundColumns = {readonly letters: ReadonlyMap<string, string>; readonly missing: readonly Heading[]; readonly unknown: readonly string[]};

const exactly = (grid: Grid, row: number, {letter, title}: Heading): string | undefined => {
  if (sameTitle(grid.cell(letter, row)?.text ?? "", title)) return letter;
  const found = [...grid.row(row)].filter(([, {text}]) => sameTitle(text, title));
  return found.length === 1 ? found[0]![0] : undefined;
};

/** Finds each column by its title in a header row: as printed, else as the one title that is clearly meant. */
export const findColumns = (grid: Grid, row: number, headings: readonly Heading[]): FoundColumns => {
  const letters = new Map<string, string>();
  for (const heading of headings) {
    const letter = exactly(grid, row, heading);
    if (letter !== undefined && ![...letters.values()].includes(letter)) letters.set(heading.letter, letter);
  }
  const last = Math.max(...[...letters.values(), ...headings.map(({letter}) => letter)].map(columnNumber));
  const free = () => [...grid.row(row).keys()].filter((letter) => ![...letters.values()].includes(letter) && columnNumber(letter) <= last + 1);
  for (const heading of headings.filter(({letter}) => !letters.has(letter))) {
    const letter = mostLike(
      heading.title,
      headings.map(({title}) => title),
      free(),
      (each) => grid.cell(each, row)!.text,
    );
    if (letter !== null) letters.set(heading.letter, letter);
  }
  return {letters, missing: headings.filter(({letter}) => !letters.has(letter)), unknown: free()};
};
