import {expect, test} from "vitest";
import {readBodyKey, readHalfYear, readPlace} from "../../../../pipelines/read/values/keys.ts";

const places: Record<string, object | null> = {
  "05334004": {key: "05334004"},
  "05334004 Alsdorf, Stadt": {key: "05334004"},
  "5334004": {key: "05334004", repaired: "lost-zero"},
  "5334004 Alsdorf, Stadt": {key: "05334004", repaired: "lost-zero"},
  "Alsdorf, Stadt": {key: "05334004", repaired: "label-read"},
  alsdorf: {key: "05334004", repaired: "label-read"},
  Neustadt: null,
  "0533400": null,
  "1234567": null,
  "": null,
};
for (const [text, expected] of Object.entries(places)) test(`place: ${text}`, () => expect(readPlace(text)).toEqual(expected));

test("a body is known by five digits, the city of Aachen by eight", () =>
  expect(["05334", "05334002", "5334", "05334 StädteRegion Aachen"].map((text) => readBodyKey(text)?.key)).toEqual(["05334", "05334002", "05334", "05334"]));
test("a number that is no body's key is not repaired into one", () => expect(readBodyKey("9999")).toBeNull());
test("a body nobody knows keeps its key, so that the finding can name it", () => expect(readBodyKey("05999")).toEqual({key: "05999"}));

const halfYears: Record<string, string | undefined> = {
  "2025-H2": "2025-H2",
  "2. Halbjahr 2025": "2025-H2",
  "2. Hj. 2025": "2025-H2",
  "H1 2024": "2024-H1",
  "2025 H1": "2025-H1",
  "2025/2": "2025-H2",
  "2025H2": "2025-H2",
  "2025": undefined,
  "20251": undefined,
  "H3 2025": undefined,
};
for (const [text, expected] of Object.entries(halfYears)) test(`half-year: ${text}`, () => expect(readHalfYear(text)?.key).toBe(expected));
