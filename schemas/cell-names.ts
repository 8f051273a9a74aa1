import type {Place, Reading} from "./flow.ts";

const numbered = /^Blatt (\d+)$/;
/** A sheet by its number in the workbook, for places whose title must not be repeated. */
export const sheetByNumber = (number: number) => `Blatt ${number}`;
const numberOf = ({sheets = []}: Pick<Reading, "sheets">, title: string): number | null => {
  const at = sheets.indexOf(title);
  if (at >= 0) return at + 1;
  const told = numbered.exec(title)?.[1];
  return told === undefined ? null : Number(told);
};

/**
 * How a place is named where titles, which are free text, must not stand: `T09!B7` for a declared cell, `S15!C4` for another cell of the 15th sheet,
 * `S15` for the sheet itself, `Datei` for the file.
 */
export const cellNames = (reading: Pick<Reading, "cells" | "sheets">): ((at: Place) => string) => {
  const declared = new Map(reading.cells.filter(({state}) => state !== "implied").map(({sheet, address, table}) => [`${sheet}!${address}`, table]));
  return (at) => {
    if (!("sheet" in at)) return "Datei";
    const number = numberOf(reading, at.sheet);
    const sheet = number === null ? "S–" : `S${number}`;
    return "cell" in at ? `${declared.get(`${at.sheet}!${at.cell}`) ?? sheet}!${at.cell}` : sheet;
  };
};
