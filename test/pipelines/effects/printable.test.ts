import {expect, test} from "vitest";
import {oneLine, printable, printableJson} from "../../../pipelines/effects/printable.ts";

const shown: Record<string, readonly [name: string, seen: string]> = {
  "an escape sequence": ["a\u001b[31mrot", "a␛[31mrot"],
  "a line break": ["a\nFALSCH: 99 Dateien angenommen.xlsx", "a␊FALSCH: 99 Dateien angenommen.xlsx"],
  "a carriage return": ["gut\rböse", "gut␍böse"],
  "a C1 control": ["a\u009b2J", "a<U+009B>2J"],
  "a mark of direction": ["a\u202exslx.exe", "a<U+202E>xslx.exe"],
  "an isolate": ["a\u2066b", "a<U+2066>b"],
  "a line separator": ["a\u2028b", "a<U+2028>b"],
  "half a pair": ["a\ud83d", "a<U+D83D>"],
  "a tag": ["a\u{e0041}", "a<U+E0041>"],
  "delete and null": ["a\u007f\u0000", "a␡␀"],
};
for (const [what, [name, seen]] of Object.entries(shown)) test(`${what} in a name is shown`, () => expect(oneLine(name)).toBe(seen));
test("honest names stay as they are", () => expect(oneLine("Kreis Höxter – 2026 (ß, é, 日本, 😀).xlsx")).toBe("Kreis Höxter – 2026 (ß, é, 日本, 😀).xlsx"));
test("texts of ours keep their lines", () => expect(printable("a\n\tb\r\nc\u001b[2J")).toBe("a\n\tb\nc␛[2J"));
test("JSON says the same after it was made harmless", () => {
  const value = {name: "a\u202e\u009b\u{e0041}\n"};
  const json = printableJson(JSON.stringify(value, null, 2));
  expect(JSON.parse(json)).toEqual(value);
  expect(json).not.toMatch(/[\u202e\u009b]/);
});
