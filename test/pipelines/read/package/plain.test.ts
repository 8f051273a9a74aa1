import {describe, expect, test} from "vitest";
import {plainSheet, plainText} from "../../../../pipelines/read/package/plain.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const sheet = (rows: string, root = `<worksheet xmlns="${main}">`, end = "</worksheet>") => `${root}<sheetData>${rows}</sheetData>${end}`;
const usual = sheet('<row r="1"><c r="A1" t="s"><v>3</v></c><c r="B1"><f>A1&amp;"x"</f><v>7</v></c></row>');

test("what is plain stays as it is", () => expect(plainSheet(encode(usual))).toEqual({xml: usual, usual: true}));

describe("what is written otherwise is written anew and then usual", () => {
  const cells = '<row r="1"><c r="A1" t="s"><v>3</v></c><c r="B1"><f>A1&amp;"x"</f><v>7</v></c></row>';
  test.each<[string, string]>([
    ["a prefix", sheet(cells, `<x:worksheet xmlns:x="${main}">`, "</x:worksheet>").replace(/<(\/?)(?=[a-z]+[ >/])(?!x:)/g, "<$1x:")],
    ["single quotes", usual.replaceAll('r="A1"', "r='A1'")],
    ["other order of attributes", usual.replace('r="A1" t="s"', 't="s" r="A1"')],
    ["blanks in tags", usual.replace("<v>3</v>", "<v >3</v\n>")],
    ["a comment with a cell in it", usual.replace("<row", '<!--<c r="A1"><v>9</v></c>--><row')],
    ["CDATA", usual.replace("<v>3</v>", "<v><![CDATA[3]]></v>")],
    ["no addresses", usual.replace(/ r="[A-B]?1"/g, "")],
    ["a reference in an attribute", usual.replace('t="s"', 't="&#115;"')],
    ["the strict dialect", usual.replace(main, "http://purl.oclc.org/ooxml/spreadsheetml/main")],
    [
      "alternatives",
      sheet(
        `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="z" xmlns:z="urn:z"><row r="9"/></mc:Choice><mc:Fallback>${cells}</mc:Fallback></mc:AlternateContent>`,
      ),
    ],
  ])("%s", (_, xml) => {
    const read = plainSheet(encode(xml));
    expect(read.usual).toBe(true);
    expect(/<sheetData>.*<\/sheetData>/s.exec(read.xml)?.[0].replaceAll("&quot;", '"')).toBe(`<sheetData>${cells.replace("&quot;", '"')}</sheetData>`);
  });
});
test("UTF-16 is read as it says of itself", () => {
  const bytes = new Uint8Array(Buffer.from(`\ufeff${usual}`, "utf16le"));
  expect(plainText(bytes)).toBe(usual);
});
test("what was written in UTF-16 does not say so any more: it is written again in UTF-8", () => {
  const bytes = new Uint8Array(Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${usual}`, "utf16le"));
  expect(plainText(bytes)).toBe(`<?xml version="1.0" encoding="UTF-8"?>${usual}`);
});
test("a document type is refused wherever it stands", () =>
  expect(() => plainText(encode(`<!--${" ".repeat(3000)}--><!DOCTYPE x><worksheet xmlns="${main}"/>`))).toThrow(/DOCTYPE/));
test("what is not well-formed is no part", () => expect(() => plainText(encode("<a 'b'><c></a>"))).toThrow());
