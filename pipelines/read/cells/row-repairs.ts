import {codeListOf} from "../../../schemas/codes/lists.ts";
import type {Repair} from "../../../schemas/flow.ts";
import type {Located} from "../form/find-tables.ts";
import {codesOf, type Match} from "./match-row.ts";

/** The row a code has in the form, next to the header where that stands now. */
const usualRows = ({table, headerRow}: Located): ReadonlyMap<string, number> => {
  const shift = headerRow - table.headerRow;
  const blocks = table.fixed?.flatMap((block) => ("keys" in block ? block.keys.map((key, i) => [key, block.rows[0] + i + shift] as const) : []));
  return new Map(blocks ?? codesOf(table).map((code, i) => [code, table.rows[0] + i + shift]));
};

type Said = Pick<Repair, "readAs" | "template">;
/** Rows of one kind are one repair, at the first of them. */
const together = ({table, grid}: Located, letter: string, rows: readonly Match[], what: string, said: (first: Match) => Said): Repair[] => {
  const [first] = rows;
  if (first === undefined) return [];
  const more = rows.length === 1 ? "" : ` und ${rows.length - 1} weitere in „${table.title}“`;
  const at = {sheet: grid.sheet.title, cell: `${letter}${first.row}`};
  return [{kind: "rows", at, found: `Zeile ${first.row} „${first.text}“${more}${what}`, ...said(first), certain: true}];
};
const contradiction = ({grid}: Located, letter: string, {code, row, text, other}: Match, entry: (code: string) => string): Repair => ({
  kind: "rows",
  at: {sheet: grid.sheet.title, cell: `${letter}${row}`},
  found: `Zeile ${row} mit dem Code „${text}“ neben der Bezeichnung von „${entry(other!)}“`,
  readAs: `„${entry(code)}“`,
  template: "Code und Bezeichnung gehören zusammen",
  certain: false,
});

/** What was settled to find the rows of a matrix: moved ones, labels in place of codes, codes that lost their zeros, labels of another code. */
export const rowRepairs = (located: Located, letter: string, found: readonly Match[]): Repair[] => {
  const entry = (code: string) => (located.table.codes === undefined ? code : codeListOf(located.table.codes.list).entry(code));
  const usual = usualRows(located);
  const moved = found.filter(({code, row}) => usual.get(code) !== row);
  return [
    ...together(located, letter, moved, " an anderer Stelle", ({code, text}) => ({
      readAs: "die Zeilen ihrer Codes",
      template: `„${text}“ in Zeile ${usual.get(code)}`,
    })),
    ...(["label", "short-code"] as const).flatMap((kind) =>
      together(
        located,
        letter,
        found.filter(({by}) => by === kind),
        kind === "label" ? " ohne Code" : " ohne führende Null",
        ({code}) => ({readAs: `„${entry(code)}“`, template: `„${code}“`}),
      ),
    ),
    ...found.filter(({other}) => other !== undefined).map((match) => contradiction(located, letter, match, entry)),
  ];
};
