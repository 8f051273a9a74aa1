import {CFB, read, utils, write} from "@e965/xlsx";
import {expect, test} from "vitest";
import {slimOds} from "../../../pipelines/read/slim/slim-ods.ts";
import {slimStream} from "../../../pipelines/read/slim/slim-xls.ts";
import {readValues} from "../../../pipelines/read/read-values.ts";

const book = utils.book_new();
const sheets = {"03_Fallzahlen": [["E01"]], _Pruef: Array.from({length: 300}, (_, i) => [`Zeile ${i}`, i]), "04c_Herkunft_Ort": [["E01"]], Ende: [["zuletzt"]]};
for (const [title, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), title);
const xls = new Uint8Array(write(book, {type: "array", bookType: "biff8"}));
const streamOf = (bytes: Uint8Array) => Uint8Array.from(CFB.find(CFB.read(bytes, {type: "array"}), "/Workbook")!.content as Uint8Array);
const isUnread = (title: string) => title === "_Pruef";
const textsOf = (bytes: Uint8Array) => readValues(bytes).map(({title, cells}) => [title, [...cells.values()].map(({text}) => text)]);

test("an .xls is read without the sheet that checks it, all others in full", () => {
  const stream = streamOf(xls);
  const slim = slimStream(stream, isUnread)!;
  expect(slim.length).toBeLessThan(stream.length - 3000);
  const again = read(slim, {type: "array"});
  expect(again.SheetNames).toEqual(Object.keys(sheets));
  expect([again.Sheets["_Pruef"]?.["A1"], again.Sheets["Ende"]?.["A1"].v]).toEqual([undefined, "zuletzt"]);
  expect(textsOf(xls)).toEqual([
    ["03_Fallzahlen", ["E01"]],
    ["04c_Herkunft_Ort", ["E01"]],
    ["Ende", ["zuletzt"]],
  ]);
});

test("a stream that ends in the middle of a record is left as it is", () => {
  const stream = streamOf(xls);
  const end = stream.findLastIndex((byte) => byte !== 0);
  expect(slimStream(stream.slice(0, end - 40), isUnread)).toBeNull();
});

test("a zero without a formula is a zero: only where a formula shows another cell a lost text is taken from there", () => {
  const copy = utils.book_new();
  utils.book_append_sheet(copy, utils.aoa_to_sheet([["E01 Markt", 0]]), "03_Fallzahlen");
  const lost = (from: string) => ({t: "n", v: 0, f: `IF('03_Fallzahlen'!${from}="","",'03_Fallzahlen'!${from})`});
  utils.book_append_sheet(copy, {"!ref": "A1:B1", A1: lost("A1"), B1: lost("B1")} as never, "04c_Herkunft_Ort");
  // The library writes no formulas into an .xls: both cells then hold 0 alone. The other half is proved with LibreOffice (measure "resaved").
  expect(textsOf(new Uint8Array(write(copy, {type: "array", bookType: "biff8"})))[1]).toEqual(["04c_Herkunft_Ort", ["0", "0"]]);
});

test("an .ods keeps comments of a sheet that is never read, and nothing else of it", () => {
  const note = "<office:annotation><text:p>Rückruf</text:p></office:annotation>";
  const table = (name: string) =>
    `<table:table table:name="${name}"><table:table-row><table:table-cell>${note}<text:p>Zelle</text:p></table:table-cell></table:table-row></table:table>`;
  const xml = `<office:spreadsheet>${table("_Pruef")}${table("Ende")}</office:spreadsheet>`;
  const slim = new TextDecoder().decode(slimOds(new Map([["content.xml", new TextEncoder().encode(xml)]]), isUnread).get("content.xml"));
  expect(slim).toBe(`<office:spreadsheet>${table("_Pruef").replace("<text:p>Zelle</text:p>", "")}${table("Ende")}</office:spreadsheet>`);
});
