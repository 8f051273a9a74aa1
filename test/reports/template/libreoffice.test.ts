import {execFileSync, spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import exceljs, {type CellFormulaValue, type Workbook} from "exceljs";
import {strFromU8, strToU8, unzipSync, zipSync} from "fflate";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {oneReturn} from "../../../fixtures/sample/one-return.ts";

const found = spawnSync("soffice", ["--version"]).status === 0;
const reason = found ? "" : " (ausgelassen: LibreOffice ist auf diesem Rechner nicht installiert)";
/** A profile of its own that computes every formula anew when a file is opened. */
const recalculateAlways = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

const read = async (bytes: Uint8Array): Promise<Workbook> => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
};
type Cells = Map<string, string>;
/** What cells show; those whose formula was not computed yet are named apart: the form leaves the results of its own checks to the program that opens it. */
const contents = (workbook: Workbook): {cells: Cells; uncomputed: Set<string>} => {
  const cells: Cells = new Map();
  const uncomputed = new Set<string>();
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) =>
      row.eachCell(({address, value}) => {
        const isFormula = value !== null && typeof value === "object" && ("formula" in value || "sharedFormula" in value);
        const shown = isFormula ? ((value as CellFormulaValue).result ?? "") : value;
        const text =
          shown !== null && typeof shown === "object" && "richText" in shown
            ? shown.richText.map((part) => part.text).join("")
            : shown instanceof Date
              ? shown.toISOString()
              : String(shown ?? "");
        const place = `${sheet.name}!${address}`;
        if (text !== "") cells.set(place, text);
        else if (isFormula) uncomputed.add(place);
      }),
    );
  return {cells, uncomputed};
};
const differences = ({cells: before, uncomputed}: ReturnType<typeof contents>, {cells: after}: ReturnType<typeof contents>) =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((cell) => before.get(cell) !== after.get(cell) && !uncomputed.has(cell))
    .map((cell) => `${cell}: ${before.get(cell)} → ${after.get(cell)}`);
/** The part in which a sheet lies: programs number them as they stand. */
const partOf = (bytes: Uint8Array, title: string): string => {
  const parts = unzipSync(bytes);
  const text = (path: string) => strFromU8(parts[path]!);
  const id = new RegExp(`<sheet [^>]*name="${title}"[^>]*r:id="([^"]+)"`).exec(text("xl/workbook.xml"))![1];
  const relation = text("xl/_rels/workbook.xml.rels")
    .split("<Relationship ")
    .find((each) => each.includes(`Id="${id}"`))!;
  return text(`xl/${/Target="([^"]+)"/.exec(relation)![1]!.replace(/^\/?(?:xl\/)?/, "")}`);
};
/** The return with a cached total that no spreadsheet would compute. */
const withWrongTotal = (bytes: Uint8Array): Uint8Array => {
  const parts = unzipSync(bytes);
  const path = "xl/worksheets/sheet4.xml";
  const xml = strFromU8(parts[path]!);
  return zipSync({...parts, [path]: strToU8(xml.replace(/(<c r="G6"[^>]*><f>[^<]*<\/f><v>)24</, "$199<"))});
};

/** From the styles themselves: the workbook library does not understand how LibreOffice writes `locked`. */
const isLocked = (bytes: Uint8Array, address: string): boolean => {
  const parts = unzipSync(bytes);
  const style = Number(new RegExp(`<c r="${address}" s="(\\d+)"`).exec(partOf(bytes, "03_Fallzahlen"))![1]);
  const formats = /<cellXfs.*?<\/cellXfs>/s.exec(strFromU8(parts["xl/styles.xml"]!))![0].split("<xf ").slice(1);
  return !/locked="(false|0)"/.test(formats[style]!);
};

describe.skipIf(!found)(`LibreOffice${reason}`, () => {
  let folder: string;
  let original: Uint8Array;
  const convert = (format: string, into: string, ...files: readonly string[]) =>
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--norestore",
        "--convert-to",
        format,
        "--outdir",
        join(folder, into),
        ...files.map((file) => join(folder, file)),
      ],
      {stdio: "ignore", timeout: 100_000},
    );
  const bytesOf = (file: string) => new Uint8Array(readFileSync(join(folder, file)));
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "kim-template-"));
    mkdirSync(join(folder, "profile/user"), {recursive: true});
    writeFileSync(join(folder, "profile/user/registrymodifications.xcu"), recalculateAlways);
    original = await oneReturn();
    writeFileSync(join(folder, "return.xlsx"), original);
    writeFileSync(join(folder, "wrong.xlsx"), withWrongTotal(original));
    convert("xlsx", "saved", "return.xlsx", "wrong.xlsx");
    convert("ods", "ods", "return.xlsx");
    convert("xlsx", "back", "ods/return.ods");
  }, 180_000);
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  test("computes the same results and shows the same cells after saving as .xlsx", async () => {
    expect(differences(contents(await read(original)), contents(await read(bytesOf("saved/return.xlsx"))))).toEqual([]);
  });
  test("is really asked: a wrong cached total is put right", async () => {
    expect(differences(contents(await read(bytesOf("wrong.xlsx"))), contents(await read(bytesOf("saved/wrong.xlsx"))))).toEqual(["03_Fallzahlen!G6: 99 → 24"]);
  });
  test.each(["saved", "back"])("keeps validations and protection (%s)", async (way) => {
    const bytes = bytesOf(`${way}/return.xlsx`);
    const sheet = (await read(bytes)).getWorksheet("03_Fallzahlen")!;
    expect([sheet.getCell("D7").dataValidation.error, sheet.getCell("Q9").dataValidation.formulae[0]]).toEqual([
      "Bitte eine ganze Zahl ab 0 eingeben. Nicht bekannt? Dann k. A. eintragen.",
      "L_CL_TRAEGER",
    ]);
    expect(["D7", "C7", "N7", "A5"].map((address) => isLocked(bytes, address))).toEqual([false, false, true, true]);
    expect(partOf(bytes, "03_Fallzahlen")).toMatch(/<sheetProtection [^>]*sheet="(true|1)"/);
  });
  test("shows the same cells through .ods and back", async () => {
    expect(differences(contents(await read(original)), contents(await read(bytesOf("back/return.xlsx"))))).toEqual([]);
  });
});
