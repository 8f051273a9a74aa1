import {expect, test} from "vitest";
import {oneReturn} from "../../../fixtures/sample/one-return.ts";
import {checkReading} from "../../../pipelines/check/check-reading.ts";
import {readWorkbook} from "../../../pipelines/read/read-workbook.ts";
import type {TypedCells} from "../../../reports/template/fill-template.ts";

const findings = async (change: TypedCells) => checkReading(readWorkbook(await oneReturn({change}))).findings.map(({rule}) => rule);

test("a row that bears the number of another is judged by its own entries", async () => {
  // The second post is the Verwaltungsassistenz: under the number of the first it is still no coordination.
  expect(await findings({"02_Stellen!A8": "KO-01"})).toEqual(["STR-008"]);
  expect(await findings({"02_Stellen!A8": "KO-01", "02_Stellen!B8": "KO Koordination"})).toContain("PRG-013");
});
