import {describe, expect, test} from "vitest";
import {oneReturn} from "../../../fixtures/sample/one-return.ts";
import {checkInContext, checkReading} from "../../../pipelines/check/check-reading.ts";
import {readWorkbook} from "../../../pipelines/read/read-workbook.ts";
import {type Context, nothingKnown} from "../../../schemas/context.ts";
import type {Checked, Reading} from "../../../schemas/flow.ts";
import type {HalfYear} from "../../../schemas/half-year.ts";

type Changes = Readonly<Record<string, number | string | null>>;
const read = async (change: Changes = {}, body = "05170", halfYear: HalfYear = "2025-H2"): Promise<Reading> =>
  readWorkbook(await oneReturn({body, halfYear, change}));
const about = ({findings}: Checked, rule: string) => findings.filter((finding) => finding.rule === rule);
const said = async (rule: string, change: Changes, body?: string, context?: Context) =>
  about(checkReading(await read(change, body), context), rule).map(({message}) => message);
const withPrevious = async (change: Changes): Promise<Context> => {
  const {cells} = await read(change, "05170", "2025-H1");
  return {...nothingKnown, previous: {halfYear: "2025-H1", whole: true, now: cells, atArrival: cells}};
};
const posts = (vzae: bigint) => ({vzae, euro: 0n});
const granted = (B1: bigint, B2: bigint): Context => ({...nothingKnown, approvals: {B1: posts(B1), B2: posts(B2)}});
const kok = {"02_Stellen!B7": "KOK Koordination in großer kreisangehöriger Kommune", "02_Stellen!F7": "05170008 Dinslaken"};

describe("approvals", () => {
  test("the assistance is part of what is approved for Baustein 1", async () => {
    expect(await said("PRG-002", {}, "05170", granted(150n, 200n))).toEqual([]);
    expect(await said("PRG-002", {}, "05170", granted(149n, 200n))).toEqual([
      "02_Stellen!G7: Koordination: 1,00 VZÄ gemeldet, bewilligt 0,99 VZÄ. Bitte die Zeilen KO und KOK mit dem Bescheid abgleichen oder Freigabe beim KfI erbitten.",
    ]);
  });
  test("a ceiling names its year", async () =>
    expect(await said("PRG-005", {}, "05170", granted(150n, 175n))).toEqual([expect.stringContaining("2,00 VZÄ gemeldet, Obergrenze 1,75 für 2025.")]));
  test("the rule for Kreise is asked of nobody else", async () => {
    expect(await said("PRG-003", {}, "05170", granted(150n, 200n))).toHaveLength(1);
    expect(await said("PRG-003", {}, "05914", granted(150n, 200n))).toEqual([]);
  });
  test("without them nothing is found and the reason is given", async () => {
    const checked = checkReading(await read());
    expect(["PRG-002", "PRG-003", "PRG-005"].map((rule) => checked.notCheckable.find((each) => each.rule === rule)?.reason)).toEqual(
      Array(3).fill("braucht die Bewilligungen; für diese Stelle sind hier keine übernommen"),
    );
  });
});

describe("posts and municipalities", () => {
  test("a post passed on names all that its municipality lacks", async () =>
    expect(await said("PRG-009", {...kok, "11_Kommunen!D8": "ja"})).toEqual([
      "02_Stellen!F7, Stelle KO-01: 05170008 Dinslaken, Stadt: weitergeleitete Koordinierungsstelle, aber laut Blatt 11 fehlt: eigene Ausländerbehörde, Integrationsrat. Bitte Blatt 11 prüfen oder Freigabe beim KfI erbitten.",
    ]));
  test("a city has no municipality to pass a post on to", async () =>
    expect(await said("PRG-009", {"02_Stellen!B7": kok["02_Stellen!B7"]}, "05914")).toEqual([
      expect.stringContaining("gibt es nur in Kreisen und der StädteRegion. Bitte KO Koordination wählen"),
    ]));
  const entitled = {"11_Kommunen!C8": "ja", "11_Kommunen!D8": "ja", "11_Kommunen!E8": "ja"};
  test("an entitled municipality has its post or has refused it", async () => {
    expect(await said("PRG-010", {...entitled, "11_Kommunen!G8": "nein"})).toEqual([
      expect.stringMatching(/^11_Kommunen!G8, 05170008 Dinslaken, Stadt: erfüllt/),
    ]);
    expect(await said("PRG-010", {...entitled, ...kok})).toEqual([]);
  });
  test("nobody asks where case management sits as long as there is none", async () =>
    expect(await said("PRG-007", {"02_Stellen!E9": "SO Sozialamt", "02_Stellen!B9": "KO Koordination", "02_Stellen!B10": "KO Koordination"})).toEqual([]));
  test("the coordinating office may be another than the KI", async () =>
    expect(await said("PRG-007", {"01_Deckblatt!C13": "SO Sozialamt", "01_Deckblatt!C14": "ja", "02_Stellen!E9": "SO Sozialamt"})).toEqual([]));
});

describe("steering", () => {
  const sitting = "08_Steuerung!D6";
  test("who is missing is asked one by one, and only where there is a steering group", async () => {
    const alone = {"08_Steuerung!C20": null, "08_Steuerung!C27": null, "08_Steuerung!C28": null};
    expect((await said("PRG-012", alone)).map((message) => message.slice(0, 16))).toEqual(["08_Steuerung!C20", "08_Steuerung!C27", "08_Steuerung!C28"]);
    expect(await said("PRG-012", {...alone, "08_Steuerung!C6": 0})).toEqual([]);
    expect(await said("PRG-012", {"08_Steuerung!C27": null}, "05914")).toEqual([]);
  });
  test("no group is found by the file alone, no sitting only with the half-year before", async () => {
    const [none, idle] = [await read({"08_Steuerung!C6": 0, [sitting]: 0}), await read({[sitting]: 0})];
    expect(about(checkReading(none), "PRG-011").map(({message}) => message)).toEqual([expect.stringContaining("Keine Lenkungsgruppe am Stichtag (0)")]);
    expect(about(checkReading(idle), "PRG-011")).toEqual([]);
    expect(checkReading(idle).notCheckable.some(({rule}) => rule === "PRG-011")).toBe(true);
    const quiet = await withPrevious({[sitting]: 0});
    expect(about(checkInContext(none, checkReading(none), quiet), "PRG-011")).toHaveLength(1);
    expect(about(checkInContext(idle, checkReading(idle), quiet), "PRG-011")).toHaveLength(1);
    expect(about(checkInContext(idle, checkReading(idle), await withPrevious({[sitting]: 1})), "PRG-011")).toEqual([]);
  });
});

describe("money and days of a year", () => {
  const days = "08_Steuerung!C53";
  test("days of facilitation add up over both halves", async () => {
    const context = await withPrevious({[days]: 4});
    expect(await said("PRG-014", {[days]: 2.5}, "05170", context)).toEqual([expect.stringContaining("6,50 Tagewerke im Jahr, gefördert werden 6")]);
    expect(await said("PRG-014", {[days]: 7}, "05170", context)).toHaveLength(1);
    expect(await said("PRG-014", {[days]: 6})).toEqual([]);
  });
  test("personnel costs are held against the months in which posts were held", async () => {
    const context = await withPrevious({"02_Stellen!J9": 0});
    expect(await said("PRG-016", {"12_Finanzen!D14": 66500}, "05170", context)).toEqual([]);
    expect(await said("PRG-016", {"12_Finanzen!D14": 66500.01}, "05170", context)).toEqual([
      "12_Finanzen!D14, Case Management: 66.500,01 € Personal im Jahr, gefördert höchstens 14,00 besetzte VZÄ-Monate × 57.000 € / 12 = 66.500,00 €. Den übersteigenden Teil bitte als Eigenanteil eintragen.",
    ]);
  });
  test("a first half-year that nobody reported is no basis", async () =>
    expect(
      await said("PRG-016", {"12_Finanzen!D14": 900000}, "05170", {...nothingKnown, previous: {halfYear: "2025-H1", whole: true, now: null, atArrival: null}}),
    ).toEqual([]));
});

describe("the deadline", () => {
  const came = (receivedOn: string): Context => ({...nothingKnown, receipt: {receivedOn, version: 1, usedVersions: [], correction: false}});
  test("is that of the half-year, and holds for a Fehlanzeige too", async () => {
    const empty = readWorkbook(await oneReturn({halfYear: "2025-H1", change: {"01_Deckblatt!C10": "F Fehlanzeige"}}));
    expect(empty.returnKind).toBe("F");
    expect(about(checkReading(empty, came("2025-07-31")), "PRG-018")).toEqual([]);
    expect(about(checkReading(empty, came("2025-08-01")), "PRG-018")).toMatchObject([{found: "01.08.2025", expected: "bis 31.07.2025", severity: "note"}]);
  });
});
