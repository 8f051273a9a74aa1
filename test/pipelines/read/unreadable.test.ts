import {expect, test} from "vitest";
import {hostileFiles} from "../../../fixtures/hostile/hostile-files.ts";
import {checkReading} from "../../../pipelines/check/check-reading.ts";
import {readWorkbook} from "../../../pipelines/read/read-workbook.ts";
import {intakeLimits} from "../../../schemas/intake.ts";

const files = await hostileFiles();
const adviceFor = (name: string) => checkReading(readWorkbook(files.find((file) => file.name === name)!.bytes)).findings.map(({message}) => message);

test.each([
  ["haushalt.xlsx", "Erwartet: der ausgegebene Meldebogen KIM des Halbjahres mit den Angaben darin."],
  ["kennwort.xlsx", "Erwartet: der Meldebogen KIM als .xlsx ohne Kennwort."],
  ["kennwort.ods", "Erwartet: der Meldebogen KIM als .xlsx ohne Kennwort."],
  ["brief.xlsx", "Erwartet: der ausgefüllte Meldebogen KIM selbst, als .xlsx gespeichert."],
  ["brief.docx", "Erwartet: der ausgefüllte Meldebogen KIM selbst, als .xlsx gespeichert."],
  ["abgeschnitten.xlsx", "Erwartet: der Meldebogen KIM, in Excel oder LibreOffice geöffnet und neu als .xlsx gespeichert."],
  ["bombe.xlsx", "Erwartet: der Meldebogen KIM, in Excel oder LibreOffice geöffnet und neu als .xlsx gespeichert."],
])("%s: the sender hears what to send instead", (name, advice) => expect(adviceFor(name)).toEqual([expect.stringContaining(advice)]));

test("a file that is too large is to come without pictures", () =>
  expect(checkReading(readWorkbook(new Uint8Array(intakeLimits.bytes + 1))).findings[0]!.message).toContain("ohne Bilder und Anlagen"));

test("only an encrypted file is told to lose its password", () =>
  expect(files.filter(({name}) => adviceFor(name).some((message) => message.includes("Kennwort") !== name.startsWith("kennwort")))).toEqual([]));
