import {expect, test} from "vitest";
import {oneReturn} from "../../../../fixtures/sample/one-return.ts";
import {interpret} from "../../../../pipelines/read/interpret.ts";
import {openWorkbook} from "../../../../pipelines/read/open-workbook.ts";
import type {Cell} from "../../../../schemas/flow.ts";
import {typed, withSheet} from "../moved.ts";

const opened = openWorkbook(await oneReturn(), () => undefined);
const firstHalf = openWorkbook(await oneReturn({halfYear: "2025-H1"}), () => undefined);
const city = openWorkbook(await oneReturn({body: "05914"}), () => undefined);
const cellsOf = (title: string, change: Parameters<typeof typed>[0], from = opened) => interpret(withSheet(from, title, typed(change))).cells;
const at = (cells: readonly Cell[], table: string, field: string, row: string) =>
  cells.find((cell) => cell.table === table && cell.field === field && cell.row === row && cell.part === "input");
const column = (from: number, to: number, letter: string) => Object.fromEntries(Array.from({length: to - from + 1}, (_, i) => [`${letter}${from + i}`, null]));

test("an empty core number is empty", () =>
  expect(at(cellsOf("03_Fallzahlen", {D7: null}), "T03", "cm_neu", "E01")).toMatchObject({state: "empty", value: null, text: ""}));
test("an empty cell beside filled ones is a zero that was implied", () =>
  expect(at(cellsOf("05_Themen", {C8: null}), "T05", "thema_faelle", "02")).toMatchObject({state: "implied", value: 0n, text: ""}));
test("a wholly empty column is no column of zeros", () =>
  expect(
    new Set(
      cellsOf("05_Themen", column(7, 25, "C"))
        .filter(({field, part}) => field === "thema_faelle" && part === "input")
        .map(({state}) => state),
    ),
  ).toEqual(new Set(["empty"])));
test("k. A. in the first cell declares the column unknown", () =>
  expect(
    new Set(
      cellsOf("05_Themen", {...column(7, 25, "C"), C7: "k. A."})
        .filter(({field, part}) => field === "thema_faelle" && part === "input")
        .map(({state}) => state),
    ),
  ).toEqual(new Set(["unknown"])));
test("a voluntary answer that is empty leaves no cell", () => expect(at(cellsOf("03_Fallzahlen", {E7: null}), "T03", "cm_wieder", "E01")).toBeUndefined());
test("a blank beside numbers is a zero where the field says so, in a list too; in a column without a number it stays open", () => {
  expect(at(cellsOf("03_Fallzahlen", {E7: {number: 2}, E8: null}), "T03", "cm_wieder", "E02")).toMatchObject({state: "implied", value: 0n});
  expect(at(cellsOf("03_Fallzahlen", {E7: "k. A.", E8: null}), "T03", "cm_wieder", "E02")).toMatchObject({state: "unknown"});
  expect(at(cellsOf("03_Fallzahlen", {D7: {number: 2}, D8: null}), "T03", "cm_neu", "E02")).toMatchObject({state: "empty"});
});
test("an empty cell whose condition is not met does not apply", () =>
  expect(at(interpret(opened).cells, "T12A", "eur_abgerufen", "B2")).toMatchObject({state: "not_applicable"}));
test("a vacancy without reason is empty, not inapplicable", () =>
  expect(
    at(
      cellsOf("02_Stellen", {H7: {number: 0}, L7: null}),
      "T02",
      "vakanzgrund",
      at(interpret(opened).cells, "T02", "funktion", interpret(opened).cells.find(({field, address}) => field === "stelle_id" && address === "A7")!.row)!.row,
    ),
  ).toMatchObject({state: "empty"}));
test("what is asked in the second half-year only was not asked in the first", () => {
  expect(at(interpret(firstHalf).cells, "T12B", "eur_sach", "B1")).toMatchObject({state: "not_asked"});
  expect(at(interpret(firstHalf).cells, "T04O", "n_bestand_ort", "E01,NAG=UKR")).toMatchObject({state: "not_asked"});
});
test("sheet 11 does not exist for a city, and nobody misses it", () => {
  const {cells, remarks} = interpret(city);
  expect(cells.filter(({table}) => table === "T11")).toEqual([]);
  expect(remarks).toEqual([]);
});
test("phases 1 and 2 are shown for information: empty ones are no zeros", () =>
  expect(at(cellsOf("03b_Prozess", column(23, 24, "C")), "T03H", "cm_phase", "1")).toBeUndefined());
test("totals travel along with their cached value and are not counted", () =>
  expect(interpret(opened).cells.find(({part, field}) => part === "total" && field === "cm_neu")).toMatchObject({row: "GESAMT", address: "D6", value: 11n}));
test("cost types name the field by their row and the row by their column", () =>
  expect(at(interpret(opened).cells, "T12B", "eur_personal", "B2")?.address).toBe("D14"));

test("an explicit empty return reports every count of sheets 03 to 07 as zero, where it was said", () => {
  const empty = interpret(withSheet(city, "01_Deckblatt", typed({C10: "F Fehlanzeige (keine KIM-Tätigkeit im Halbjahr)"})));
  expect(empty.returnKind).toBe("F");
  const blank = interpret({
    ...withSheet(city, "01_Deckblatt", typed({C10: "F Fehlanzeige (keine KIM-Tätigkeit im Halbjahr)"})),
    workbook: {
      ...city.workbook,
      sheets: withSheet(city, "01_Deckblatt", typed({C10: "F Fehlanzeige (keine KIM-Tätigkeit im Halbjahr)"})).workbook.sheets.filter(
        ({title}) => title < "02" || title > "13",
      ),
    },
  });
  expect(blank.remarks).toEqual([]);
  expect(at(blank.cells, "T03", "cm_neu", "-")).toMatchObject({state: "implied", value: 0n, sheet: "01_Deckblatt", address: "C10"});
  expect(at(blank.cells, "T05", "thema_faelle", "01")).toMatchObject({state: "implied", value: 0n, address: "C10"});
  expect(blank.cells.filter(({state, table}) => state !== "implied" && table > "T02")).toEqual([]);
});
