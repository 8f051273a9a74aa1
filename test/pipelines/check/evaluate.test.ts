import {describe, expect, test} from "vitest";
import {evaluate} from "../../../pipelines/check/evaluate.ts";
import {viewOf} from "../../../pipelines/check/return-view.ts";
import type {Expression} from "../../../schemas/rules/terms/expression.ts";
import {constant, count, divided, here, minus, sum, times, total} from "../../../schemas/rules/terms/expression.ts";
import {readingOf} from "./reading.ts";

const answers = {
  melde_key: {"-": "05914"},
  periode: {"-": "2025-H2"},
  meldungsart: {"-": "V"},
  formular_version: {"-": "KIM-MB-1.0"},
  ort_name: {E01: "Rathaus", E02: "Quartier"},
  cm_neu: {E01: 3, E02: 4},
  cm_beendet: {E01: 1},
  cm_wieder: {E01: 2},
  erstberatungen: {E01: 5, E02: "k. A."},
  anbindung_koord: {"-": "KI"},
  funktion: {"CM-01": "CM", "KO-01": "KO", "EBH-01": "EBH"},
  anbindung: {"CM-01": "SO", "KO-01": "KI"},
  vzae_bewilligt: {"CM-01": 0.75, "KO-01": 1, "EBH-01": 0.5},
  vzae_besetzt: {"CM-01": 0.75, "KO-01": 1, "EBH-01": 0},
  einsatz_ags: {"CM-01": "05914000", "KO-01": "05914000", "EBH-01": "05914000"},
  eb_anfang: {"EBH:05914000": 12},
  n_bestand: {"ALT=A4,GES=w": 6, "STA=10": 7, "STA=10,GES=w": 2},
  thema_faelle: {"01": 9},
  akteur_vertreten: {"10": "x"},
  n_bestand_ort: {"E01,NAG=UKR": 2, "E01,NAG=SYR": 1},
};
const view = viewOf(readingOf({answers}));
const value = (expression: Expression, row: string | null = null) => {
  const outcome = evaluate(view, expression, {row, cell: null});
  return "value" in outcome ? outcome.value : "gaps" in outcome ? outcome.gaps : "skip";
};

describe("expressions count in hundredths", () => {
  test("a row, and all rows", () => expect([value(here("T03", "cm_neu"), "E02"), value(total("T03", "cm_neu"))]).toEqual([400n, 700n]));
  test("posts keep their hundredths", () => expect(value(total("T02", "vzae_besetzt"))).toBe(175n));
  test("only rows that meet a condition", () => {
    expect(value(total("T02", "vzae_besetzt", {where: [{field: "funktion", is: ["CM"]}]}))).toBe(75n);
    expect(value(total("T02", "vzae_besetzt", {where: [{field: "funktion", is: ["EBH"]}]}))).toBe(0n);
    expect(
      value(
        total("T02", "vzae_besetzt", {
          where: [
            {field: "einsatz_ags", is: ["own"]},
            {field: "vzae_besetzt", above: 75n},
          ],
        }),
      ),
    ).toBe(100n);
  });
  test("sum, minus, times, constant, parameter", () => {
    expect(value(minus(sum(total("T03", "cm_neu"), constant(1n, 50n)), constant(2n)))).toBe(650n);
    expect(value(times(6n, here("T02", "vzae_besetzt")), "CM-01")).toBe(450n);
    expect(value(times({parameter: "ka_grenze"}, total("T03", "cm_neu")))).toBe(7000n);
  });
  test("marks are counted", () => expect(value(count(total("T08A", "akteur_vertreten", {rows: ["10"]}), "x"))).toBe(100n));
});

describe("conditions join tables", () => {
  test("posts whose codes make up the row at hand", () => {
    const ofAuthority = total("T02", "vzae_bewilligt", {where: [{fields: ["funktion", "einsatz_ags"], sameAs: "row"}]});
    expect([value(ofAuthority, "EBH:05914000"), value(ofAuthority, "ABH:05914000")]).toEqual([50n, 0n]);
  });
  test("posts with the code of another cell; a count over all may be none", () => {
    const whose = (field: string) => total("T02", "funktion", {where: [{fields: ["anbindung"], sameAs: total("T01", field)}]});
    expect([value(count(whose("anbindung_koord"), "KO")), value(count(whose("anbindung_koord"), "CM"))]).toEqual([100n, 0n]);
    expect(value(count(whose("ausnahme_anbindung"), "KO"))).toEqual(["01_Deckblatt!C14 entfällt hier"]);
  });
  test("the row that a cell names, for each row anew", () => {
    const stock = total("T03", "cm_neu", {where: [{rowNamed: here("T02", "stelle_id", {part: "key"})}]});
    expect([value(stock, "CM-01"), value(total("T10E", "eb_anfang", {where: [{rowNamed: here("T10E", "EBH:AGS", {part: "key"})}]}), "EBH:05914000")]).toEqual([
      0n,
      1200n,
    ]);
  });
  test("divided is rounded down", () => expect(value(divided(constant(10n), 12n))).toBe(83n));
});

describe("columns and rows of distributions", () => {
  test("a column by its key", () =>
    expect([value(total("T04S", "n_bestand", {key: ""})), value(total("T04S", "n_bestand", {key: ",GES=w"}))]).toEqual([700n, 200n]));
  test("columns left wholly empty beside a filled one count as 0", () => expect(value(total("T04A", "n_bestand"))).toBe(600n));
  test("a row spread over columns", () =>
    expect([value(here("T04O", "n_bestand_ort", {rows: "within"}), "E01"), value(here("T04O", "n_bestand_ort", {rows: "within"}), "E02")]).toEqual([300n, 0n]));
  test("a distribution nobody filled in is a gap or nothing to compare", () => {
    expect(value(total("T06Z", "zugang_n"))).toContain("06_Zugang_Verweis!C7 ist leer");
    expect(value(total("T06Z", "zugang_n", {ifEmpty: "skip"}))).toBe("skip");
  });
});

describe("a gap is never a zero", () => {
  test("an empty core cell", () => expect(value(total("T03", "cm_beendet"))).toEqual(["03_Fallzahlen!F8 ist leer"]));
  test("k. A.", () => expect(value(total("T03", "erstberatungen"))).toEqual(["03_Fallzahlen!I8 ist als nicht bekannt (k. A.) gemeldet"]));
  test("k. A. left out where the known share is asked for", () => expect(value(total("T03", "erstberatungen", {ifUnknown: "leave out"}))).toBe(500n));
  test("a voluntary cell that is not there", () => {
    expect(value(here("T03", "cm_wieder", {ifEmpty: "skip"}), "E02")).toBe("skip");
    expect(value(here("T03", "cm_wieder", {ifEmpty: "zero"}), "E02")).toBe(0n);
  });
  test("one gap is the gap of the whole", () => expect(value(sum(total("T03", "cm_neu"), total("T03", "cm_beendet")))).toEqual(["03_Fallzahlen!F8 ist leer"]));
});

test("totals are remembered for one return only", () => {
  const expression = total("T03", "cm_neu");
  const other = viewOf(readingOf({answers: {...answers, cm_neu: {E01: 1, E02: 1}}}));
  expect([value(expression), value(expression), evaluate(other, expression, {row: null, cell: null})]).toMatchObject([700n, 700n, {value: 200n}]);
});
