import type {Leak} from "../leak.ts";
import type {TableDeclaration} from "../../../schemas/tables/table.ts";
import {cellOf, columnNamed, type FileTable, rowCount, rowKeys, type Text} from "./file-table.ts";

const said = (text: Text | undefined) => (text === undefined ? "keine Zeile" : text === null ? "kein Wert" : text);

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
  return [...strange, ...cells];
};
