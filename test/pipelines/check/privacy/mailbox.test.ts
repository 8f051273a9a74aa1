import {describe, expect, test} from "vitest";
import {looksPersonal} from "../../../../pipelines/check/privacy/mailbox.ts";

describe("a mailbox that looks like a person", () => {
  for (const mailbox of [
    "petra.beispiel@kreis.example",
    "p.mueller@stadt.example",
    "ahmed.yilmaz@kreis.example",
    "yilmaz@kreis.example",
    "Petra Müller",
    "quirin.zwetschgenhuber@kreis.example",
    "petrenko2@kreis.example",
  ])
    test(mailbox, () => expect(looksPersonal(mailbox)).toBe(true));
  for (const mailbox of [
    "kim@kreis-muster.example",
    "kim.wesel@kreis.example",
    "integration@stadt.example",
    "kommunales-integrationszentrum@kreis.example",
    "ki.koordination@kreis.example",
    "stadt.hagen@stadt.example",
    "sozialer.dienst@kreis.example",
    "fb50@stadt.example",
    "info@stadt.example",
    "kim-controlling@kreis.example",
    "",
  ])
    test(`not ${mailbox}`, () => expect(looksPersonal(mailbox)).toBe(false));
});
