import {expect, test} from "vitest";
import {personalKinds} from "../../../../pipelines/check/privacy/kinds.ts";

const signs = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u2066"];
test.each(signs)("a name is found with an invisible sign between its letters: %j", (sign) => {
  expect(personalKinds([..."Termin mit Frau Petra Krause"].join(sign))).toEqual(["einen Namen"]);
});
test("a sign without width may part two names", () => expect(personalKinds("Termin mit Frau\u200bPetra\u200bKrause")).toEqual(["einen Namen"]));
test.each(["Bera\u00adtungs\u00adstelle", "Koch\u00adkurse und\u200b Näh\u00adkurse"])("a hyphenated text names nobody: %j", (text) =>
  expect(personalKinds(text)).toEqual([]),
);

/** Fonts of Windows, macOS and LibreOffice, some called after people, and what printers are called. */
const fonts =
  "Times New Roman,Courier New,Lucida Sans,Lucida Sans Unicode,Franklin Gothic Book,Franklin Gothic Medium,Gill Sans MT,Century Gothic,Book Antiqua,Bookman Old Style,Segoe UI,Segoe UI Emoji,Helvetica Neue,Liberation Sans,DejaVu Sans,Noto Sans CJK SC,Microsoft YaHei,Comic Sans MS,Trebuchet MS,Aptos Narrow,Aptos Display,Arial Unicode MS,Arial Narrow,Berlin Sans FB,Palatino Linotype,Calibri Light,Monotype Corsiva,Bradley Hand ITC,Angsana New,Cordia New,Lohit Devanagari,Open Sans,Source Han Sans,Bernard MT Condensed,Bell MT,Tempus Sans ITC,Goudy Old Style,Eras Medium ITC,Microsoft Sans Serif,Lucida Calligraphy,Edwardian Script ITC,Viner Hand ITC,Perpetua Titling MT".split(
    ",",
  );
const printers = ["HP LaserJet Pro M404dn", "Brother HL-L5100DN series", "Canon iR-ADV C5535 UFR II", "KONICA MINOLTA C258SeriesPCL", "Microsoft Print to PDF"];
test.each([...fonts, ...printers])("is nobody's name: %s", (text) => expect(personalKinds(text)).not.toContain("einen Namen"));
