import type {Form} from "../../schemas/layouts/layout.ts";
import type {Contents, RowHeights} from "./package.ts";
import {widthOf} from "./columns.ts";

/** Lines a text needs in a column of that many characters, broken between words. Spreadsheets do not agree on automatic row heights. */
export const wrappedLines = (text: string, width: number): number => {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/(?<=[ -])/)) {
    if (used > 0 && used + word.trimEnd().length > width) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(word.length / width) - 1);
    used += word.length;
  }
  return lines;
};
const lineHeight = 12.75;

/** For rows of lists whose texts need more than one line. */
export const rowHeights = (form: Form, contents: Contents): RowHeights => {
  const heights = new Map<string, Map<number, number>>();
  for (const table of form.tables.filter(({kind}) => kind === "list"))
    for (const column of table.columns)
      for (let row = table.rows[0]; row <= table.rows[1]; row++) {
        const text = contents.get(table.sheet)?.get(`${column.letter}${row}`);
        const lines = typeof text === "string" ? wrappedLines(text, widthOf(table, column) * 1.05) : 1;
        const sheet = heights.get(table.sheet) ?? new Map<number, number>();
        if (lines > 1) heights.set(table.sheet, sheet.set(row, Math.max(sheet.get(row) ?? 0, lines * lineHeight + 2)));
      }
  return heights;
};
