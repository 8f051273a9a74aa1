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

/** What was settled to find the rows of a matrix: moved ones, labels in place of codes, labels of another code. */
export const rowRepairs = (located: Located, letter: string, found: readonly Match[]): Repair[] => {
  const {sheet} = located.grid;
  const at = (row: number) => ({sheet: sheet.title, cell: `${letter}${row}`});
  const entry = (code: string) => codeListOf(located.table.codes!.list).entry(code);
  const usual = usualRows(located);
  const moved = found.filter(({code, row}) => usual.get(code) !== row);
  const [first] = moved;
  return [
    ...(first === undefined
      ? []
      : [
          {
            kind: "rows" as const,
            at: at(first.row),
            found: moved.length === 1 ? `Zeile ${first.row}` : `Zeile ${first.row} und ${moved.length - 1} weitere in „${located.table.title}“`,
            readAs: moved.length === 1 ? `Zeile „${first.text}“` : "die Zeilen ihrer Codes",
            template: `„${first.text}“ in Zeile ${usual.get(first.code)}`,
            certain: true,
          },
        ]),
    ...found
      .filter(({by}) => by === "label")
      .map(({code, row, text}): Repair => ({kind: "rows", at: at(row), found: `Zeile ${row} „${text}“ ohne Code`, readAs: `„${entry(code)}“`, template: `„${entry(code)}“`, certain: true})),
    ...found
      .filter(({other}) => other !== undefined)
      .map(
        ({code, row, text, other}): Repair => ({
          kind: "rows",
          at: at(row),
          found: `Zeile ${row} mit dem Code „${text}“ neben der Bezeichnung von „${entry(other!)}“`,
          readAs: `„${entry(code)}“`,
          template: "Code und Bezeichnung gehören zusammen",
          certain: false,
        }),
      ),
  ];
};
