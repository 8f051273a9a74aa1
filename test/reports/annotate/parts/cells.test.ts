import {describe, expect, test} from "vitest";
import {cellsOf, type CellValue, sharedStrings, valueIn, withValues} from "../../../../reports/annotate/parts/cells.ts";

const sheet =
  '<worksheet><sheetData><row r="2"><c r="B2" s="3"><v>1</v></c><c r="D2" t="s"><v>1</v></c><c r="E2" s="4"><f>B2*2</f><v>2</v></c></row><row r="5"/></sheetData></worksheet>';
const written = (values: Readonly<Record<string, CellValue>>, xml = sheet) => withValues(xml, new Map(Object.entries(values)));

describe("values", () => {
  test("are read with their kind", () => {
    const strings = sharedStrings("<sst><si><t>a</t></si><si><r><t>b</t></r><r><t> &amp; c</t></r></si></sst>");
    expect([...cellsOf(sheet)].map(([address, cell]) => [address, valueIn(cell, strings), cell.formula])).toEqual([
      ["B2", {number: "1"}, null],
      ["D2", {text: "b & c"}, null],
      ["E2", {number: "2"}, "B2*2"],
    ]);
  });
  test("are written into the cell, its format stays", () => expect(written({B2: {number: "12.50"}})).toContain('<c r="B2" s="3"><v>12.50</v></c>'));
  test("of a formula only the result changes", () => expect(written({E2: {text: "x"}})).toContain('<c r="E2" s="4" t="str"><f>B2*2</f><v>x</v></c>'));
  test("can be taken away", () =>
    expect(written({B2: {empty: true}, Z9: {empty: true}})).toBe(sheet.replace("<v>1</v></c>", "</c>").replace('<c r="B2" s="3"></c>', '<c r="B2" s="3"/>')));
});

describe("a cell that is not there yet", () => {
  const text: CellValue = {text: "a<b"};
  const cell = (address: string) => `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">a&lt;b</t></is></c>`;
  test.each([
    ["between others", "C2", sheet.replace('<c r="D2"', `${cell("C2")}<c r="D2"`)],
    ["behind others", "AA2", sheet.replace('</row><row r="5"', `${cell("AA2")}</row><row r="5"`)],
    ["in an empty row", "A5", sheet.replace('<row r="5"/>', `<row r="5">${cell("A5")}</row>`)],
    ["in a row of its own", "A3", sheet.replace('<row r="5"/>', `<row r="3">${cell("A3")}</row><row r="5"/>`)],
    ["below all rows", "A9", sheet.replace("</sheetData>", `<row r="9">${cell("A9")}</row></sheetData>`)],
  ])("%s", (_, address, expected) => expect(written({[address]: text})).toBe(expected));
  test("in a sheet without rows", () =>
    expect(written({A1: text}, "<x><sheetData/></x>")).toBe(`<x><sheetData><row r="1">${cell("A1")}</row></sheetData></x>`));
});

test("cells without an address are not guessed", () =>
  expect(() => cellsOf("<x><sheetData><row><c><v>1</v></c></row></sheetData></x>")).toThrow("invalid part: cells without address"));
