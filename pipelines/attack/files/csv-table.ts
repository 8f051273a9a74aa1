import type {TableDeclaration} from "../../../schemas/tables/table.ts";
import {csvRows, unguarded} from "./csv-rows.ts";
import {type FileTable, plannedColumns, type Text} from "./file-table.ts";

/** The CSV for research: technical names, an empty cell where nothing stands. Without a declaration every column counts as text. */
export const csvTable = (text: string, file: string, declaration?: TableDeclaration): FileTable => {
  const [head = [], ...rows] = csvRows(text, ",");
  const names = head.map((name) => name ?? "");
  const planned = declaration === undefined ? null : plannedColumns(declaration);
  const isText = (name: string) => (planned?.get(name)?.type ?? "text") === "text";
  const value = (name: string, cell: string | null | undefined): Text => (cell == null ? null : isText(name) ? unguarded(cell) : cell);
  return {file, names, columns: names.map((name, i) => rows.map((row) => value(name, row[i])))};
};
