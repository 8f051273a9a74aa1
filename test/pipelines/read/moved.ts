import type {Opened} from "../../../pipelines/read/open-workbook.ts";
import type {Sheet, SheetCell} from "../../../schemas/flow.ts";

const parts = (address: string) => /^([A-Z]+)(\d+)$/.exec(address)!.slice(1) as [string, string];
type Change = (sheet: Sheet) => Sheet;

/** An opened workbook with one sheet changed, as people change sheets. */
export const withSheet = (opened: Opened, title: string, change: Change): Opened => ({
  ...opened,
  workbook: {...opened.workbook, sheets: opened.workbook.sheets.map((sheet) => (sheet.title === title ? change(sheet) : sheet))},
});
const moved =
  (place: (letter: string, row: number) => [string, number] | null): Change =>
  (sheet) => ({
    ...sheet,
    cells: new Map(
      [...sheet.cells].flatMap(([address, cell]): [string, SheetCell][] => {
        const [letter, row] = parts(address);
        const to = place(letter, Number(row));
        return to === null ? [] : [[to.join(""), cell]];
      }),
    ),
  });
export const renamed =
  (title: string): Change =>
  (sheet) => ({...sheet, title});
/** Inserts empty rows before a row. */
export const insertedRows = (before: number, count: number): Change => moved((letter, row) => [letter, row >= before ? row + count : row]);
export const deletedRow = (gone: number): Change => moved((letter, row) => (row === gone ? null : [letter, row > gone ? row - 1 : row]));
export const swappedColumns = (left: string, right: string): Change =>
  moved((letter, row) => [letter === left ? right : letter === right ? left : letter, row]);
export const deletedColumn = (gone: string): Change => moved((letter, row) => (letter === gone ? null : [letter, row]));
/** Types over cells; null empties one. */
export const typed =
  (cells: Readonly<Record<string, SheetCell["typed"] | string | null>>): Change =>
  (sheet) => {
    const all = new Map(sheet.cells);
    for (const [address, content] of Object.entries(cells)) {
      if (content === null) all.delete(address);
      else if (typeof content === "string") all.set(address, {text: content, typed: {text: content}});
      else all.set(address, {text: "number" in content ? String(content.number) : "error" in content ? content.error : "", typed: content});
    }
    return {...sheet, cells: all};
  };
