import {expect, test} from "vitest";
import {oneReturn} from "../../../../fixtures/sample/one-return.ts";
import {acceptRepairs} from "../../../../pipelines/check/repairs/accept-repairs.ts";
import {checkReading} from "../../../../pipelines/check/check-reading.ts";
import {readWorkbook} from "../../../../pipelines/read/read-workbook.ts";

const check = async (change: Readonly<Record<string, string | number>>) => checkReading(readWorkbook(await oneReturn({change})));
const short = ({verdict, findings}: Awaited<ReturnType<typeof check>>) => [verdict, ...findings.map(({rule, severity}) => `${rule} ${severity}`)];

test("a doubtful repair blocks until it is confirmed, and stays told", async () => {
  const checked = await check({"03_Fallzahlen!D5": "Neuaufnahmen CM (Fälle)"});
  expect(short(checked)).toEqual(["rejected", "STR-012 error"]);
  const accepted = acceptRepairs(checked);
  expect(short(accepted)).toEqual(["accepted", "STR-012 note"]);
  expect(accepted.findings[0]!.message).toBe(
    "03_Fallzahlen!D5: Überschrift „Neuaufnahmen CM (Fälle)“ in Spalte D wurde als „CM-Neuaufnahmen (Fälle)“ gelesen. Die meldende Stelle hat das bestätigt; es ist nichts zu tun.",
  );
});
test("no other error is confirmed with it", async () =>
  expect(short(acceptRepairs(await check({"03_Fallzahlen!D5": "Neuaufnahmen CM (Fälle)", "03_Fallzahlen!E8": 99})))).toEqual([
    "rejected",
    "STR-012 note",
    "SUM-004 error",
  ]));
test("what cannot be wrong is a note from the start", async () =>
  expect(short(await check({"03b_Prozess!C8": "6 Fälle"}))).toEqual(["accepted", "STR-013 note"]));
