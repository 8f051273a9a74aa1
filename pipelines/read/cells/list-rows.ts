import type {Cell, Remark, SheetCell} from "../../../schemas/flow.ts";
import type {Located} from "../form/find-tables.ts";
import {readPlace} from "../values/keys.ts";
import {cleaned} from "../values/text.ts";
import {hasInput, keyLetterOf, type KeyedRow, type KeyedRows, rowNumbers} from "./matrix-rows.ts";
import {strayRows} from "./stray-rows.ts";

const plain = ({typed, text}: SheetCell) => ("number" in typed ? String(typed.number) : text);

type ReadKey = Pick<Cell, "state" | "code" | "why"> & {readonly repaired?: Remark["kind"]};
const placeKey = (text: string): ReadKey => {
  const place = readPlace(text);
  return place === null
    ? {state: "invalid", code: null, why: "not-a-key"}
    : {state: "code", code: place.key, ...(place.repaired && {repaired: place.repaired})};
};
const readKey = (rowKey: string, text: string): ReadKey => {
  if (text === "") return {state: "empty", code: null};
  return /ags/i.test(rowKey) ? placeKey(text) : {state: "text", code: cleaned(text)};
};
/** `ABH:AGS` puts the authority before the place. */
const keyOf = (rowKey: string, code: string) => (rowKey.includes(":") ? `${rowKey.split(":")[0]}:${code}` : code);

const keyedRow = ({table, grid}: Located, letter: string, row: number): KeyedRow & {readonly remarks: readonly Remark[]} => {
  const found = grid.cell(letter, row);
  const {repaired, ...read} = readKey(table.rowKey!, found === undefined ? "" : plain(found));
  const key = read.code === null ? `Zeile ${row}` : keyOf(table.rowKey!, read.code);
  const at = {sheet: grid.sheet.title, cell: `${letter}${row}`};
  const remarks: Remark[] = repaired === undefined ? [] : [{kind: repaired, at, field: table.rowKey!, found: found!.text, expected: read.code!}];
  const keyCell: Cell = {
    table: table.id,
    field: table.rowKey!,
    row: key,
    sheet: at.sheet,
    address: at.cell,
    part: "key",
    text: found?.text ?? "",
    value: null,
    ...read,
  };
  return {key, row, keyCell, remarks};
};

/** The same key in two rows: both are read, and the second is named. */
export const duplicates = ({table, grid}: Located, rows: readonly KeyedRow[]): Remark[] => {
  const first = new Map<string, number>();
  return rows.flatMap(({key, row, keyCell}): Remark[] => {
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row);
    return earlier === undefined
      ? []
      : [
          {
            kind: "duplicate-key",
            at: {sheet: grid.sheet.title, cell: keyCell?.address ?? `A${row}`},
            field: table.rowKey ?? "staat",
            found: keyCell?.code ?? key,
            expected: `Zeile ${earlier}`,
          },
        ];
  });
};

/** Used rows of a list, each with its key; a row with data but without key is named by its place. */
export const listRows = (located: Located): KeyedRows => {
  const {
    table,
    grid,
    rows: [first],
  } = located;
  const letter = keyLetterOf(located);
  const isUsed = (row: number) => (letter !== undefined && grid.cell(letter, row) !== undefined) || hasInput(located, row);
  const {rows: used, repairs} = strayRows(located, rowNumbers(located).filter(isUsed));
  if (letter === undefined)
    return {rows: used.map((row) => ({key: table.rowKey === "Zeile" ? String(row - first + 1) : `Zeile ${row}`, row})), remarks: [], repairs};
  const rows = used.map((row) => keyedRow(located, letter, row));
  const copied = table.columns.find(({role}) => role === "key")?.status === "computed";
  return {rows, remarks: [...rows.flatMap(({remarks}) => remarks), ...(copied ? [] : duplicates(located, rows))], repairs};
};
