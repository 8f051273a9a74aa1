import {beforeAll, describe, expect, test} from "vitest";
import {annotate} from "../../../reports/annotate/annotate.ts";
import {applyFix, undoFix} from "../../../reports/annotate/fix.ts";
import type {Finding, Proposal} from "../../../schemas/flow.ts";
import {oneReturn} from "../../../fixtures/sample/one-return.ts";
import {changedParts, checked, newParts, noteIn, opened, textsOf, withParts} from "./sender.ts";

const proposalsIn = (findings: readonly Finding[]): Proposal[] => findings.flatMap(({proposal}) => proposal ?? []);
const sheet4 = "xl/worksheets/sheet4.xml";

let sent: Uint8Array;
let proposals: Proposal[];
let fixed: Uint8Array;
beforeAll(async () => {
  sent = await oneReturn({
    change: {"03_Fallzahlen!G7": 99, "02_Stellen!B8": "Kordination", "03_Fallzahlen!P8": 5170004, "08_Steuerung!C42": 3, "10_Baustein3!L27": 7},
  });
  proposals = proposalsIn(checked(sent).findings);
  fixed = await applyFix(sent, proposals);
});

describe("accepted proposals", () => {
  test("there are some of every kind", () => {
    expect(proposals.map(({sheet, cell, value}) => [`${sheet}!${cell}`, value])).toEqual([
      ["02_Stellen!B8", {text: "KO Koordination"}],
      ["03_Fallzahlen!G7", {number: "14"}],
      ["03_Fallzahlen!P8", {text: "05170004 Alpen"}],
      ["08_Steuerung!C42", {number: "7"}],
      ["10_Baustein3!L27", {number: "132"}],
    ]);
  });
  test("put the return right, sums of the form included", () => {
    expect(checked(sent).verdict).toBe("rejected");
    expect(checked(fixed).verdict).toBe("accepted");
    expect(checked(fixed).findings.filter(({severity}) => severity !== "note")).toEqual([]);
  });
  test("write nothing but the cells and the sums that follow", () => {
    const cells = (text: string) => new Map([...text.matchAll(/<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>.*?<\/c>)/g)].map(([xml, cell]) => [cell!, xml]));
    const [before, after] = [cells(textsOf(sent)[sheet4]!), cells(textsOf(fixed)[sheet4]!)];
    expect([...after.keys()].filter((cell) => after.get(cell) !== before.get(cell)).sort()).toEqual(["G6", "G7", "P8"]);
    expect(after.get("G6")).toMatch(/<f>IF\(COUNT[^<]*SUM\(G7:G46\)\)<\/f><v>24<\/v>/);
    expect(/ s="\d+"/.exec(after.get("G7")!)![0]).toBe(/ s="\d+"/.exec(before.get("G7")!)![0]);
  });
  test("leave the old value as a comment in the cell", async () => {
    const book = await opened(fixed);
    expect(noteIn(book, "03_Fallzahlen", "G7")).toBe("KIM-Korrektur:\nVorschlag der Prüfung übernommen.\nVorher: 99\nJetzt: 14");
    expect(noteIn(book, "02_Stellen", "B8")).toContain("Vorher: „Kordination“\nJetzt: „KO Koordination“");
  });
  test("have the spreadsheet program calculate anew", () => expect(textsOf(fixed)["xl/workbook.xml"]).toContain('fullCalcOnLoad="1"'));
  test("stay apart from the comments of a check", async () => {
    const again = checked(sent).findings.filter(({at}) => "cell" in at && at.cell === "G7");
    const both = await annotate(fixed, again);
    expect(noteIn(await opened(both.bytes), "03_Fallzahlen", "G7")).toMatch(/^KIM-Korrektur:\n[\s\S]*Jetzt: 14\n\nKIM-Prüfung:\nFehler SUM-001/);
    const undone = await undoFix(both.bytes);
    expect(noteIn(await opened(undone), "03_Fallzahlen", "G7")).toMatch(/^KIM-Prüfung:\nFehler SUM-001/);
  });
});

describe("undoing", () => {
  test("gives back every part to the byte", async () => {
    const undone = await undoFix(fixed);
    expect([changedParts(sent, undone), newParts(sent, undone)]).toEqual([[], []]);
  });
  test("goes back to the very first value after two fixes", async () => {
    const twice = await applyFix(fixed, [
      {sheet: "03_Fallzahlen", cell: "G7", value: {number: "15"}, text: ""},
      {sheet: "03_Fallzahlen", cell: "Z60", value: {text: "neu"}, text: ""},
    ]);
    expect(checked(twice).verdict).toBe("rejected");
    const undone = await undoFix(twice);
    expect([changedParts(sent, undone), newParts(sent, undone)]).toEqual([[], []]);
  });
  test("keeps what the sender changed since, and puts the fixed cells back by value", async () => {
    const edited = withParts(fixed, {[sheet4]: (text) => text.replace(/(<c r="D8"[^>]*><v>)5(<\/v>)/, "$16$2")});
    expect(textsOf(edited)[sheet4]).not.toBe(textsOf(fixed)[sheet4]);
    const undone = textsOf(await undoFix(edited))[sheet4]!;
    expect(undone).toMatch(/<c r="G7"[^>]*><v>99<\/v>/);
    expect(undone).toMatch(/<c r="D8"[^>]*><v>6<\/v>/);
    expect(undone).toMatch(/<c r="G6"[^>]*><f>[^<]*<\/f><v>109<\/v>/);
  });
  test("of a file without a fix is the file", async () => expect(await undoFix(sent)).toBe(sent));
});

describe("refused", () => {
  test.each([
    [{sheet: "99_Nichts", cell: "A1", value: {number: "1"}, text: ""}, "unknown sheet: 99_Nichts"],
    [{sheet: "03_Fallzahlen", cell: "7G", value: {number: "1"}, text: ""}, "invalid cell: 7G"],
    [{sheet: "03_Fallzahlen", cell: "G7", value: {number: "1,5"}, text: ""}, "invalid number: 1,5"],
  ] satisfies [Proposal, string][])("%o", async (proposal, message) => expect(applyFix(sent, [proposal])).rejects.toThrow(message));
});
