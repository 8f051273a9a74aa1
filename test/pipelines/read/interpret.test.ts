import {describe, expect, test} from "vitest";
import {oneReturn} from "../../../fixtures/sample/one-return.ts";
import {interpret} from "../../../pipelines/read/interpret.ts";
import {type Opened, openWorkbook} from "../../../pipelines/read/open-workbook.ts";
import type {Reading} from "../../../schemas/flow.ts";
import {deletedColumn, deletedRow, insertedRows, renamed, swappedColumns, typed, withSheet} from "./moved.ts";

const opened = openWorkbook(await oneReturn(), () => undefined);
const asSent = interpret(opened);
/** Values by table, field and row: what must not change however a sheet is rearranged. */
const values = ({cells}: Reading) =>
  Object.fromEntries(cells.map(({table, part, field, row, state, value, code}) => [`${table} ${part} ${field} ${row}`, `${state} ${value} ${code}`]));
const changed = (title: string, change: Parameters<typeof withSheet>[2], from: Opened = opened) => interpret(withSheet(from, title, change));

test("an untouched form needs no remark and no repair", () => expect([asSent.remarks, asSent.repairs]).toEqual([[], []]));
test("it says whose it is", () => expect(asSent).toMatchObject({format: "xlsx", form: "KIM-MB-1.0", body: "05170", halfYear: "2025-H2", returnKind: "V"}));

describe("rearranged sheets yield the same values", () => {
  const cases: Record<string, [string, Parameters<typeof withSheet>[2]]> = {
    "rows inserted above a table": ["03_Fallzahlen", insertedRows(5, 2)],
    "rows inserted between sites": ["03_Fallzahlen", insertedRows(8, 3)],
    "rows inserted above matrices": ["04_Merkmale", insertedRows(3, 4)],
    "a row inserted within a matrix": ["04_Merkmale", insertedRows(30, 1)],
    "rows inserted above questions": ["03b_Prozess", insertedRows(2, 1)],
    "a row inserted between two lists": ["10_Baustein3", insertedRows(23, 2)],
    "columns exchanged": ["03_Fallzahlen", swappedColumns("D", "F")],
    "a renamed sheet": ["03_Fallzahlen", renamed("03 Fallzahlen (Stand Januar)")],
    "a sheet with another name altogether": ["05_Themen", renamed("Tabelle5")],
    "a renamed column": ["03_Fallzahlen", typed({D5: "CM Neuaufnahme"})],
    "a renamed question": ["03b_Prozess", typed({B6: "Fälle mit abgeschlossenem Assessment"})],
    "codes that lost their zeros": ["05_Themen", typed({A7: {number: 1}, A8: {number: 2}})],
    "a deleted caption": ["04_Merkmale", typed({A48: null})],
  };
  for (const [name, [title, change]] of Object.entries(cases)) test(name, () => expect(values(changed(title, change))).toEqual(values(asSent)));
});

test("cells carry the address where they stand now", () =>
  expect(changed("03_Fallzahlen", insertedRows(5, 2)).cells.find(({field, row}) => field === "cm_neu" && row === "E01")).toMatchObject({
    sheet: "03_Fallzahlen",
    address: "D9",
  }));

describe("what cannot be decided is said, never guessed", () => {
  test("a missing sheet", () =>
    expect(interpret({...opened, workbook: {...opened.workbook, sheets: opened.workbook.sheets.filter(({title}) => title !== "05_Themen")}}).remarks).toEqual([
      {kind: "missing-sheet", at: {sheet: "05_Themen"}, found: "nicht gefunden", expected: "05_Themen"},
    ]));
  test("a missing column", () =>
    expect(changed("03_Fallzahlen", deletedColumn("F")).remarks).toEqual([
      {
        kind: "missing-column",
        table: "T03",
        at: {sheet: "03_Fallzahlen"},
        field: "cm_beendet",
        found: "CM-Beendigungen (Fälle)",
        expected: "„CM-Beendigungen (Fälle)“ in Spalte F",
      },
    ]));
  test("a column under a strange title is missing, and the strange one is named", () => {
    const {cells, remarks} = changed("03_Fallzahlen", typed({F5: "Zu"}));
    expect(remarks.map(({kind, found}) => [kind, found])).toEqual([
      ["missing-column", "CM-Beendigungen (Fälle)"],
      ["unknown-column", "Zu"],
    ]);
    expect(cells.filter(({field}) => field === "cm_beendet")).toEqual([]);
  });
  test("a missing row of a matrix", () =>
    expect(changed("05_Themen", deletedRow(9)).remarks).toMatchObject([
      {kind: "missing-column", at: {sheet: "05_Themen"}, found: "Themen in den bearbeiteten CM-Fällen: Zeile 03"},
    ]));
  test("a row of one's own in a matrix", () =>
    expect(changed("05_Themen", typed({A27: "99 Eigenes", C27: {number: 4}})).remarks).toMatchObject([{kind: "unknown-column", found: "99 Eigenes"}]));
  test("a missing question of the cover", () =>
    expect(changed("01_Deckblatt", typed({B7: null})).remarks).toMatchObject([{kind: "missing-cover-row", field: "periode", found: "Berichtshalbjahr"}]));
  test("without its visible half-year the form still says it where one does not see it", () =>
    expect(changed("01_Deckblatt", deletedRow(7)).halfYear).toBe("2025-H2"));
  test("a key in two rows", () =>
    expect(changed("02_Stellen", (sheet) => typed({A8: sheet.cells.get("A7")!.text})(sheet)).remarks).toMatchObject([
      {kind: "duplicate-key", at: {sheet: "02_Stellen", cell: "A8"}, expected: "Zeile 7"},
    ]));
  test("a sheet of one's own", () =>
    expect(
      interpret({
        ...opened,
        workbook: {
          ...opened.workbook,
          sheets: [
            ...opened.workbook.sheets,
            {title: "Notizen", hidden: false, merged: [], hiddenRows: [], cells: new Map([["A1", {text: "x", typed: {text: "x"}}]])},
          ],
        },
      }).remarks,
    ).toEqual([{kind: "unknown-sheet", at: {sheet: "Notizen"}, found: "Notizen", expected: "nur Blätter der Vorlage"}]));
  test("some other workbook", () =>
    expect(
      interpret({...opened, workbook: {sheets: [{title: "A", hidden: false, merged: [], hiddenRows: [], cells: new Map()}], date1904: false, properties: {}}}),
    ).toMatchObject({form: null, remarks: [{kind: "unreadable", found: "nicht der Meldebogen KIM"}]}));
});

describe("odd cells", () => {
  test("a formula is read by its value and said", () => {
    const {cells, remarks} = changed("03_Fallzahlen", (sheet) => ({
      ...sheet,
      cells: new Map(sheet.cells).set("D7", {text: "6", typed: {number: 6}, formula: "2*3"}),
    }));
    expect(remarks).toEqual([{kind: "formula", at: {sheet: "03_Fallzahlen", cell: "D7"}, field: "cm_neu", found: "6", expected: "ein eingetragener Wert"}]);
    expect(cells.find(({field, row}) => field === "cm_neu" && row === "E01")).toMatchObject({state: "number", value: 6n});
  });
  test("a link to another file is named at its cell, once", () => {
    const linked = withSheet({...opened, remarks: [{kind: "external-link", at: {file: true}, found: "", expected: ""}]}, "03_Fallzahlen", (sheet) => ({
      ...sheet,
      cells: new Map(sheet.cells).set("D7", {text: "6", typed: {number: 6}, formula: "[1]Tabelle1!A1"}),
    }));
    expect(interpret(linked).remarks).toMatchObject([{kind: "external-link", at: {sheet: "03_Fallzahlen", cell: "D7"}}]);
  });
  test("an error value is invalid", () =>
    expect(changed("03_Fallzahlen", typed({D7: {error: "#REF!"}})).cells.find(({address, table}) => address === "D7" && table === "T03")).toMatchObject({
      state: "invalid",
      why: "cell-error",
      text: "#REF!",
    }));
  test("of merged cells only the first is read, and it is said", () => {
    const {cells, remarks, repairs} = changed("03_Fallzahlen", (sheet) => ({...sheet, merged: ["D7:D8"]}));
    expect(remarks).toEqual([]);
    expect(repairs).toMatchObject([{kind: "merged", at: {sheet: "03_Fallzahlen", cell: "D7"}, readAs: "Angabe nur in D7; leer sind D8", certain: false}]);
    expect(cells.filter(({field, part}) => field === "cm_neu" && part === "input").map(({state}) => state)).toEqual(["number", "empty"]);
  });
  test("hidden rows and sheets are read and said", () => {
    expect(changed("03_Fallzahlen", (sheet) => ({...sheet, hiddenRows: [7, 40]})).repairs).toMatchObject([
      {kind: "hidden", at: {sheet: "03_Fallzahlen"}, found: "ausgeblendete Zeilen mit Angaben (7)", certain: true},
    ]);
    expect(values(changed("03_Fallzahlen", (sheet) => ({...sheet, hidden: true})))).toEqual(values(asSent));
  });
  test("a row with data but without key is named by its place", () =>
    expect(
      changed("03_Fallzahlen", typed({A8: null}))
        .cells.filter(({row}) => row === "Zeile 8")
        .map(({part, state}) => [part, state])[0],
    ).toEqual(["key", "empty"]));
});
