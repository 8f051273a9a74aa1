import exceljs, {type CellFormulaValue, type Workbook} from "exceljs";
import {strFromU8, unzipSync} from "fflate";
import {describe, expect, test} from "vitest";
import {fillReturn, fillTemplate} from "../../../reports/template/fill-template.ts";
import {emptyPrefill, type FilledTables, type Prefill, type TemplateRequest} from "../../../schemas/prefill.ts";

const request: TemplateRequest = {body: "05170", halfYear: "2025-H2", version: 2, prefill: emptyPrefill, synthetic: false};
const read = async (bytes: Uint8Array): Promise<Workbook> => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
};
const values = (workbook: Workbook, ...cells: readonly string[]) =>
  cells.map((cell) => {
    const [sheet, address] = cell.split("!") as [string, string];
    const {value} = workbook.getWorksheet(sheet)!.getCell(address);
    return value !== null && typeof value === "object" && "formula" in value ? ((value as CellFormulaValue).result ?? "") : value;
  });
const prefill: Prefill = {
  ...emptyPrefill,
  approvals: {B1: {vzae: "7.00", euro: "398000.50"}, B2: {vzae: "11.00", euro: "627000.00"}},
  rows: {
    T01: [{key: "-", values: {kontakt_funktion: "KIM-Koordination", erkl_abgrenzung: "J"}}],
    T01Z: [{key: "14", values: {zielgruppe: "x"}}],
    T02: [{key: "CM-01", values: {funktion: "CM", einsatz_ags: "05170024", vzae_bewilligt: "1.00", vzae_besetzt: "0.50"}}],
    T03: [{key: "E01", values: {ort_name: "Rathaus", cm_bestand_anfang: "12", cm_neu: "4", ort_ags: "05170000"}}],
    T09: [{key: "L003", values: {titel: "Wartezeit", status: "2"}}],
    T10E: [{key: "EBH:05170000", values: {eb_anfang: "120"}}],
  },
  previous: {...emptyPrefill.previous, halfYear: "2025-H1", sites: {E01: "12"}, gaps: {L003: "2"}, spent: {B1: "190000.25"}, figures: {V_NEU_VOR: "40"}},
};

test("identity stands in the file three times", async () => {
  const bytes = await fillTemplate(request);
  expect(values(await read(bytes), "01_Deckblatt!C6", "01_Deckblatt!C7", "01_Deckblatt!C8", "01_Deckblatt!C9", "_meta!B1", "_meta!B3", "_meta!B4")).toEqual([
    "05170",
    "2025-H2",
    2,
    "KIM-MB-1.0",
    "05170",
    "2025-H2",
    "KIM-MB-1.0",
  ]);
  expect(strFromU8(unzipSync(bytes)["docProps/custom.xml"]!)).toMatch(/name="melde_key"><vt:lpwstr>05170<.*name="periode"><vt:lpwstr>2025-H2</s);
});
test("what is known stands there, what is to be reported does not", async () => {
  const workbook = await read(await fillTemplate({...request, prefill}));
  expect(values(workbook, "02_Stellen!A7", "02_Stellen!B7", "02_Stellen!F7", "02_Stellen!G7", "03_Fallzahlen!C7", "03_Fallzahlen!P7")).toEqual([
    "CM-01",
    "CM Case Management",
    "05170024 Moers, Stadt",
    1,
    12,
    "05170000 Wesel (zentral)",
  ]);
  expect(values(workbook, "02_Stellen!H7", "03_Fallzahlen!D7", "09_Systemluecken!I7", "01_Deckblatt!C17")).toEqual([null, null, null, null]);
  expect(values(workbook, "01_Deckblatt!C36", "09_Systemluecken!N7", "10_Baustein3!E27", "12_Finanzen!C7", "12_Finanzen!D7", "11_Kommunen!A7")).toEqual([
    "x",
    "2 in AG bearbeitet",
    120,
    398000.5,
    190000.25,
    "05170004 Alpen",
  ]);
});
test("presets carry ceilings and comparisons", async () => {
  const workbook = await read(await fillTemplate({...request, prefill}));
  const named = (name: string) => values(workbook, workbook.definedNames.getRanges(name).ranges[0]!.replace(/[$']/g, ""))[0];
  expect(["V_KO_MAX", "V_CM_MAX", "V_NEU_VOR", "V_STICHTAG", "V_EIGEN_AGS", "V_BLATT11", "V_ERSTE"].map(named)).toEqual([6.5, 11, 40, 46022, "05170000", 1, 0]);
  expect(values(workbook, "_Vorgaben!E2", "_Vorgaben!F2", "_Vorgaben!K2", "_Vorgaben!L2")).toEqual(["E01", 12, "L003", "2"]);
});
test("the drop-down of places holds the body's own municipalities and no blanks", async () => {
  const workbook = await read(await fillTemplate({...request, body: "05914"}));
  expect(workbook.definedNames.getRanges("L_ORTE").ranges).toEqual(["'_Listen'!$A$2"]);
  expect(values(workbook, "_Listen!A2")).toEqual(["05914000 Hagen, Stadt der FernUniversität"]);
});
test("the same request gives the same bytes", async () => {
  expect(Buffer.compare(await fillTemplate({...request, prefill}), await fillTemplate({...request, prefill}))).toBe(0);
});

describe("computed cells", () => {
  const answers: FilledTables = {
    T02: [
      {key: "CM-01", values: {funktion: "CM", einsatz_ags: "05170024", vzae_besetzt: "0.75"}},
      {key: "ABH-01", values: {funktion: "ABH", einsatz_ags: "05170000", vzae_bewilligt: "0.75"}},
    ],
    T03: [
      {key: "E01", values: {cm_bestand_anfang: "5", cm_neu: "4", cm_beendet: "2", erstberatungen: "7", folgeberatungen: "k. A."}},
      {key: "E02", values: {cm_neu: "3"}},
    ],
    T10A: [{key: "ABH:05170000", values: {}}],
    T08K: [{key: "-", values: {koop_anfang: "6", koop_neu: "2", koop_beendet: "1"}}],
    T04N: [{key: "439", values: {n_bestand: "3"}}],
  };
  test("are cached as a spreadsheet would compute them", async () => {
    const workbook = await read(await fillReturn(request, answers));
    expect(
      values(workbook, "02_Stellen!C7", "02_Stellen!S7", "03_Fallzahlen!D6", "03_Fallzahlen!T7", "03_Fallzahlen!N7", "03_Fallzahlen!N6", "03_Fallzahlen!L6"),
    ).toEqual(["B2 Case Management", 4.5, 7, 7, 7, 7, ""]);
    expect(
      values(
        workbook,
        "08_Steuerung!C42",
        "10_Baustein3!B7",
        "10_Baustein3!C7",
        "11_Kommunen!H12",
        "04b_Herkunft!A14",
        "04b_Herkunft!B14",
        "04c_Herkunft_Ort!A8",
      ),
    ).toEqual([7, "Wesel (zentral)", 0.75, 0.75, "439 Islamische Republik Iran", "ASI übriges Asien", "E02"]);
  });
  test("follow what is typed over, and yield to it", async () => {
    const workbook = await read(
      await fillReturn(request, answers, {"03_Fallzahlen!D7": 10, "03_Fallzahlen!F6": 99, "03_Fallzahlen!E7": null, "03_Fallzahlen!Z60": "Notiz"}),
    );
    expect(values(workbook, "03_Fallzahlen!D6", "03_Fallzahlen!T7", "03_Fallzahlen!F6", "03_Fallzahlen!Z60")).toEqual([13, 13, 99, "Notiz"]);
  });
});
test.each([
  ["a code that the form does not have", {T05: [{key: "77", values: {thema_haupt: "1"}}]}, "unknown row of T05: 77"],
  ["more rows than the form has", {T10A: Array.from({length: 16}, () => ({key: "ABH:05170000", values: {}}))}, "invalid number of rows in T10A: 16"],
])("%s is refused", async (_, answers, message) => {
  await expect(fillReturn(request, answers)).rejects.toThrow(message);
});
test.each(["$& $1 $$", "$' $`", "<b>&amp;", "]]>", "'s Treff"])("a title %j that somebody wrote stands in the next form as it is", async (titel) => {
  const rows = {T09: [{key: "L001", values: {titel}}]};
  const workbook = await read(await fillReturn({...request, prefill: {...emptyPrefill, rows}}, rows));
  expect(values(workbook, "09_Systemluecken!B7")).toEqual([titel]);
});
