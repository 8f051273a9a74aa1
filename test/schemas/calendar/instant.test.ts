import {expect, test} from "vitest";
import {instantOf, isDay} from "../../../schemas/calendar/instant.ts";

const understood: Record<string, string> = {
  "2026-01-31": "2026-01-31T12:00:00.000Z",
  "2026-01-31T23:45:00": "2026-01-31T22:45:00.000Z",
  "2026-07-31 23:45": "2026-07-31T21:45:00.000Z",
  "2026-01-31T23:45:00Z": "2026-01-31T23:45:00.000Z",
  "2026-01-31T23:45:00.5+01:00": "2026-01-31T22:45:00.500Z",
  "2024-02-29T00:00": "2024-02-28T23:00:00.000Z",
  "2026-03-29T01:59:59": "2026-03-29T00:59:59.000Z",
  "2026-03-29T03:00:00": "2026-03-29T01:00:00.000Z",
  "2025-10-26T03:00:00": "2025-10-26T02:00:00.000Z",
};
for (const [text, at] of Object.entries(understood)) test(`${text} is ${at}`, () => expect(instantOf(text)).toEqual({state: "instant", at, note: null}));

test("an hour that a night has twice is the earlier one, and that is said", () =>
  expect(instantOf("2025-10-26T02:30:00")).toMatchObject({state: "instant", at: "2025-10-26T00:30:00.000Z", note: expect.stringMatching(/zweimal.*früher/)}));

const impossible: Record<string, RegExp> = {
  "2026-02-30": /Kalender/,
  "2026-02-29T10:00:00Z": /Kalender/,
  "2026-13-01": /Kalender/,
  "2026-00-10": /Kalender/,
  "2026-04-31T08:00": /Kalender/,
  "2026-03-29T02:30:00": /Stunde gibt es/,
  "2026-01-30T24:00:00": /Uhrzeit/,
  "2026-01-30T10:60": /Uhrzeit/,
  "2026-01-30T10:00:00+15:30": /Zeitzone/,
  "30.01.2026": /Erwartet/,
  "1/30/2026": /Erwartet/,
  gestern: /Erwartet/,
  "": /Erwartet/,
};
for (const [text, because] of Object.entries(impossible))
  test(`„${text}“ is none`, () => expect(instantOf(text)).toEqual({state: "impossible", because: expect.stringMatching(because)}));

test("days of the calendar", () => expect(["2024-02-29", "2023-02-29", "2023-2-1", "x"].map(isDay)).toEqual([true, false, false, false]));
