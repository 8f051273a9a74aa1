import {utils, write} from "@e965/xlsx";
import {strToU8, zipSync} from "fflate";
import {expect, test} from "vitest";
import {isTorn} from "../../../../pipelines/read/container/torn.ts";

const torn = (bytes: Uint8Array) =>
  isTorn(async (from, length) => (from < 0 ? bytes.subarray(Math.max(0, bytes.length + from)) : bytes.subarray(from)).slice(0, length), bytes.length);
const book = (bookType: "xls" | "xlsx" | "ods", rows: number) => {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(Array.from({length: rows}, (_, i) => [i, `Text ${i}`])), "A");
  return new Uint8Array(write(workbook, {type: "buffer", bookType}) as Buffer);
};
const whole = {
  xlsx: book("xlsx", 50),
  ods: book("ods", 50),
  xls: book("xls", 50),
  "large xls": book("xls", 30_000),
  "zip with a comment": zipSync({a: strToU8("b")}, {comment: "Kommentar"}),
};
for (const [name, bytes] of Object.entries(whole)) {
  test(`${name} comes to its end`, async () => expect(await torn(bytes)).toBe(false));
  for (const share of [0.01, 0.3, 0.6, 0.9])
    test(`${name} stops after ${share * 100} %`, async () => expect(await torn(bytes.subarray(0, Math.max(4, Math.floor(share * bytes.length))))).toBe(true));
}
for (const text of ["stelle;wert\n1;2", "%PDF-1.7", "x"])
  test(`„${text.slice(0, 8)}“ says nothing of its end`, async () => expect(await torn(strToU8(text))).toBe(false));
