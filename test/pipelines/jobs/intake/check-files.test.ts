import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {oneReturn} from "../../../../fixtures/sample/one-return.ts";
import {checkFiles} from "../../../../pipelines/jobs/intake/check-files.ts";
import {type Desk, openDesk} from "../../../../pipelines/jobs/intake/desk.ts";
import {checkText} from "../../../../pipelines/jobs/intake/report-check.ts";

let root = "";
let desk: Desk;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "kim-check-"));
  desk = await openDesk(join(root, "data"), {parsers: 1});
  await writeFile(join(root, "gut.xlsx"), await oneReturn());
  await writeFile(join(root, "schlecht.xlsx"), await oneReturn({change: {"03_Fallzahlen!G7": 99}}));
  await writeFile(join(root, "gut.xlsx.eingang.json"), "{}");
});
afterAll(async () => {
  desk.examiner.close();
  await rm(root, {recursive: true, force: true});
});

test("a folder is checked in children, file by file, sidecars left out", async () => {
  const files = await checkFiles([root], desk);
  expect(files.map(({file, verdict, body, halfYear, formVersion}) => [file.slice(root.length + 1), verdict, body, halfYear, formVersion])).toEqual([
    ["gut.xlsx", "accepted", "05170", "2025-H2", "KIM-MB-1.0"],
    ["schlecht.xlsx", "rejected", "05170", "2025-H2", "KIM-MB-1.0"],
  ]);
  expect(files[1]!.findings).toContainEqual(
    expect.objectContaining({rule: "SUM-001", severity: "error", sheet: "03_Fallzahlen", cell: "G7", field: "cm_bestand_ende", found: "99"}),
  );
  expect(checkText(files)).toMatch(
    /gut\.xlsx · Kreis Wesel · 2\. Halbjahr 2025\n {2}angenommen, keine Befunde\n\n.*schlecht\.xlsx.*\n {2}nicht angenommen: \d+ Fehler[\s\S]*Fehler SUM-001 {2}[\s\S]*2 Dateien geprüft, 1 davon nicht angenommen\.$/,
  );
});
test("what does not exist is an error of the call", () => expect(checkFiles([join(root, "nein.xlsx")], desk)).rejects.toThrow("missing file"));
