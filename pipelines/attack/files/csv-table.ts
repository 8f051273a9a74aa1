import {csvRows} from "./csv-rows.ts";
import type {FileTable, Text} from "./file-table.ts";

/** The CSV for research: technical names, an empty cell where nothing stands. */
export const csvTable = (text: string, file: string): FileTable => {
  const [names = [], ...rows] = csvRows(text, ",");
  return {file, names, columns: names.map((_, i) => rows.map((row): Text => row[i] || null))};
};
