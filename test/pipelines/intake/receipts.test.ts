import {expect, test} from "vitest";
import {readSidecar} from "../../../pipelines/intake/receipts.ts";

test("a sidecar states when its file came", () =>
  expect(readSidecar('\ufeff{"received": "2025-07-22T09:14:00+02:00", "von": "Portal"}'.replace("\ufeff", ""))).toEqual({
    state: "received",
    at: "2025-07-22T07:14:00.000Z",
    note: null,
  }));
test("without a zone it is the time in Germany", () =>
  expect(readSidecar('{"received": "2026-01-31T23:45:00"}')).toMatchObject({at: "2026-01-31T22:45:00.000Z"}));

const faulty: Record<string, readonly [text: string, said: RegExp]> = {
  "an impossible day": ['{"received": "2026-02-30"}', /„2026-02-30“\. Diesen Tag gibt es im Kalender nicht/],
  "half a text": ['{"received": "2026-02-', /kein lesbares JSON.*nicht zu Ende geschrieben/],
  nothing: ["", /kein lesbares JSON/],
  "no received": ['{"eingang": "2026-01-30"}', /nennt keinen Zeitpunkt des Eingangs \(„received“\)/],
  "a number": ['{"received": 5}', /nennt keinen Zeitpunkt/],
  "a list": ['["2026-01-30"]', /nennt keinen Zeitpunkt/],
  null: ["null", /nennt keinen Zeitpunkt/],
  "a word": ['{"received": "gestern"}', /„gestern“/],
  "a forged line": ['{"received": "a\\nFALSCH"}', /„a␊FALSCH“/],
};
for (const [what, [text, said]] of Object.entries(faulty))
  test(`${what} is said`, () => expect(readSidecar(text)).toEqual({state: "unclear", because: expect.stringMatching(said)}));
