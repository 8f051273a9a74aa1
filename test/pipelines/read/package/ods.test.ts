import {expect, test} from "vitest";
import {notesInOds} from "../../../../pipelines/read/loose/ods-notes.ts";
import {standardOds} from "../../../../pipelines/read/package/ods.ts";

const ns = (name: string) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;
test("an .ods with other prefixes and quotes is read like the usual one", () => {
  const xml = `<o:document-content xmlns:o='${ns("office")}' xmlns:tb='${ns("table")}' xmlns:p='${ns("text")}'><o:body><o:spreadsheet><tb:table tb:name='Blatt A'><tb:table-row><tb:table-cell><o:annotation><p:p>Frau <p:span>A</p:span> <p:span>B</p:span></p:p></o:annotation></tb:table-cell></tb:table-row></tb:table></o:spreadsheet></o:body></o:document-content>`;
  expect(notesInOds(standardOds(new Map([["content.xml", new TextEncoder().encode(xml)]])))).toEqual([{at: {sheet: "Blatt A"}, text: "Frau A B"}]);
});
