import {codeListOf} from "../../../schemas/codes/lists.ts";
import type {Cell, Remark, SheetCell} from "../../../schemas/flow.ts";
import type {Table} from "../../../schemas/layouts/layout.ts";
import type {Located} from "../form/find-tables.ts";
import {folded} from "../form/title.ts";
import {readCode} from "../values/codes.ts";

/** A row of a matrix or list with its key; `keyCell` where the sender chose the key. */
export type KeyedRow = {readonly key: string; readonly row: number; readonly keyCell?: Cell};
export type KeyedRows = {readonly rows: readonly KeyedRow[]; readonly remarks: readonly Remark[]};

/** Codes of the rows of a matrix in their order, without prefix. */
export const codesOf = ({codes, fixed}: Table): readonly string[] =>
  codes === undefined ? (fixed ?? []).flatMap((block) => ("keys" in block ? block.keys : [])) : (codes.only ?? [...codeListOf(codes.list).known.keys()]);
export const prefixOf = ({codes, fixed}: Table) => codes?.prefix ?? fixed?.[0]?.prefix ?? "";

const keyText = (cell: SheetCell | undefined) => (cell === undefined ? "" : "number" in cell.typed ? String(cell.typed.number) : cell.text);
const codeIn = (text: string, codes: ReadonlySet<string>) => {
  const word = text.split(" ", 1)[0]!;
  return [word, `0${word}`, `00${word}`].find((each) => word !== "" && codes.has(each));
};
const labelsOf = ({codes}: Table) => new Map(codes === undefined ? [] : [...codeListOf(codes.list).known].map(([code, label]) => [folded(label), code]));

const inputLetters = ({table, letters}: Located) =>
  table.columns.filter(({role, status}) => role === undefined && status !== "computed").flatMap(({letter}) => letters.get(letter) ?? []);
/** Whether a row holds anything the sender entered. */
export const hasInput = (located: Located, row: number) => inputLetters(located).some((letter) => located.grid.cell(letter, row) !== undefined);
export const rowNumbers = ({rows: [first, last]}: Located) => Array.from({length: Math.max(0, last - first + 1)}, (_, i) => first + i);
/** The letter of the key column. */
export const keyLetterOf = ({table, letters}: Located) => letters.get(table.columns.find(({role}) => role === "key")?.letter ?? "");

const lostRow = ({table, grid}: Located, code: string): Remark => ({
  kind: "missing-column",
  at: {sheet: grid.sheet.title},
  found: `${table.title}: Zeile ${code}`,
  expected: table.codes === undefined ? `Zeile ${code}` : `Zeile „${codeListOf(table.codes.list).entry(code)}“`,
});
const strangeRow = ({grid}: Located, letter: string, row: number): Remark => ({
  kind: "unknown-column",
  at: {sheet: grid.sheet.title, cell: `${letter}${row}`},
  found: keyText(grid.cell(letter, row)),
  expected: "nur Zeilen der Vorlage",
});

const freeRow = ({table, grid}: Located, list: string, prefix: string, letter: string, row: number): KeyedRow => {
  const found = grid.cell(letter, row);
  const text = found?.text ?? "";
  const read = readCode(codeListOf(list), text);
  const code = read !== null && "code" in read ? read.code : null;
  const state = text === "" ? "empty" : code === null ? "invalid" : "code";
  const key = code === null ? `Zeile ${row}` : `${prefix}${code}`;
  return {
    key,
    row,
    keyCell: {
      table: table.id,
      field: "staat",
      row: key,
      sheet: grid.sheet.title,
      address: `${letter}${row}`,
      part: "key",
      state,
      text,
      value: null,
      code,
      ...(state === "invalid" && {why: "not-in-list"}),
    },
  };
};

/** Rows of a matrix by the code in their key column (or, if it is empty, by the label beside it), wherever they stand. */
export const matrixRows = (located: Located): KeyedRows => {
  const {table, grid} = located;
  const letter = keyLetterOf(located) ?? "A";
  const label = located.letters.get(table.columns.find(({role}) => role === "display")?.letter ?? "") ?? "B";
  const codes = codesOf(table);
  const known = new Set(codes);
  const labels = labelsOf(table);
  const found = new Map<string, number>();
  const others: number[] = [];
  for (const row of rowNumbers(located)) {
    const text = keyText(grid.cell(letter, row));
    const code = text === "" ? labels.get(folded(grid.cell(label, row)?.text ?? "")) : codeIn(text, known);
    if (code !== undefined && !found.has(code)) found.set(code, row);
    else if ((text !== "" && table.fixed !== undefined) || hasInput(located, row)) others.push(row);
  }
  const free = table.fixed?.find((block) => "free" in block);
  const fixed = codes.flatMap((code) => (found.has(code) ? [{key: `${prefixOf(table)}${code}`, row: found.get(code)!}] : []));
  const chosen = free === undefined || !("free" in free) ? [] : others.map((row) => freeRow(located, free.free, free.prefix, letter, row));
  return {
    rows: chosen.length === 0 ? fixed : [...fixed, ...chosen].toSorted((a, b) => a.row - b.row),
    remarks: [
      ...codes.filter((code) => !found.has(code)).map((code) => lostRow(located, code)),
      ...(free === undefined ? others.map((row) => strangeRow(located, letter, row)) : []),
    ],
  };
};
