import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {checkReading} from "../../../pipelines/check/check-reading.ts";
import type {Cell, Finding, Reading, Remark} from "../../../schemas/flow.ts";
import {rules} from "../../../schemas/rules/registry.ts";
import {type Answers, changed, readingOf} from "./reading.ts";

const hagen: {werte: Answers; verausgabt_h1: Record<string, number>} = JSON.parse(
  readFileSync(new URL("../../../fixtures/examples/stadt-hagen-2021-H2.json", import.meta.url), "utf8"),
);
/** Also the note on the state course is answered here, so that nothing at all is found. */
const clean = changed(hagen.werte, {koord_kurs_fertig: {"-": 2}});
const contextual = new Set(rules.filter(({needs, checks = []}) => needs !== undefined || checks.some((each) => each.needs !== undefined)).map(({id}) => id));
const whole = readingOf({answers: clean, spentBefore: hagen.verausgabt_h1});
const check = (changes: Parameters<typeof changed>[1], remarks: readonly Remark[] = []) =>
  checkReading(readingOf({answers: changed(clean, changes), spentBefore: hagen.verausgabt_h1, remarks}));
const places = (findings: readonly Finding[]) =>
  findings.map(({rule, at}) => `${rule} ${"cell" in at ? `${at.sheet}!${at.cell}` : "sheet" in at ? at.sheet : "file"}`);

test("a clean return is accepted, and only what needs more than the file is left to check", () => {
  const {verdict, findings, notCheckable} = checkReading(whole);
  expect({verdict, findings}).toEqual({verdict: "accepted", findings: []});
  expect(notCheckable.map(({rule}) => rule)).toEqual([...contextual]);
  expect(notCheckable[0]).toEqual({rule: "STR-007", reason: "wird beim Hochladen geprüft, sobald ein Konto angemeldet ist"});
});

test("all findings come in one pass, in the order of the form", () => {
  const {findings, verdict} = check({
    cm_wieder: {E02: 13},
    vzae_besetzt: {"CM-06": 0.5},
    koop_ka: {"-": 4},
    erkl_abgrenzung: {"-": undefined},
    beratungen_ohne_zuordnung: {E01: 900},
  });
  expect(verdict).toBe("rejected");
  expect(places(findings)).toEqual(["TYP-001 01_Deckblatt!C17", "XS-013 03_Fallzahlen!M7", "SUM-004 03_Fallzahlen!E8", "SUM-016 08_Steuerung!C43"]);
});

test("the order of cells and remarks does not matter", () => {
  const reading = readingOf({answers: changed(clean, {cm_wieder: {E01: 99, E02: 13}, koop_ka: {"-": 4}}), spentBefore: hagen.verausgabt_h1});
  expect(checkReading({...reading, cells: reading.cells.toReversed()}).findings).toEqual(checkReading(reading).findings);
});

test("a warning accepts, a note says nothing about the verdict", () => {
  expect(check({cm_reassessment: {"-": "k. A."}}).verdict).toBe("accepted-with-warnings");
  expect(check({verweisberatungen: {E01: 900}}).findings.map(({rule}) => rule)).toContain("XS-006");
  expect(checkReading({...whole, remarks: [{kind: "macro", at: {file: true}, found: "Makros", expected: "keine Makros"}]})).toMatchObject({
    verdict: "accepted",
    findings: [{rule: "STR-004", severity: "note"}],
  });
});

test("what a rule needs and does not have makes it not checkable, with the cell", () => {
  const {findings, notCheckable} = check({cm_bestand_ende: {E01: undefined}});
  expect(places(findings)).toEqual(["TYP-001 03_Fallzahlen!G7"]);
  expect(notCheckable.find(({rule}) => rule === "SUM-006")).toEqual({rule: "SUM-006", reason: "03_Fallzahlen!G7 ist leer"});
});

test("a missing sheet is one finding; its rules wait", () => {
  const reading = readingOf({
    answers: clean,
    drop: ["T05"],
    spentBefore: hagen.verausgabt_h1,
    remarks: [{kind: "missing-sheet", at: {sheet: "05_Themen"}, found: "nicht gefunden", expected: "05_Themen"}],
  });
  const {findings, notCheckable} = checkReading(reading);
  expect(places(findings)).toEqual(["STR-002 05_Themen"]);
  expect(notCheckable.filter(({rule}) => ["SUM-009", "SUM-010"].includes(rule))).toEqual([{rule: "SUM-009", reason: "Blatt 05_Themen fehlt"}]);
});

test("a file that is no form gets one finding, and nothing else could be checked", () => {
  const foreign: Reading = {
    format: "png",
    form: null,
    body: null,
    halfYear: null,
    returnKind: null,
    synthetic: false,
    cells: [],
    remarks: [{kind: "unreadable", at: {file: true}, found: "ein Bild", expected: "ein Meldebogen"}],
    repairs: [],
  };
  const {verdict, findings, notCheckable} = checkReading(foreign);
  expect(verdict).toBe("rejected");
  expect(findings.map(({message}) => message)).toEqual([
    "Die Datei ist ein Bild und kann nicht gelesen werden. Erwartet: ein Meldebogen. Bitte so noch einmal senden.",
  ]);
  expect(notCheckable.length).toBe(rules.length - 1);
});

test("sheet 11 filled in by a city is refused", () => {
  const cell: Cell = {
    table: "T11",
    field: "hat_abh",
    row: "05914000",
    sheet: "11_Kommunen",
    address: "C7",
    part: "input",
    state: "code",
    text: "ja",
    value: null,
    code: "J",
  };
  expect(places(checkReading({...whole, cells: [...whole.cells, cell]}).findings)).toEqual(["XS-009 11_Kommunen!C7"]);
});

test("a state that is in no list is found at its row", () => {
  const cell: Cell = {
    table: "T04N",
    field: "staat",
    row: "Zeile 14",
    sheet: "04b_Herkunft",
    address: "A14",
    part: "key",
    state: "invalid",
    why: "not-in-list",
    text: "Atlantis",
    value: null,
    code: null,
  };
  expect(places(checkReading({...whole, cells: [...whole.cells, cell]}).findings)).toEqual(["CL-001 04b_Herkunft!A14"]);
});

test("codes wait for their law: § 24 and target group 14 in 2021", () => {
  const {findings} = check({zielgruppe: {"14": "x"}, n_bestand: {"STA=30": 2, "STA=31": 12}});
  expect(places(findings)).toEqual(["CL-002 01_Deckblatt!C36", "CL-002 04_Merkmale!C30"]);
  expect(findings[0]?.message).toContain("gilt ab dem 1. Halbjahr 2022, gemeldet wird das 2. Halbjahr 2021");
});

test("personal data is never repeated, not in the row, not by another rule", () => {
  const key = "Fr. Yilmaz";
  const rename = (field: string) => ({[field]: {"CM-01": undefined, [key]: clean[field]!["CM-01"]}});
  const fields = ["funktion", "traeger", "anbindung", "einsatz_ags", "vzae_bewilligt", "koepfe", "vzae_monate", "qualifikation"].map(rename);
  const {findings} = check(Object.assign({vzae_besetzt: {"CM-01": undefined, [key]: 1.25}}, ...fields));
  expect(findings.map(({rule}) => rule)).toEqual(expect.arrayContaining(["DS-001", "XS-001", "TYP-004"]));
  expect(JSON.stringify(findings)).not.toContain("Yilmaz");
});
