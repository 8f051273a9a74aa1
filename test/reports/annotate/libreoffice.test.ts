import {execFileSync, spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {annotate} from "../../../reports/annotate/annotate.ts";
import type {Checked} from "../../../schemas/flow.ts";
import {checked, faulty, noteIn, opened, textsOf, withOwnAdditions} from "./sender.ts";

/** LibreOffice's bridge belongs to the system's Python, which need not be the first on the path. */
const python = ["python3", "/usr/bin/python3"].find((command) => spawnSync(command, ["-c", "import uno"]).status === 0);
const found = python !== undefined && spawnSync("soffice", ["--version"]).status === 0;
const reason = found ? "" : " (ausgelassen: LibreOffice mit Python ist auf diesem Rechner nicht installiert)";

type Shown = {title: string; notes: Record<string, string>; marked: string[]; protected: boolean; links: string[]};

describe.skipIf(!found)(`the annotated workbook in LibreOffice${reason}`, () => {
  let folder: string;
  let result: Checked;
  let sheets: Shown[];
  let saved: Uint8Array;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "kim-annotate-"));
    const sent = await withOwnAdditions(await faulty());
    result = checked(sent);
    writeFileSync(join(folder, "marked.xlsx"), (await annotate(sent, result.findings)).bytes);
    const told = execFileSync(
      python!,
      [join(import.meta.dirname, "notes.py"), join(folder, "marked.xlsx"), join(folder, "saved.xlsx"), join(folder, "profile")],
      {encoding: "utf8", timeout: 100_000},
    );
    sheets = JSON.parse(told) as Shown[];
    saved = new Uint8Array(readFileSync(join(folder, "saved.xlsx")));
  }, 150_000);
  afterAll(() => rmSync(folder, {recursive: true, force: true}));
  const sheet = (title: string) => sheets.find((each) => each.title === title)!;

  test("opens with our sheet in front", () => expect(sheets.map(({title}) => title).slice(0, 3)).toEqual(["Prüfergebnis", "Anleitung", "Prüfung"]));
  test("has a comment in every faulty cell and in no other", () => {
    const expected = [...new Set([...result.findings.flatMap(({at}) => ("cell" in at ? [`${at.sheet}!${at.cell}`] : [])), "03_Fallzahlen!H8"])].sort();
    expect(expected.length).toBeGreaterThan(10);
    expect(sheets.flatMap(({title, notes}) => Object.keys(notes).map((cell) => `${title}!${cell}`)).sort()).toEqual(expected);
  });
  test("shows what is wrong, and the sender's own words above", () => {
    const {notes} = sheet("03_Fallzahlen");
    expect(notes["G7"]).toMatch(/^Eigene Notiz: bitte nachzählen\n\nKIM-Prüfung:\nFehler SUM-001\nOrt E01: Am Ende 99 Fälle/);
    expect(notes["C8"]).toMatch(/^KIM-Prüfung:\nWarnung TYP-006\n/);
  });
  test("marks the cells and keeps the protection", () => {
    // The light of the form itself stands in A3 of every sheet.
    expect([sheet("02_Stellen").marked, sheet("02_Stellen").protected]).toEqual([["02_Stellen.A3", "02_Stellen.H7,02_Stellen.K7,02_Stellen.B8"], true]);
    expect(sheet("06_Zugang_Verweis").marked).toEqual(["06_Zugang_Verweis.A3"]);
  });
  test("links to every cell", () => {
    expect(sheet("Prüfergebnis").links.length).toBe(result.findings.filter(({at}) => "cell" in at).length);
    expect(sheet("Prüfergebnis").links).toContain("#'03_Fallzahlen'.G7");
  });
  test("saved there, it still gives the same findings", () => {
    // Who wrote a comment is lost there, so that no name is counted any more.
    const places = ({findings}: Checked) => findings.filter(({at}) => !("file" in at)).map(({rule, at}) => ({rule, at}));
    expect(places(checked(saved))).toEqual(places(result));
  });
  test("saved there, our comments, marks and sheet are still replaced, and the sender's own stay", async () => {
    const clean = (await annotate(saved, [])).bytes;
    const book = await opened(clean);
    expect([
      noteIn(book, "03_Fallzahlen", "G7"),
      noteIn(book, "03_Fallzahlen", "H8"),
      noteIn(book, "03_Fallzahlen", "C8"),
      noteIn(book, "02_Stellen", "H7"),
    ]).toEqual(["Eigene Notiz: bitte nachzählen", "Zweite Notiz", undefined, undefined]);
    expect(book.worksheets.filter(({name}) => name === "Prüfergebnis").length).toBe(1);
    expect(Object.entries(textsOf(clean)).flatMap(([path, text]) => (text.includes("KIM-Prüfung") ? [path] : []))).toEqual([]);
    expect(Object.values(textsOf(saved)).filter((text) => text.includes("KIM-Prüfung")).length).toBeGreaterThan(5);
  });
});
