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

/** A heading where it stands, with the words it has there. */
export type Found = {readonly heading: Heading; readonly letter: string; readonly words: string};
/** Where the columns of a table stand, header cells that are none of them, and second cells with the words of a heading that was found. */
export type FoundColumns = {
  readonly found: readonly Found[];
  readonly missing: readonly Heading[];
  readonly unknown: readonly string[];
  readonly twins: readonly Found[];
};

type Row = ReadonlyMap<string, {readonly text: string}>;
const exactly = (cells: Row, {letter, title}: Heading): string | undefined => {
  if (sameTitle(cells.get(letter)?.text ?? "", title)) return letter;
  const found = [...cells].filter(([, {text}]) => sameTitle(text, title));
  return found.length === 1 ? found[0]![0] : undefined;
};

/** Finds each column by its title in a header row: as printed, else as the one title that is clearly meant. */
export const findColumns = (grid: Grid, row: number, headings: readonly Heading[]): FoundColumns => {
  const cells = grid.headings(row);
  const letters = new Map<Heading, string>();
  const taken = new Set<string>();
  const take = (heading: Heading, letter: string) => {
    letters.set(heading, letter);
    taken.add(letter);
  };
  for (const heading of headings) {
    const letter = exactly(cells, heading);
    if (letter !== undefined && !taken.has(letter)) take(heading, letter);
  }
  const last = Math.max(...[...taken, ...headings.map(({letter}) => letter)].map(columnNumber));
  const free = () => [...cells.keys()].filter((letter) => !taken.has(letter) && columnNumber(letter) <= last + 1);
  for (const heading of headings.filter((each) => !letters.has(each))) {
    const letter = mostLike(
      heading.title,
      headings.map(({title}) => title),
      free(),
      (each) => cells.get(each)!.text,
    );
    if (letter !== null) take(heading, letter);
  }
  const found = headings.flatMap((heading) => {
    const letter = letters.get(heading);
    return letter === undefined ? [] : [{heading, letter, words: cells.get(letter)!.text}];
  });
  const twins = [...cells].flatMap(([letter, {text}]) => {
    const twin = taken.has(letter) ? undefined : found.find(({heading}) => sameTitle(heading.title, text));
    return twin === undefined ? [] : [{heading: twin.heading, letter, words: text}];
  });
  return {found, missing: headings.filter((each) => !letters.has(each)), unknown: free(), twins};
};
