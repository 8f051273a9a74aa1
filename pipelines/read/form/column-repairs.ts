import type {Repair} from "../../../schemas/flow.ts";
import {fieldOf as fieldNamed} from "../../../schemas/fields/registry.ts";
import type {Found, FoundColumns, Heading} from "./find-columns.ts";
import {columnNumber, type Grid} from "./grid.ts";
import {sameButUnit, sameTitle} from "./title.ts";

/** Columns that carry no answer of the sender: labels and what the form computes. */
const carriesNothing = ({column}: Heading) => column !== null && (column.role === "display" || column.status === "computed");
const isNumeric = ({column}: Heading) =>
  column?.field !== undefined && (column.field.includes("{") || ["count", "signed", "posts", "euro", "decimal"].includes(fieldNamed(column.field).kind));
const fieldOf = ({column}: Heading) => (column?.field === undefined ? {} : {field: column.field});
const offset = ({heading, letter}: Found) => columnNumber(letter) - columnNumber(heading.letter);

/** Neighbours that moved together are one repair. */
const blocksOf = (found: readonly Found[]): Found[][] => {
  const blocks: Found[][] = [];
  for (const each of found.filter((one) => offset(one) !== 0).toSorted((a, b) => columnNumber(a.letter) - columnNumber(b.letter))) {
    const last = blocks.at(-1)?.at(-1);
    const joined = last !== undefined && offset(last) === offset(each) && columnNumber(each.letter) === columnNumber(last.letter) + 1;
    if (joined) blocks.at(-1)!.push(each);
    else blocks.push([each]);
  }
  return blocks;
};
const between = (from: string, to: string) => (from === to ? `Spalte ${from}` : `Spalten ${from} bis ${to}`);
const movedBlock = (sheet: string, row: number, block: readonly Found[]): Repair => {
  const [first, last] = [block[0]!, block.at(-1)!];
  const titles = block.length === 1 ? `„${first.heading.title}“` : `„${first.heading.title}“ bis „${last.heading.title}“`;
  return {
    kind: "column",
    at: {sheet, cell: `${first.letter}${row}`},
    ...(block.length === 1 && fieldOf(first.heading)),
    found: between(first.letter, last.letter),
    readAs: titles,
    template: between(first.heading.letter, last.heading.letter),
    certain: block.every(({heading}) => carriesNothing(heading)),
  };
};
const retitled = (sheet: string, row: number, found: Found): Repair => ({
  kind: "heading",
  at: {sheet, cell: `${found.letter}${row}`},
  ...fieldOf(found.heading),
  found: `Überschrift „${found.words}“ in Spalte ${found.letter}`,
  readAs: `„${found.heading.title}“`,
  template: `Spalte ${found.heading.letter}`,
  certain: carriesNothing(found.heading) || (offset(found) === 0 && sameButUnit(found.words, found.heading.title)),
});
/** A voluntary answer that has no place: nothing is read, and that is for the sender to know. */
const absent = (sheet: string, heading: Heading): Repair => ({
  kind: "missing",
  at: {sheet},
  ...fieldOf(heading),
  found: `Spalte „${heading.title}“ nicht gefunden`,
  readAs: carriesNothing(heading) ? "entbehrlich" : "nicht gemeldet",
  template: `Spalte ${heading.letter}`,
  certain: carriesNothing(heading),
});
const twin = (sheet: string, row: number, {heading, letter}: Found, chosen: string): Repair => ({
  kind: "column",
  at: {sheet, cell: `${letter}${row}`},
  ...fieldOf(heading),
  found: `Spalte ${letter} heißt ebenfalls „${heading.title}“`,
  readAs: `Notiz; gezählt ist Spalte ${chosen}`,
  template: "jede Überschrift einmal",
  certain: carriesNothing(heading),
});

/** What was settled to find the columns of a table: moved and retitled ones, voluntary ones that are gone, titles that stand twice above data. */
export const columnRepairs = (
  grid: Grid,
  row: number,
  rows: readonly [number, number],
  {found, missing, twins}: FoundColumns,
  asked: (heading: Heading) => boolean,
): Repair[] => {
  const {title} = grid.sheet;
  const last = Math.max(...found.map(({letter}) => columnNumber(letter)));
  // Further right a form has sums and notes of its own, whose words may be those of a column; numbers under the title of numbers are looked at everywhere.
  const counts = ({heading, letter}: Found) => columnNumber(letter) <= last + 1 || isNumeric(heading);
  const holdsData = (letter: string) =>
    Array.from({length: rows[1] - rows[0] + 1}, (_, i) => rows[0] + i).some((each) => grid.cell(letter, each) !== undefined);
  return [
    ...blocksOf(found).map((block) => movedBlock(title, row, block)),
    ...found.filter(({heading, words}) => !sameTitle(words, heading.title)).map((each) => retitled(title, row, each)),
    ...missing.filter((heading) => !asked(heading)).map((heading) => absent(title, heading)),
    ...twins
      .filter((each) => counts(each) && holdsData(each.letter))
      .map((each) => twin(title, row, each, found.find(({heading}) => heading === each.heading)!.letter)),
  ];
};
