import type {Worksheet} from "exceljs";
import {styles} from "./styles.ts";

/** Right of the tables, outside of what is read: [sheet, header cell, text, column width]. */
const asides: readonly (readonly [sheet: string, cell: string, text: string, width: number])[] = [
  ["02_Stellen", "S5", "Vorschlag VZÄ-Monate (6 × besetzt)", 14],
  ["03_Fallzahlen", "T5", "Probe: Anfang + Neu − Beendet", 14],
  ["09_Systemluecken", "N5", "Status im Vorhalbjahr", 22],
  ["10_Baustein3", "T25", "Probe: offene Anträge am Ende", 14],
];
/** Letter of the column beside a sheet's tables that is taken already. */
export const asideLetter = (sheet: string): string | undefined => asides.find(([name]) => name === sheet)?.[1].replace(/\d+/, "");

export const addAsides = (sheet: Worksheet) => {
  for (const [, cell, text, width] of asides.filter(([name]) => name === sheet.name)) {
    sheet.getCell(cell).value = text;
    sheet.getCell(cell).style = styles.header;
    sheet.getColumn(cell.replace(/\d+/, "")).width = width;
    sheet.getColumn((sheet.getCell(cell).col as unknown as number) - 1).width = 2;
  }
};
