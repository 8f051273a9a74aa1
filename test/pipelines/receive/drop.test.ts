import {expect, test} from "vitest";
import {instantOf, isReturnFile, receivedAt} from "../../../pipelines/receive/drop.ts";

const names: Record<string, boolean> = {
  "05334-2025-H2.xlsx": true,
  "meldung.ods": true,
  "ohne Endung": true,
  "bild.png": true,
  "meldung.csv": true,
  "05334-2025-H2.xlsx.eingang.json": false,
  "~$05334-2025-H2.xlsx": false,
  ".DS_Store": false,
  "README.md": false,
  "a.xlsx.part": false,
  "approvals.csv": false,
  "erwartet.json": false,
};
for (const [name, expected] of Object.entries(names))
  test(`${name} ${expected ? "can be a return" : "is none"}`, () => expect(isReturnFile(name)).toBe(expected));

const now = new Date("2025-08-01T08:00:00Z");
test("the command line is believed before the sidecar, the sidecar before the clock", () => {
  const sidecar = '{"received": "2025-07-22T09:14:00+02:00"}';
  expect([receivedAt("2025-07-20", sidecar, now), receivedAt(null, sidecar, now), receivedAt(null, null, now)]).toEqual([
    "2025-07-20T12:00:00.000Z",
    "2025-07-22T07:14:00.000Z",
    "2025-08-01T08:00:00.000Z",
  ]);
});
test("a sidecar without a time is an error", () => expect(() => receivedAt(null, '{"received": 5}', now)).toThrow("invalid received"));
test("a day that does not exist is an error", () => expect(() => instantOf("2025-13-01")).toThrow("invalid received: 2025-13-01"));
