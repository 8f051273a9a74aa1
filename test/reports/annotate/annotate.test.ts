import {write, read as readBook} from "@e965/xlsx";
import {beforeAll, describe, expect, test} from "vitest";
import {oneReturn} from "../../../fixtures/sample/one-return.ts";
import {readValues} from "../../../pipelines/read/read-values.ts";
import {readWorkbook} from "../../../pipelines/read/read-workbook.ts";
import {annotate} from "../../../reports/annotate/annotate.ts";
import type {Checked, Finding} from "../../../schemas/flow.ts";
import {changedParts, checked, faulty, newParts, noteIn, opened, textsOf, withOwnAdditions, withParts} from "./sender.ts";

const frame = ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml"];
const faultySheets = (texts: Readonly<Record<string, string>>, findings: readonly Finding[]) => {
  // Parts are numbered as the sheets were made, which need not be the order in which they are shown.
  const ids = new Map([...texts["xl/workbook.xml"]!.matchAll(/<sheet sheetId="(\d+)" name="([^"]*)"/g)].map(([, id, title]) => [title, id]));
  return [...new Set(findings.flatMap(({at}) => ("cell" in at ? [`xl/worksheets/sheet${ids.get(at.sheet)}.xml`] : [])))].sort();
};

let sent: Uint8Array;
let result: Checked;
let marked: Uint8Array;
beforeAll(async () => {
  sent = await faulty();
  result = checked(sent);
  marked = (await annotate(sent, result.findings, {fileName: "wesel.xlsx"})).bytes;
});

describe("the sender's own workbook", () => {
  test("has faults on several sheets to begin with", () => {
    expect(result.verdict).toBe("rejected");
    expect(faultySheets(textsOf(sent), result.findings).length).toBeGreaterThan(5);
  });
  test("keeps every other part byte for byte", () => {
    expect(changedParts(sent, marked)).toEqual([...frame, ...faultySheets(textsOf(sent), result.findings)].sort());
  });
  test("gets a sheet, comments and their boxes, nothing else", () => {
    const number = (name: string) => 9000 + Number(name.slice(5));
    const sheets = faultySheets(textsOf(sent), result.findings).map((path) => /sheet\d+/.exec(path)![0]);
    const expected = [
      "xl/worksheets/sheet9000.xml",
      ...sheets.flatMap((name) => [`xl/comments${number(name)}.xml`, `xl/drawings/vmlDrawing${number(name)}.vml`, `xl/worksheets/_rels/${name}.xml.rels`]),
    ];
    expect(newParts(sent, marked)).toEqual(expected.sort());
  });
  test("keeps all rows and cells of the marked sheets", () => {
    const [before, after] = [textsOf(sent), textsOf(marked)];
    const data = (text: string) => /<sheetData>.*<\/sheetData>/s.exec(text)![0];
    const paths = faultySheets(before, result.findings);
    expect(paths.map((path) => data(after[path]!))).toEqual(paths.map((path) => data(before[path]!)));
  });
  test("checked again gives the same findings", () => expect(checked(marked)).toEqual(result));
  test("has all findings of a cell in its comment", async () => {
    const book = await opened(marked);
    const note = noteIn(book, "02_Stellen", "H7")!;
    expect(note.split("\n")[0]).toBe("KIM-Prüfung:");
    expect(["Fehler TYP-004", "Fehler XS-001"].map((text) => note.includes(text))).toEqual([true, true]);
    expect(note).not.toContain("02_Stellen!H7");
    expect(noteIn(book, "02_Stellen", "H8")).toBeUndefined();
  });
  test("marks errors, warnings and notes in looks of their own", () => {
    const formats = textsOf(marked)["xl/styles.xml"]!.match(/<dxf>.*?<\/dxf>/gs)!;
    const rules = [
      ...textsOf(marked)["xl/worksheets/sheet4.xml"]!.matchAll(/<conditionalFormatting sqref="([^"]*)"><cfRule type="expression" dxfId="(\d+)"/g),
    ].flatMap(([, cells, format]) => (cells === "A3" ? [] : [[cells, /style="(\w+)"/.exec(formats[Number(format)]!)![1]]]));
    expect(rules).toEqual([
      ["G7 H7 I7", "thin"],
      ["C8", "dashed"],
      ["Q7", "dotted"],
    ]);
  });
  test("moves names that belong to a sheet along with it", () => {
    const names = (text: string) => [...text.matchAll(/localSheetId="(\d+)">(?:&apos;)?([^&!]*)/g)].map(([, place, sheet]) => [Number(place), sheet]);
    const before = names(textsOf(sent)["xl/workbook.xml"]!);
    expect(before.length).toBeGreaterThan(30);
    expect(names(textsOf(marked)["xl/workbook.xml"]!)).toEqual(before.map(([place, sheet]) => [(place as number) + 1, sheet]));
  });
  test("keeps protection and validations for the workbook library", async () => {
    const [before, after] = [(await opened(sent)).getWorksheet("03_Fallzahlen")!, (await opened(marked)).getWorksheet("03_Fallzahlen")!];
    expect(after.getCell("Q9").dataValidation).toEqual(before.getCell("Q9").dataValidation);
    expect((after as unknown as {sheetProtection: unknown}).sheetProtection).toEqual((before as unknown as {sheetProtection: unknown}).sheetProtection);
  });
  test("stays a workbook with macros where it is one", async () => {
    const macros = withParts(sent, {"[Content_Types].xml": (text) => text.replace("spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml")});
    expect(await annotate(macros, result.findings)).toMatchObject({format: "xlsm", copied: false});
  });
});

describe("Prüfergebnis", () => {
  test("is the first sheet and says verdict, counts and what to do", async () => {
    const sheet = (await opened(marked)).worksheets[0]!;
    expect(sheet.name).toBe("Prüfergebnis");
    const text = sheet.getSheetValues().flat().join("\n");
    expect(text).toContain("Nicht angenommen. Bitte die Fehler beheben und die Datei erneut senden.");
    expect(text).toContain(`${result.findings.filter(({severity}) => severity === "error").length} Fehler · 1 Warnung · 2 Hinweise`);
    expect(text).toContain("Ort E01: Am Ende 99 Fälle, gerechnet 12 + 6 − 4 = 14.");
    expect(text).toContain("Vorschlag: 14 statt 99, wenn die anderen Zahlen stimmen.");
  });
  test("has one row and one link for each finding", () => {
    const xml = textsOf(marked)["xl/worksheets/sheet9000.xml"]!;
    expect([...xml.matchAll(/location="&apos;|location="'/g)].length).toBe(result.findings.length);
    expect(xml).toContain(`location="'03_Fallzahlen'!G7"`);
    expect(xml.match(/<c r="A\d+" s="\d+"><v>/g)!.length).toBe(result.findings.length);
  });
  test("says so when there is nothing to say, and what could not be checked", async () => {
    const clean = await oneReturn();
    const {bytes} = await annotate(clean, [], {notCheckable: [{rule: "STR-007", reason: "kein Konto"}]});
    const text = (await opened(bytes)).worksheets[0]!.getSheetValues().flat().join("\n");
    expect(["Angenommen. Es ist nichts zu tun.", "Nicht prüfbar", "kein Konto"].map((each) => text.includes(each))).toEqual([true, true, true]);
    expect(changedParts(clean, bytes)).toEqual(frame);
  });
  test("holds no character that no XML can hold", async () => {
    const odd: Finding = {...result.findings[0]!, found: 'a\u0000b\u000bc<&"', message: "x\u0001"};
    const {bytes} = await annotate(sent, [odd]);
    expect((await opened(bytes)).worksheets[0]!.getSheetValues().flat().join("\n")).toContain('a\uFFFDb\uFFFDc<&"');
  });
});

describe("annotating again", () => {
  test("the same findings change nothing", async () => {
    expect(textsOf((await annotate(marked, result.findings, {fileName: "wesel.xlsx"})).bytes)).toEqual(textsOf(marked));
  });
  test("takes off what no longer holds", async () => {
    const {bytes} = await annotate(marked, []);
    expect(newParts(sent, bytes)).toEqual(["xl/worksheets/sheet9000.xml"]);
    expect(changedParts(sent, bytes)).toEqual(frame);
  });
});

describe("what the sender added", () => {
  let own: Uint8Array;
  let bytes: Uint8Array;
  beforeAll(async () => {
    own = await withOwnAdditions(sent);
    bytes = (await annotate(own, checked(own).findings)).bytes;
  });
  test("comments stay, also beside ours in one cell", async () => {
    const book = await opened(bytes);
    expect(noteIn(book, "03_Fallzahlen", "G7")).toMatch(/^Eigene Notiz: bitte nachzählen\n\nKIM-Prüfung:\nFehler SUM-001\n/);
    expect(noteIn(book, "03_Fallzahlen", "H8")).toBe("Zweite Notiz");
  });
  test("one box a comment, the sender's among them", () => {
    const texts = textsOf(bytes);
    const boxes = texts["xl/drawings/vmlDrawing9004.vml"]!.match(/<v:shape /g)!.length;
    expect(boxes).toBe(texts["xl/comments9004.xml"]!.match(/<comment /g)!.length);
  });
  test("comment parts, pictures and drawings stay byte for byte", () => {
    const kept = Object.keys(textsOf(own)).filter((path) => /comments|drawing|media/i.test(path));
    expect(kept.length).toBeGreaterThan(3);
    expect(changedParts(own, bytes).filter((path) => kept.includes(path))).toEqual([]);
    expect(textsOf(bytes)["xl/worksheets/sheet4.xml"]).toMatch(/<drawing r:id="\w+"\/>/);
  });
  test("conditional formats stay", () => expect(textsOf(bytes)["xl/worksheets/sheet4.xml"]).toContain('<cfRule type="cellIs"'));
  test("comes back alone when the findings are gone", async () => {
    const book = await opened((await annotate(bytes, [])).bytes);
    expect([noteIn(book, "03_Fallzahlen", "G7"), noteIn(book, "03_Fallzahlen", "H8"), noteIn(book, "03_Fallzahlen", "I7")]).toEqual([
      "Eigene Notiz: bitte nachzählen",
      "Zweite Notiz",
      undefined,
    ]);
  });
});

describe("the open sheet", () => {
  const selecting = (sheet: number) =>
    withParts(sent, {
      [`xl/worksheets/sheet${sheet}.xml`]: (text) => text.replace("<sheetView ", '<sheetView tabSelected="1" '),
      "xl/workbook.xml": (text) => text.replace("<sheets>", `<bookViews><workbookView activeTab="${sheet - 1}" firstSheet="2"/></bookViews><sheets>`),
    });
  const view = (bytes: Uint8Array) => /<workbookView[^>]*>/.exec(textsOf(bytes)["xl/workbook.xml"]!)![0];
  const selected = (bytes: Uint8Array) => Object.entries(textsOf(bytes)).flatMap(([path, text]) => (text.includes('tabSelected="1"') ? [path] : []));
  test("is ours, where that touches no sheet without findings", async () => {
    const {bytes} = await annotate(selecting(4), result.findings);
    expect([view(bytes), selected(bytes)]).toEqual(['<workbookView activeTab="0"/>', []]);
  });
  test("stays the sender's otherwise: never are two sheets selected", async () => {
    const {bytes} = await annotate(selecting(11), result.findings);
    expect([view(bytes), selected(bytes)]).toEqual(['<workbookView activeTab="11"/>', ["xl/worksheets/sheet11.xml"]]);
  });
});

describe("copies", () => {
  const converted = (type: "ods" | "biff8") => new Uint8Array(write(readBook(sent, {cellNF: true}), {bookType: type, type: "array"}) as ArrayBuffer);
  test.each(["ods", "biff8"] as const)("of %s: an .xlsx with the same values, comments, and a word about it", async (type) => {
    const upload = converted(type);
    const before = checked(upload);
    const copy = await annotate(upload, before.findings, {fileName: "wesel.ods", sheets: () => readValues(upload)});
    expect(copy).toMatchObject({format: "xlsx", copied: true});
    const places = ({findings}: Checked) => findings.map(({rule, at, found}) => ({rule, at, found}));
    expect(before.findings.length).toBeGreaterThan(10);
    expect(places(checked(copy.bytes))).toEqual(places(before));
    const book = await opened(copy.bytes);
    expect(noteIn(book, "03_Fallzahlen", "G7")).toContain("Fehler SUM-001");
    expect(book.worksheets[0]!.getSheetValues().flat().join("\n")).toContain(
      "Dies ist eine Kopie der Werte als .xlsx, weil sich in diesem Format nichts markieren lässt. Bitte dort berichtigen, wo die Zahlen herkommen: wesel.ods.",
    );
  });
  test("of a file that nobody can read: the result alone", async () => {
    const broken = sent.slice(0, 5000);
    const copy = await annotate(broken, checked(broken).findings, {fileName: "kaputt.xlsx"});
    const book = await opened(copy.bytes);
    expect([copy.copied, book.worksheets.map(({name}) => name)]).toEqual([true, ["Prüfergebnis"]]);
    expect(book.worksheets[0]!.getSheetValues().flat().join("\n")).toContain("STR-010");
  });
  test("of a return that names nothing the sheets do not show", () => {
    expect(readWorkbook(sent).form).toBe("KIM-MB-1.0");
    expect(readValues(sent).map(({title}) => title)).not.toContain("_Listen");
  });
});
