import {codeListOf} from "../../../schemas/codes/lists.ts";
import type {Cell, Remark, Repair} from "../../../schemas/flow.ts";
import type {Located} from "../form/find-tables.ts";
import {readCode} from "../values/codes.ts";
import {codesOf, keyText, type Match, matched, prefixOf} from "./match-row.ts";
import {rowRepairs} from "./row-repairs.ts";

/** A row of a matrix or list with its key; `keyCell` where the sender chose the key. */
export type KeyedRow = {readonly key: string; readonly row: number; readonly keyCell?: Cell};
export type KeyedRows = {readonly rows: readonly KeyedRow[]; readonly remarks: readonly Remark[]; readonly repairs: readonly Repair[]};

export const inputLetters = ({table, letters}: Located) =>
  table.columns.filter(({role, status}) => role === undefined && status !== "computed").flatMap(({letter}) => letters.get(letter) ?? []);
/** Whether a row holds anything the sender entered. */
export const hasInput = (located: Located, row: number) => inputLetters(located).some((letter) => located.grid.cell(letter, row) !== undefined);
export const rowNumbers = ({rows: [first, last]}: Located) => Array.from({length: Math.max(0, last - first + 1)}, (_, i) => first + i);
/** The letter of the key column. */
export const keyLetterOf = ({table, letters}: Located) => letters.get(table.columns.find(({role}) => role === "key")?.letter ?? "");

const lostRow = ({table, grid}: Located, code: string): Remark => ({
  kind: "missing-column",
  at: {sheet: grid.sheet.title},
  table: table.id,
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

const twiceRow = ({grid}: Located, letter: string, row: number, first: Match): Remark => ({
  kind: "duplicate-key",
  at: {sheet: grid.sheet.title, cell: `${letter}${row}`},
  found: first.text,
  expected: `Zeile ${first.row}`,
});

/** Rows of a matrix by the code in their key column (or, where there is none, by the label), wherever they stand. */
export const matrixRows = (located: Located): KeyedRows => {
  const {table, grid} = located;
  const letter = keyLetterOf(located) ?? "A";
  const label = located.letters.get(table.columns.find(({role}) => role === "display")?.letter ?? "") ?? "B";
  const codes = codesOf(table);
  const known = new Set(codes);
  const found = new Map<string, Match>();
  const others: number[] = [];
  const twice: Remark[] = [];
  for (const row of rowNumbers(located)) {
    const match = matched(located, letter, label, known, row);
    const first = match === null ? undefined : found.get(match.code);
    if (match !== null && first === undefined) found.set(match.code, match);
    else if (first !== undefined && table.fixed === undefined) twice.push(...(hasInput(located, row) ? [twiceRow(located, letter, row, first)] : []));
    else if ((keyText(grid.cell(letter, row)) !== "" && table.fixed !== undefined) || hasInput(located, row)) others.push(row);
  }
  const free = table.fixed?.find((block) => "free" in block);
  const fixed = codes.flatMap((code) => (found.has(code) ? [{key: `${prefixOf(table)}${code}`, row: found.get(code)!.row}] : []));
  const chosen = free === undefined || !("free" in free) ? [] : others.map((row) => freeRow(located, free.free, free.prefix, letter, row));
  return {
    rows: chosen.length === 0 ? fixed : [...fixed, ...chosen].toSorted((a, b) => a.row - b.row),
    remarks: [
      ...codes.filter((code) => !found.has(code)).map((code) => lostRow(located, code)),
      ...twice,
      ...(free === undefined ? others.map((row) => strangeRow(located, letter, row)) : []),
    ],
    repairs: rowRepairs(located, letter, [...found.values()]),
  };
};
