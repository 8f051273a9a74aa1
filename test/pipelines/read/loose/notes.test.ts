import {strToU8, unzipSync, zipSync} from "fflate";
import {describe, expect, test} from "vitest";
import {oneReturn} from "../../../../fixtures/sample/one-return.ts";
import {notesInOds} from "../../../../pipelines/read/loose/ods-notes.ts";
import {readWorkbook} from "../../../../pipelines/read/read-workbook.ts";

const parts = unzipSync(await oneReturn());
const sheet = "xl/worksheets/sheet3.xml";
const rels = "xl/worksheets/_rels/sheet3.xml.rels";
const text = (name: string) => new TextDecoder().decode(parts[name] ?? new Uint8Array());
const related = (target: string, type: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const read = (added: Record<string, string>) => {
  const bytes = zipSync({...parts, ...Object.fromEntries(Object.entries(added).map(([name, xml]) => [name, strToU8(xml)]))});
  const {loose} = readWorkbook(bytes);
  return loose!.filter(({at}) => "sheet" in at && at.sheet === "02_Stellen").map(({at, text: said}) => `${"cell" in at ? at.cell : "–"} ${said}`);
};

describe("what stands beside cells in an .xlsx", () => {
  test("comments, without the author that programs put before them", () => {
    const comments = `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Quirin Zwetschgenhuber</author></authors><commentList><comment ref="B7" authorId="0"><text><r><rPr><b/></rPr><t>Quirin Zwetschgenhuber:</t></r><r><t xml:space="preserve">\nbitte &amp; prüfen</t></r></text></comment></commentList></comments>`;
    const said = read({[rels]: related("../comments9.xml", "comments"), "xl/comments9.xml": comments});
    expect(said).toContain("B7 bitte & prüfen");
    expect(said.join()).not.toContain("Zwetschgenhuber");
  });
  test("threaded comments without the list of persons", () => {
    const threads = `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="C9" personId="{1}" id="{2}"><text>Rückfrage offen</text></threadedComment></ThreadedComments>`;
    expect(
      read({[rels]: related("../threadedComments/threadedComment1.xml", "threadedComment"), "xl/threadedComments/threadedComment1.xml": threads}),
    ).toContain("C9 Rückfrage offen");
  });
  test("text boxes at the cell in which they begin", () => {
    const drawing = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>27</xdr:col><xdr:row>4</xdr:row></xdr:from><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Textfeld 1" descr="Ein Foto"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>Fall </a:t></a:r><a:r><a:t>eins</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>`;
    const said = read({[rels]: related("/xl/drawings/drawing9.xml", "drawing"), "xl/drawings/drawing9.xml": drawing});
    expect(said).toEqual(expect.arrayContaining(["AB5 Fall eins", "AB5 Ein Foto"]));
  });
  test("headers and footers without their codes", () => {
    const xml = text(sheet)
      .replace(/<headerFooter.*?<\/headerFooter>/s, "")
      .replace("</worksheet>", '<headerFooter><oddFooter>&amp;L&amp;"Arial,Fett"&amp;12Entwurf &amp;P</oddFooter></headerFooter></worksheet>');
    expect(read({[sheet]: xml})).toContain("– Entwurf");
  });
});

test("comments, text boxes and page headers of an .ods, without authors", () => {
  const encode = (xml: string) => new TextEncoder().encode(xml);
  const notes = notesInOds(
    new Map([
      [
        "content.xml",
        encode(
          '<table:table table:name="Blatt A"><office:annotation><dc:creator>Quirin Zwetschgenhuber</dc:creator><dc:date>2025</dc:date><text:p>bitte <text:span>prüfen</text:span></text:p></office:annotation><draw:text-box><text:p>Kasten</text:p></draw:text-box></table:table>',
        ),
      ],
      ["styles.xml", encode("<style:header><text:p>Kopf</text:p></style:header>")],
    ]),
  );
  expect(notes).toEqual([
    {at: {sheet: "Blatt A"}, text: "bitte prüfen"},
    {at: {sheet: "Blatt A"}, text: "Kasten"},
    {at: {file: true}, text: "Kopf"},
  ]);
});
