import {describe, expect, test} from "vitest";
import {oneReturn} from "../../../fixtures/sample/one-return.ts";
import {interpret} from "../../../pipelines/read/interpret.ts";
import {type Opened, openWorkbook} from "../../../pipelines/read/open-workbook.ts";
import type {Repair, Sheet} from "../../../schemas/flow.ts";
import {deletedColumn, deletedRow, insertedRows, renamed, swappedColumns, typed, withSheet} from "./moved.ts";

const opened = openWorkbook(await oneReturn(), () => undefined);
type Change = Parameters<typeof withSheet>[2];
const changed = (title: string, ...changes: readonly Change[]) => interpret(changes.reduce((book, change) => withSheet(book, title, change), opened));
const withBook = (change: Partial<Opened["workbook"]>) => interpret({...opened, workbook: {...opened.workbook, ...change}});
const short = ({kind, at, found, readAs, template, certain}: Repair) =>
  `${certain ? "sicher" : "fraglich"} ${kind} ${"sheet" in at ? at.sheet : "Datei"}${"cell" in at ? `!${at.cell}` : ""}: ${found} → ${readAs} (${template})`;
const told = ({repairs}: {readonly repairs: readonly Repair[]}) => repairs.map(short);
const merged =
  (range: string): Change =>
  (sheet) => ({...sheet, merged: [range]});
const insertedColumn =
  (letter: string): Change =>
  (sheet) => ({
    ...sheet,
    cells: new Map(
      [...sheet.cells].map(([address, cell]) => {
        const [, own, row] = /^([A-Z]+)(\d+)$/.exec(address)!;
        return [own! < letter ? address : `${String.fromCharCode(own!.charCodeAt(0) + 1)}${row}`, cell];
      }),
    ),
  });

describe("what cannot change a value is told as certain", () => {
  const cases: Record<string, [string, Change, string]> = {
    "a renamed sheet": [
      "03_Fallzahlen",
      renamed("03 Fallzahlen (Januar)"),
      "sicher sheet 03 Fallzahlen (Januar): Blatt „03 Fallzahlen (Januar)“ → Blatt „03_Fallzahlen“ (Blatt „03_Fallzahlen“)",
    ],
    "rows above a table": [
      "03_Fallzahlen",
      insertedRows(4, 2),
      "sicher table 03_Fallzahlen!A7: Überschriften in Zeile 7 → Tabelle „Fallzahlen je Einsatzort“ (Zeile 5)",
    ],
    "rows within a matrix": [
      "05_Themen",
      insertedRows(9, 1),
      "sicher rows 05_Themen!A10: Zeile 10 „03“ und 16 weitere in „Themen in den bearbeiteten CM-Fällen“ an anderer Stelle → die Zeilen ihrer Codes („03“ in Zeile 9)",
    ],
    "a heading without its unit": [
      "03_Fallzahlen",
      typed({D5: "CM-Neuaufnahmen"}),
      "sicher heading 03_Fallzahlen!D5: Überschrift „CM-Neuaufnahmen“ in Spalte D → „CM-Neuaufnahmen (Fälle)“ (Spalte D)",
    ],
    "a label in place of a code": [
      "05_Themen",
      typed({A7: null}),
      "sicher rows 05_Themen!A7: Zeile 7 „Aufenthaltsrecht“ ohne Code → „01 Aufenthaltsrecht“ („01“)",
    ],
    "a code without its zero": [
      "05_Themen",
      typed({A7: {number: 1}}),
      "sicher rows 05_Themen!A7: Zeile 7 „1“ ohne führende Null → „01 Aufenthaltsrecht“ („01“)",
    ],
    "a number as text": ["03_Fallzahlen", typed({D7: " 6\u00a0"}), "sicher text-number 03_Fallzahlen!D7: Text „ 6\u00a0“ → Zahl 6 (Zahlen als Zahlen)"],
    "a full-width number": ["03_Fallzahlen", typed({D7: "６"}), "sicher text-number 03_Fallzahlen!D7: Text „６“ → Zahl 6 (Zahlen als Zahlen)"],
    "a total below a list": [
      "03_Fallzahlen",
      typed({B9: "Summe", D9: {number: 11}}),
      "sicher total 03_Fallzahlen!A9: Zeile 9 „Summe“ → Summe, die nicht mitzählt (Summe nur über den Zeilen)",
    ],
    "repeated headings": [
      "03_Fallzahlen",
      typed({A9: "Ort-Nr.", B9: "Einsatzort (Bezeichnung)"}),
      "sicher rows 03_Fallzahlen!A9: Zeile 9 wiederholt die Überschriften → Überschrift, keine Angabe (Überschriften einmal)",
    ],
    "a heading merged with the cell above": [
      "03_Fallzahlen",
      (sheet) => merged("D4:D5")(typed({D4: "CM-Neuaufnahmen (Fälle)", D5: null})(sheet)),
      "sicher merged 03_Fallzahlen!D4: verbundene Zellen D4:D5 → Angabe in D4 (einzelne Zellen)",
    ],
    "a hidden sheet": [
      "05_Themen",
      (sheet) => ({...sheet, hidden: true}),
      "sicher hidden 05_Themen: ausgeblendetes Blatt mit Angaben → gültige Angaben (alles sichtbar)",
    ],
  };
  for (const [name, [title, change, said]] of Object.entries(cases)) test(name, () => expect(told(changed(title, change))).toEqual([said]));
  test("sheets in another order", () =>
    expect(told(withBook({sheets: opened.workbook.sheets.toReversed()}))).toEqual([
      "sicher sheet-order Datei: Blätter in anderer Reihenfolge → die Blätter ihrer Namen (Reihenfolge nach Nummern)",
    ]));
});

describe("what could change a value waits for a confirmation", () => {
  const cases: Record<string, [string, Change, readonly string[]]> = {
    "a moved column": [
      "03_Fallzahlen",
      swappedColumns("D", "F"),
      [
        "fraglich column 03_Fallzahlen!D5: Spalte D → „CM-Beendigungen (Fälle)“ (Spalte F)",
        "fraglich column 03_Fallzahlen!F5: Spalte F → „CM-Neuaufnahmen (Fälle)“ (Spalte D)",
      ],
    ],
    "an inserted column": [
      "05_Themen",
      insertedColumn("C"),
      [
        "fraglich column 05_Themen!D5: Spalten D bis F → „Fälle mit diesem Thema (Fälle)“ bis „davon im Halbjahr gelöst oder teilgelöst (Fälle)“ (Spalten C bis E)",
      ],
    ],
    "a heading in other words": [
      "03_Fallzahlen",
      typed({D5: "CM-Neuaufnahme (Fälle)"}),
      ["fraglich heading 03_Fallzahlen!D5: Überschrift „CM-Neuaufnahme (Fälle)“ in Spalte D → „CM-Neuaufnahmen (Fälle)“ (Spalte D)"],
    ],
    "a heading that stands twice above numbers": [
      "03_Fallzahlen",
      typed({V5: "CM-Neuaufnahmen (Fälle)", V7: {number: 9}}),
      ["fraglich column 03_Fallzahlen!V5: Spalte V heißt ebenfalls „CM-Neuaufnahmen (Fälle)“ → Notiz; gezählt ist Spalte D (jede Überschrift einmal)"],
    ],
    "a voluntary column that is gone": [
      "03_Fallzahlen",
      deletedColumn("E"),
      ["fraglich missing 03_Fallzahlen: Spalte „davon Wiederaufnahmen (Fälle)“ nicht gefunden → nicht gemeldet (Spalte E)"],
    ],
    "a voluntary question that is gone": [
      "03b_Prozess",
      typed({B9: null}),
      ["fraglich missing 03b_Prozess: Frage „Fälle mit vollzogenem Rechtskreiswechsel im Halbjahr“ nicht gefunden → nicht gemeldet (Zeile 9)"],
    ],
    "a question that stands twice": [
      "03b_Prozess",
      typed({B14: "Re-Assessments im Halbjahr", C14: {number: 9}}),
      ["fraglich rows 03b_Prozess!C14: Frage „Re-Assessments im Halbjahr“ steht noch einmal → Notiz; gezählt ist Zeile 8 (jede Frage einmal)"],
    ],
    "a sheet known by its tables alone": [
      "05_Themen",
      renamed("Tabelle5"),
      ["fraglich sheet Tabelle5: Blatt „Tabelle5“, erkannt an seinen Tabellen, → Blatt „05_Themen“ (Blatt „05_Themen“)"],
    ],
    "a total that is none": [
      "03_Fallzahlen",
      typed({B9: "Summe", D9: {number: 12}}),
      ["fraglich total 03_Fallzahlen!A9: Zeile 9 „Summe“, aber nicht die Summe der anderen Zeilen → Summe, die nicht mitzählt (Summe nur über den Zeilen)"],
    ],
    "merged answers": [
      "03_Fallzahlen",
      merged("D7:D8"),
      ["fraglich merged 03_Fallzahlen!D7: verbundene Zellen D7:D8 → Angabe nur in D7; leer sind D8 (einzelne Zellen)"],
    ],
    "a number that its format does not show": [
      "03_Fallzahlen",
      (sheet) => ({...sheet, cells: new Map(sheet.cells).set("D7", {text: "", typed: {number: 6}})}),
      ["fraglich format 03_Fallzahlen!D7: eine Zahl, die ihr Zellformat nicht anzeigt, → die Zahl in der Zelle (sichtbare Zahlen)"],
    ],
    "a code beside another label": [
      "05_Themen",
      typed({A7: "02", A8: "01"}),
      [
        "sicher rows 05_Themen!A7: Zeile 7 „02“ und 1 weitere",
        "fraglich rows 05_Themen!A7: Zeile 7 mit dem Code „02“ neben der Bezeichnung von „01",
        "fraglich rows 05_Themen!A8: Zeile 8 mit dem Code „01“ neben der Bezeichnung von „02",
      ],
    ],
    "another half-year on the cover": [
      "01_Deckblatt",
      typed({C7: "2026-H1"}),
      ["fraglich template 01_Deckblatt!C7: Halbjahr 2026-H1 auf dem Deckblatt, die Vorlage ist für 2025-H2 ausgegeben → Halbjahr 2026-H1 (2025-H2)"],
    ],
    "another body on the cover": [
      "01_Deckblatt",
      typed({C6: "05914"}),
      ["fraglich template 01_Deckblatt!C6: Stelle 05914 auf dem Deckblatt, die Vorlage ist für 05170 ausgegeben → Stelle 05914 (05170)"],
    ],
  };
  for (const [name, [title, change, said]] of Object.entries(cases))
    test(name, () => expect(told(changed(title, change))).toEqual(said.map((each) => expect.stringContaining(each))));

  const sites = opened.workbook.sheets.find(({title}) => title === "03_Fallzahlen")!;
  const copied = (copy: Sheet) => told(withBook({sheets: [...opened.workbook.sheets, {...copy, title: "03_Fallzahlen (2)"}]}));
  test("a second sheet with other values; the same ones are a plain copy", () => {
    expect(copied(typed({D7: {number: 7}})(sites))).toEqual([expect.stringMatching(/^fraglich sheet-copy 03_Fallzahlen \(2\): .*anderen Angaben/)]);
    expect(copied(sites)).toEqual([expect.stringMatching(/^sicher sheet-copy .*denselben Angaben/)]);
  });
  test("an unnamed row that adds up the others", () => {
    const numbers = [..."CDFGHIJL"].map(
      (letter) => [`${letter}9`, {number: [7, 8].reduce((sum, row) => sum + Number(sites.cells.get(`${letter}${row}`)!.text), 0)}] as const,
    );
    expect(told(changed("03_Fallzahlen", typed({A9: "Kreis", ...Object.fromEntries(numbers)})))).toEqual([
      expect.stringMatching(/^fraglich total 03_Fallzahlen!A9: Zeile 9 „Kreis“ ist in allen Spalten die Summe/),
    ]);
  });
});

describe("what the template was issued for", () => {
  const withoutMeta = opened.workbook.sheets.filter(({title}) => title !== "_meta");
  const retyped = withSheet(opened, "01_Deckblatt", typed({C7: "2024-H1"})).workbook;
  test("the properties tell as well as the hidden sheet", () =>
    expect(told(withBook({sheets: retyped.sheets.filter(({title}) => title !== "_meta")}))).toEqual([
      expect.stringContaining("die Vorlage ist für 2025-H2 ausgegeben"),
    ]));
  test("where neither is left, that is told", () =>
    expect(told(withBook({sheets: withoutMeta, properties: {}}))).toEqual([expect.stringMatching(/^sicher template Datei: keine Angabe, wofür/)]));
});

test("tables that look alike do not slip into each other's place", () => {
  // The three voluntary tables of this sheet have the same headings; 13 rows more put the first where the second is expected.
  const shifted = changed("03b_Prozess", insertedRows(26, 13));
  const spoken = shifted.cells.filter(({table, state}) => /^T03[OFS]$/.test(table) && state === "number");
  expect(spoken.filter(({table, address}) => table !== "T03O" && Number(address.slice(1)) < 53)).toEqual([]);
  expect(told(shifted).filter((each) => each.includes(" table "))).toHaveLength(3);
});
test("a total below other rows is not the total of the table", () => {
  const {cells, repairs} = changed("03_Fallzahlen", deletedRow(6), typed({B8: "Summe", D8: {number: 11}}));
  expect(cells.filter(({field, part}) => field === "cm_neu" && part === "input").map(({row, value}) => [row, value])).toEqual([
    ["E01", 6n],
    ["E02", 5n],
  ]);
  expect(repairs.map(({kind, certain}) => [kind, certain])).toEqual([["total", true]]);
});
test("the same code in two rows of a matrix is asked about", () =>
  expect(changed("05_Themen", typed({A27: "03", C27: {number: 4}})).remarks).toMatchObject([
    {kind: "duplicate-key", at: {sheet: "05_Themen", cell: "A27"}, expected: "Zeile 9"},
  ]));
