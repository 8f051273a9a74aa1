import {describe, expect, test} from "vitest";
import {oneReturn} from "../../../fixtures/sample/one-return.ts";
import {checkReading} from "../../../pipelines/check/check-reading.ts";
import {readWorkbook} from "../../../pipelines/read/read-workbook.ts";
import type {HalfYear} from "../../../schemas/half-year.ts";

type Change = Readonly<Record<string, number | string | null>>;
const x = "x";
/** Rules with several ways to be broken: each way once, with the cell the sender is sent to. */
const ways: readonly (readonly [rule: string, at: string, change: Change])[] = [
  ["TYP-001", "01_Deckblatt!C17", {"01_Deckblatt!C17": null}],
  ["TYP-001", "02_Stellen!L10", {"02_Stellen!L10": null}],
  ["TYP-001", "03b_Prozess!C18", {"03b_Prozess!C18": null, "03b_Prozess!C19": null, "03b_Prozess!C20": null, "03b_Prozess!C21": null, "03b_Prozess!C22": null}],
  ["TYP-001", "06_Zugang_Verweis!D31", {"06_Zugang_Verweis!D31": null, "06_Zugang_Verweis!D32": null, "06_Zugang_Verweis!D34": null}],
  ["TYP-001", "09_Systemluecken!K8", {"09_Systemluecken!K8": null}],
  ["TYP-001", "12_Finanzen!E7", {"12_Finanzen!E7": null}],
  ["TYP-001", "02_Stellen!A9", {"02_Stellen!A9": null}],
  ["TYP-002", "11_Kommunen!J7", {"11_Kommunen!J7": 61}],
  ["TYP-003", "12_Finanzen!I7", {"12_Finanzen!I7": -0.01}],
  ["TYP-004", "02_Stellen!J9", {"02_Stellen!J9": -1}],
  ["TYP-005", "01_Deckblatt!C19", {"01_Deckblatt!C19": "30.12.2025"}],
  ["TYP-006", "03_Fallzahlen!C7", {"03_Fallzahlen!C7": "k. A."}],
  ["CL-001", "08_Steuerung!C19", {"08_Steuerung!C19": "anwesend"}],
  ["CL-004", "04b_Herkunft!C38", {"04b_Herkunft!C38": 3}],
  ["CL-004", "06_Zugang_Verweis!C26", {"06_Zugang_Verweis!C7": 12, "06_Zugang_Verweis!C26": 4}],
  ["CL-005", "06_Zugang_Verweis!C51", {"06_Zugang_Verweis!C51": 20}],
  ["CL-006", "02_Stellen!F9", {"02_Stellen!F9": "05334004 Alsdorf, Stadt"}],
  ["CL-006", "10_Baustein3!A7", {"10_Baustein3!A7": "Duisburg"}],
  ["SUM-002", "04_Merkmale!C27", {"04_Merkmale!C27": 25}],
  ["SUM-002", "12_Finanzen!F6", {"12_Finanzen!F6": 1}],
  ["SUM-007", "04_Merkmale!G6", {"04_Merkmale!C10": 4}],
  ["SUM-007", "04_Merkmale!D19", {"04_Merkmale!D20": 6}],
  ["SUM-007", "04_Merkmale!C27", {"04_Merkmale!C30": 9}],
  ["SUM-007", "04_Merkmale!E27", {"04_Merkmale!E30": 5}],
  ["SUM-007", "04_Merkmale!C50", {"04_Merkmale!C51": 6}],
  ["SUM-007", "04_Merkmale!D50", {"04_Merkmale!D51": 6}],
  ["SUM-007", "04_Merkmale!C72", {"04_Merkmale!C73": 6}],
  ["SUM-007", "04b_Herkunft!C6", {"04b_Herkunft!C7": 9}],
  ["SUM-007", "04b_Herkunft!D6", {"04b_Herkunft!D7": 5}],
  ["SUM-008", "04_Merkmale!D27", {"04_Merkmale!D30": 4}],
  ["SUM-010", "05_Themen!C9", {"05_Themen!C9": 32}],
  ["SUM-013", "03b_Prozess!C6", {"03b_Prozess!C6": 25}],
  ["SUM-018", "12_Finanzen!C14", {"12_Finanzen!C14": 60000}],
  ["SUM-019", "05_Themen!E7", {"05_Themen!E7": 15}],
  ["SUM-019", "07_Beendigungen!D7", {"07_Beendigungen!D7": 3}],
  ["SUM-019", "08_Steuerung!G6", {"08_Steuerung!G6": 3}],
  ["SUM-019", "10_Baustein3!Q7", {"10_Baustein3!Q7": 1}],
  ["SUM-019", "10_Baustein3!R27", {"10_Baustein3!P27": 1, "10_Baustein3!Q27": 1, "10_Baustein3!R27": 2}],
  ["SUM-020", "03b_Prozess!C28", {"03b_Prozess!C29": 1}],
  ["SUM-020", "03b_Prozess!C49", {"03b_Prozess!C50": 129}],
  ["XS-008", "08_Steuerung!C27", {"08_Steuerung!C27": x, "11_Kommunen!K7": "nein"}],
  ["XS-010", "12_Finanzen!H7", {"12_Finanzen!H8": 0}],
  ["XS-010", "12_Finanzen!G7", {"02_Stellen!D10": "K2 kreisangehörige Kommune"}],
  ["XS-012", "02_Stellen!J9", {"02_Stellen!J9": 0}],
  ["DS-002", "03_Fallzahlen!B7", {"03_Fallzahlen!B7": "y".repeat(61)}],
];

const checked = async (change: Change, halfYear: HalfYear = "2025-H2") => checkReading(readWorkbook(await oneReturn({halfYear, change})));

describe("every way to break a rule", () => {
  for (const [rule, at, change] of ways) {
    test(`${rule} at ${at}`, async () => {
      const {findings} = await checked(change);
      expect(
        findings.filter((finding) => finding.rule === rule).map((finding) => ("cell" in finding.at ? `${finding.at.sheet}!${finding.at.cell}` : "")),
      ).toContain(at);
    });
  }
});

/** What must stay silent. */
const silent: readonly (readonly [why: string, rule: string, change: Change, halfYear?: HalfYear])[] = [
  ["cost types are a question of the second half-year", "SUM-018", {"12_Finanzen!F8": 1}, "2025-H1"],
  ["passing money on is asked in the second half-year", "XS-010", {"12_Finanzen!H8": 0}, "2025-H1"],
  [
    "an empty distribution is left out once, not found wrong",
    "SUM-006",
    {"03b_Prozess!C18": null, "03b_Prozess!C19": null, "03b_Prozess!C20": null, "03b_Prozess!C21": null, "03b_Prozess!C22": null},
  ],
  ["an unreadable number is one fault", "SUM-001", {"03_Fallzahlen!D7": "viele"}],
  ["an unknown number is compared with nothing", "SUM-007", {"04_Merkmale!C62": "k. A."}],
  ["phases 1 and 2 are no cases yet", "SUM-006", {"03b_Prozess!C23": 9, "03b_Prozess!C24": 9}],
  ["a share is judged from 20 cases on", "CL-004", {"06_Zugang_Verweis!C26": 8}],
  ["one percent is forgiven", "SUM-018", {"12_Finanzen!C14": 66700}],
  ["without the first half-year the year cannot be compared", "SUM-018", {"12_Finanzen!D8": null, "12_Finanzen!D14": 1}],
  ["the office's mailbox may hold an address", "DS-001", {"01_Deckblatt!C12": "kim@kreis-wesel.example"}],
];
describe("what is no fault", () => {
  for (const [why, rule, change, halfYear] of silent) {
    test(why, async () => expect((await checked(change, halfYear)).findings.filter((finding) => finding.rule === rule)).toEqual([]));
  }
});
