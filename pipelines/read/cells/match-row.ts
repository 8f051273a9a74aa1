import {codeListOf} from "../../../schemas/codes/lists.ts";
import type {SheetCell} from "../../../schemas/flow.ts";
import type {Table} from "../../../schemas/layouts/layout.ts";
import type {Located} from "../form/find-tables.ts";
import {folded} from "../form/title.ts";
import {cleaned} from "../values/text.ts";

/** Codes of the rows of a matrix in their order, without prefix. */
export const codesOf = ({codes, fixed}: Table): readonly string[] =>
  codes === undefined ? (fixed ?? []).flatMap((block) => ("keys" in block ? block.keys : [])) : (codes.only ?? [...codeListOf(codes.list).known.keys()]);
export const prefixOf = ({codes, fixed}: Table) => codes?.prefix ?? fixed?.[0]?.prefix ?? "";

/** The text of a key: a number by its digits. */
export const keyText = (cell: SheetCell | undefined) => (cell === undefined ? "" : "number" in cell.typed ? String(cell.typed.number) : cell.text);
const codeIn = (text: string, codes: ReadonlySet<string>) => {
  const word = cleaned(text).split(" ", 1)[0]!;
  return [word, `0${word}`, `00${word}`].find((each) => word !== "" && codes.has(each));
};
const labels = new Map<string, ReadonlyMap<string, string>>();
/** Codes of a matrix by the words of their labels. */
const labelsOf = ({codes}: Table): ReadonlyMap<string, string> => {
  if (codes === undefined) return new Map();
  const known = labels.get(codes.list) ?? new Map([...codeListOf(codes.list).known].map(([code, label]) => [folded(label), code]));
  labels.set(codes.list, known);
  return known;
};

/** A row that has a code of the matrix; `other`: the code its label stands for, where the two disagree. */
export type Match = {
  readonly code: string;
  readonly row: number;
  readonly by: "code" | "short-code" | "label";
  readonly text: string;
  readonly other: string | undefined;
};
/** The code of a row by its key or, where that is none, by its label; null if it has none. */
export const matched = (located: Located, letter: string, label: string, known: ReadonlySet<string>, row: number): Match | null => {
  const words = labelsOf(located.table);
  const text = keyText(located.grid.cell(letter, row));
  const beside = located.grid.cell(label, row)?.text ?? "";
  const byCode = codeIn(text, known);
  const code = byCode ?? (words.size === 0 ? undefined : words.get(folded(text === "" ? beside : text)));
  if (code === undefined || !known.has(code)) return null;
  const meant = byCode === undefined || beside === "" || words.size === 0 ? undefined : words.get(folded(beside));
  return {
    code,
    row,
    by: byCode === undefined ? "label" : cleaned(text).startsWith(byCode) ? "code" : "short-code",
    text: text === "" ? beside : text,
    other: meant === code ? undefined : meant,
  };
};
