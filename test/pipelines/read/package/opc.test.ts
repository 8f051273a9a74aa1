import {expect, test} from "vitest";
import {contentTypes, partName, relationsOf, resolved, typeOf} from "../../../../pipelines/read/package/opc.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const packaged = "http://schemas.openxmlformats.org/package/2006";
const parts = new Map([
  [
    "[Content_Types].xml",
    encode(
      `<c:Types xmlns:c='${packaged}/content-types'><c:Default ContentType='text/plain' Extension='TXT'/><c:Override PartName='/XL/Bl%C3%A4tter/A.xml' ContentType='A/B+XML'/></c:Types>`,
    ),
  ],
  ["xl/blätter/a.xml", encode("<a/>")],
  [
    "xl/_rels/w.xml.rels",
    encode(
      `<R:Relationships xmlns:R="${packaged}/relationships"><R:Relationship Target="BL%C3%84TTER/a.xml" Id="i" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"/><R:Relationship Id="e" TargetMode="External" Target="mailto:x" Type="urn:t/hyperlink"/></R:Relationships>`,
    ),
  ],
]);

test("names of parts are compared without case and percent signs", () => expect(partName(parts, "XL/bl%C3%A4tter/A.XML")).toBe("xl/blätter/a.xml"));
test("relationships are resolved in both dialects, under any prefix", () =>
  expect(relationsOf(parts, "xl/w.xml")).toEqual([
    {id: "i", type: "worksheet", target: "xl/blätter/a.xml", external: false},
    {id: "e", type: "hyperlink", target: "mailto:x", external: true},
  ]));
test("content types by part, else by ending", () => {
  const types = contentTypes(parts);
  expect([typeOf(types, "xl/blätter/a.xml"), typeOf(types, "x.txt"), typeOf(types, "x.xml")]).toEqual(["a/b+xml", "text/plain", ""]);
});
test.each([
  ["xl/workbook.xml", "worksheets/a.xml", "xl/worksheets/a.xml"],
  ["xl/worksheets/a.xml", "../comments1.xml", "xl/comments1.xml"],
  ["xl/workbook.xml", "/a/./b.xml", "a/b.xml"],
])("%s to %s", (source, target, found) => expect(resolved(source, target)).toBe(found));
