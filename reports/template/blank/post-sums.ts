import type {CellValue, Worksheet} from "exceljs";
import {codeListOf} from "../../../schemas/codes/lists.ts";
import {cellStyle, styles} from "./styles.ts";

const columns = [
  ["U", "Funktion", 30],
  ["V", "Bewilligt (VZÄ)", 11],
  ["W", "Besetzt (VZÄ)", 11],
  ["X", "Köpfe", 9],
  ["Y", "VZÄ-Monate", 11],
] as const;
/** Columns of the posts that are added up, in the order of the columns above. */
const sources = ["G", "H", "I", "J"];
const [first, last] = [7, 86];

/** A small aid beside the posts: sums by function, to be compared with the notice of approval. Nobody reads them. */
export const addPostSums = (sheet: Worksheet) => {
  for (const [letter, title, width] of columns) {
    sheet.getCell(`${letter}5`).value = title;
    sheet.getCell(`${letter}5`).style = styles.header;
    sheet.getColumn(letter).width = width;
  }
  [...codeListOf("CL_FUNKTION").known.keys()].forEach((code, i) => {
    const row = first + i;
    sheet.getCell(`U${row}`).value = codeListOf("CL_FUNKTION").entry(code);
    sheet.getCell(`U${row}`).style = cellStyle("locked", "General", true);
    sources.forEach((source, j) => {
      const cell = sheet.getCell(`${columns[j + 1]![0]}${row}`);
      cell.value = {formula: `SUMIF($B$${first}:$B$${last},"${code} *",${source}$${first}:${source}$${last})`} as CellValue;
      cell.style = cellStyle("locked", source === "I" ? "0" : "0.00", false);
    });
  });
};
