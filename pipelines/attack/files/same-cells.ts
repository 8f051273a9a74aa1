import type {Leak} from "./leak.ts";
import type {TableDeclaration} from "../../../schemas/tables/table.ts";
import {cellOf, columnNamed, type FileTable, plannedColumns, rowCount, rowKeys, type Text} from "./file-table.ts";

const said = (text: Text | undefined) => (text === undefined ? "keine Zeile" : text === null ? "kein Wert" : text);

const isEqual = (a: readonly Text[] | undefined, b: readonly Text[] | undefined) =>
  a !== undefined && b !== undefined && a.length === b.length && a.every((value, row) => value === b[row]);
/** Whether both files say the same in every planned column, row by row; so it is nearly always, and quickly seen. */
export const saysTheSame = (first: FileTable, second: FileTable, declaration: TableDeclaration): boolean =>
  [...plannedColumns(declaration).keys()].every((name) => isEqual(columnNamed(first, name), columnNamed(second, name)));

/** Where the second file says anything else than the first, cell by cell; rows are found by their keys. */
export const differences = (first: FileTable, second: FileTable, declaration: TableDeclaration): Leak[] => {
  const [here, there] = [rowKeys(first, declaration), rowKeys(second, declaration)];
  const alike = here.length === there.length && here.every((key, row) => key === there[row]);
  const rowOf = alike ? null : new Map(here.map((key, row) => [key, row]));
  const leak = (cell: string, found: Text | undefined, expected: Text | undefined): Leak => ({
    kind: "format",
    file: second.file,
    table: declaration.name,
    cell,
    found: said(found),
    expected: `${said(expected)} wie in ${first.file}`,
  });
  const present = new Set(there);
  const absent = here.flatMap((key, row) => (alike || present.has(key) ? [] : [leak(key, undefined, `Zeile ${row + 1}`)]));
  const strange = there.flatMap((key, row) => (alike || rowOf!.has(key) ? [] : [leak(key, `Zeile ${row + 1}`, undefined)]));
  const cells = second.names.flatMap((name, at) => {
    const expected = columnNamed(first, name);
    if (expected === undefined) return [];
    const column = second.columns[at]!;
    const found: Leak[] = [];
    for (let row = 0; row < rowCount(second); row++) {
      const other = alike ? row : rowOf!.get(there[row]!);
      if (other !== undefined && expected[other] !== column[row]) found.push(leak(cellOf(name, there[row]!), column[row], expected[other]));
    }
    return found;
  });
  return [...absent, ...strange, ...cells];
};
