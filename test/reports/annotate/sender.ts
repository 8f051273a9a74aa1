import exceljs from "exceljs";
import {strFromU8, strToU8, unzipSync, zipSync} from "fflate";
import {oneReturn} from "../../../fixtures/sample/one-return.ts";
import type {TypedCells} from "../../../reports/template/fill-template.ts";
import {checkReading} from "../../../pipelines/check/check-reading.ts";
import {readWorkbook} from "../../../pipelines/read/read-workbook.ts";
import type {Checked} from "../../../schemas/flow.ts";

/** Faults on three sheets: an error with two findings in one cell, warnings, notes. */
export const faults: TypedCells = {
  "03_Fallzahlen!G7": 99,
  "03_Fallzahlen!C8": "k. A.",
  "03_Fallzahlen!I7": -3,
  "02_Stellen!H7": 1.2,
  "05_Themen!D8": 7,
  "03_Fallzahlen!Q7": "Caritas",
  "02_Stellen!B8": "Kordination",
};
export const faulty = (): Promise<Uint8Array> => oneReturn({change: faults});
export const checked = (bytes: Uint8Array): Checked => checkReading(readWorkbook(bytes));

export type Texts = Readonly<Record<string, string>>;
export const textsOf = (bytes: Uint8Array): Texts => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
/** The same file with some parts written anew; `null` drops a part. */
export const withParts = (bytes: Uint8Array, change: Readonly<Record<string, (text: string) => string>>): Uint8Array => {
  const parts = unzipSync(bytes);
  return zipSync({
    ...parts,
    ...Object.fromEntries(Object.entries(change).map(([path, by]) => [path, strToU8(by(strFromU8(parts[path] ?? new Uint8Array())))])),
  });
};
/** Paths whose bytes are not the same in both, new parts left out. */
export const changedParts = (before: Uint8Array, after: Uint8Array): string[] => {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  return Object.keys(old)
    .filter((path) => now[path] === undefined || Buffer.compare(old[path]!, now[path]!) !== 0)
    .sort();
};
export const newParts = (before: Uint8Array, after: Uint8Array): string[] => {
  const old = unzipSync(before);
  return Object.keys(unzipSync(after))
    .filter((path) => old[path] === undefined)
    .sort();
};

const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
/** The sender's own additions: comments in a faulty and in a sound cell, a picture, a conditional format. */
export const withOwnAdditions = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const book = await opened(bytes);
  const sheet = book.getWorksheet("03_Fallzahlen")!;
  sheet.getCell("G7").note = "Eigene Notiz: bitte nachzählen";
  sheet.getCell("H8").note = "Zweite Notiz";
  sheet.addImage(book.addImage({base64: pixel, extension: "png"}), "V3:W5");
  sheet.addConditionalFormatting({
    ref: "G7:G10",
    rules: [{type: "cellIs", operator: "greaterThan", formulae: ["50"], priority: 1, style: {font: {italic: true}}}],
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
};
export const opened = async (bytes: Uint8Array): Promise<exceljs.Workbook> => {
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book;
};
/** Text of a comment as the workbook library sees it. */
export const noteIn = (book: exceljs.Workbook, sheet: string, cell: string): string | undefined => {
  const note = book.getWorksheet(sheet)!.getCell(cell).note;
  return note === undefined || typeof note === "string" ? note : note.texts?.map(({text}) => text).join("");
};
