import {expect, test} from "vitest";
import {oneReturn} from "../../../../fixtures/sample/one-return.ts";
import {checkReading} from "../../../../pipelines/check/check-reading.ts";
import {placeText} from "../../../../pipelines/check/finding.ts";
import {settled} from "../../../../pipelines/check/privacy/settled.ts";
import {readWorkbook} from "../../../../pipelines/read/read-workbook.ts";
import {cellNames} from "../../../../schemas/cell-names.ts";
import type {Reading} from "../../../../schemas/flow.ts";

const good = readWorkbook(await oneReturn());
const hitsIn = (reading: Reading) => checkReading(reading).findings.filter(({rule}) => rule === "DS-001");
const withLoose = (...loose: NonNullable<Reading["loose"]>): Reading => ({
  ...good,
  sheets: [...good.sheets!, ...new Set(loose.flatMap(({at}) => ("sheet" in at && !good.sheets!.includes(at.sheet) ? [at.sheet] : [])))],
  loose,
});
const places = (reading: Reading) => hitsIn(reading).map(({at}) => placeText(at));

test("nothing in an untouched return is a hit, and all its own texts were looked at", () => {
  expect(good.loose!.length).toBeGreaterThan(500);
  expect(hitsIn(good)).toEqual([]);
});
test("the mailbox is never screened; one that looks like a person is a warning whose content is not shown", async () => {
  const {verdict, findings} = checkReading(readWorkbook(await oneReturn({change: {"01_Deckblatt!C12": "petra.beispiel@kreis.example"}})));
  expect([verdict, findings.map(({rule, found}) => `${rule} ${found}`)]).toEqual(["accepted-with-warnings", ["DS-005 ***"]]);
  expect(JSON.stringify(findings)).not.toContain("beispiel@");
});
test("a column is personal by its heading, whatever stands below", () => {
  const at = (cell: string) => ({sheet: "Liste", cell});
  const list = withLoose(
    {at: at("A1"), text: "Nachname"},
    {at: at("A2"), text: "Quanz"},
    {at: at("B1"), text: "geb. am"},
    {at: at("B2"), text: "03.04.2011"},
    {at: at("C1"), text: "Ort"},
    {at: at("C2"), text: "Unna"},
  );
  expect(places(list)).toEqual(["Liste!A2", "Liste!B2"]);
});
test("a column called Name holds offices as well as people", () => {
  const at = (cell: string) => ({sheet: "Liste", cell});
  expect(places(withLoose({at: at("A1"), text: "Name"}, {at: at("A2"), text: "Caritas Wesel"}, {at: at("A3"), text: "Yasemin"}))).toEqual(["Liste!A3"]);
});
test("a sheet whose title names somebody is told by its number", () => {
  const reading = withLoose({at: {sheet: "Ahmed Yilmaz"}, text: "Ahmed Yilmaz"}, {at: {sheet: "Ahmed Yilmaz", cell: "B7"}, text: "Klient, geb. 3.4.1990"});
  const number = reading.sheets!.length;
  expect(places(reading)).toEqual([`Blatt ${number}`, `Blatt ${number}!B7`]);
  expect(JSON.stringify(hitsIn(reading))).not.toContain("Yilmaz");
  expect(hitsIn(reading).map(({at}) => cellNames(reading)(at))).toEqual([`S${number}`, `S${number}!B7`]);
});
test("a header that names somebody leaves the title of its sheet as it is", () => {
  const reading = {...good, loose: [...good.loose!, {at: {sheet: "07_Beendigungen"}, text: "Entwurf von Ahmed Yilmaz"}]};
  expect(places(reading)).toEqual(["07_Beendigungen"]);
  expect(JSON.stringify(hitsIn(reading))).not.toContain("Yilmaz");
});
test("a hit that is in no cell says what holds it, beside one in the cell itself", () => {
  const at = {sheet: "03_Fallzahlen", cell: "I40"};
  const messages = hitsIn(
    withLoose(
      {at, text: "Fall Kaya"},
      {at, text: "Bitte Frau Petra Schmidt anrufen", carrier: "comment"},
      {at: {sheet: at.sheet}, text: "Entwurf von Ahmed Yilmaz", carrier: "header"},
    ),
  ).map(({message}) => message);
  expect(messages).toEqual([
    expect.stringMatching(/^03_Fallzahlen: Der Text in der Kopf- oder Fußzeile enthält/),
    expect.stringMatching(/^03_Fallzahlen!I40: Der Text enthält/),
    expect.stringMatching(/^03_Fallzahlen!I40: Der Text im Kommentar der Zelle I40 enthält vermutlich einen Namen\..* Bitte den Kommentar löschen/),
  ]);
  expect(messages.join()).not.toMatch(/Kaya|Schmidt|Yilmaz/);
});
test("the help of the form's own cells is no hit, and not hidden when another text of the sheet is", () => {
  const help = {at: {sheet: "01_Deckblatt"}, text: "Sammelpostfach, z. B. kim@kreis-muster.de. Keine persönliche Adresse.", carrier: "input-help"} as const;
  expect(hitsIn(withLoose(help))).toEqual([]);
});
test("what was typed where nothing is asked is looked at too", async () => {
  const h1 = readWorkbook(await oneReturn({halfYear: "2025-H1", change: {"12_Finanzen!C14": "Frau Yilmaz fragen"}}));
  expect(places(h1)).toEqual(["12_Finanzen!C14"]);
});
test("a foreign workbook with people in it is refused in one sentence", () => {
  const {findings} = checkReading({...good, form: null, cells: [], remarks: [], loose: [{at: {sheet: "Klienten", cell: "A2"}, text: "Ahmed Yilmaz"}]});
  expect(findings).toMatchObject([{rule: "DS-001", at: {file: true}, found: "***"}]);
  expect(findings[0]!.message).toMatch(/^Die Datei ist nicht der Meldebogen KIM und enthält vermutlich einen Namen\./);
});
test("an answer settles the hits it names, and no other finding", async () => {
  const reading = readWorkbook(await oneReturn({change: {"03_Fallzahlen!G7": 99, "09_Systemluecken!B7": "Fall Kaya", "13_Erlaeuterungen!C9": "Fall Yilmaz"}}));
  const checked = checkReading(reading);
  const rulesAfter = (...cells: string[]) =>
    settled(reading, checked, new Set(cells))
      .findings.filter(({rule}) => rule === "DS-001")
      .map(({at}) => placeText(at));
  expect(rulesAfter()).toEqual(["09_Systemluecken!B7", "13_Erlaeuterungen!C9"]);
  expect(rulesAfter("T09!B7")).toEqual(["13_Erlaeuterungen!C9"]);
  const whole = settled(reading, checked, new Set(["T09!B7", "T13!C9"]));
  expect([whole.verdict, whole.findings.some(({rule}) => rule === "SUM-001")]).toEqual(["rejected", true]);
});
