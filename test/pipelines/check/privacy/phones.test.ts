import {expect, test} from "vitest";
import {hasPhone} from "../../../../pipelines/check/privacy/phones.ts";

test.each([
  "Rückfragen unter 05271 965-1234.",
  "0 52 71 / 9 65-12 34",
  "(05271) 965-0",
  "05271.965123",
  "Tel:0241/123456",
  "+49 (0) 241 / 12 34-56",
  "0049 241 123456",
  "01 70 / 1234567",
  "Bitte 02419651234 wählen",
  "Durchwahl -1234",
  "Rückruf: 965-1234",
  "0241 123456 2 Kinder",
  "+380 67 123 45 67",
])("a telephone number: %s", (text) => expect(hasPhone(text)).toBe(true));

test.each([
  "Vorlage 0231/2024",
  "Kostenstelle 0241 123456",
  "Kapitel 07 090 Titel 633 20",
  "Haushaltsstelle 05.313.5318000",
  "AGS 05334002, 05 3 34 002",
  "05334002",
  "0997/2025",
  "seit 01.02.2024 - 31.12.2025",
  "Korrektur um +12.345.678",
  "Telefonische Beratung 4521 Fälle",
  "Hotline 2024 mit 12000 Anrufen",
  "Durchwahl fehlt seit 2024",
  "12.345,67 Euro",
])("no telephone number: %s", (text) => expect(hasPhone(text)).toBe(false));
