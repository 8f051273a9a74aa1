import {describe, expect, test} from "vitest";
import {type Beside, brokenReturn, type Changes} from "../../../bench/rules/example.ts";
import {checkReading} from "../../../pipelines/check/check-reading.ts";

const seen = async (breaks: Changes, context: Beside) => {
  const {reading, context: beside} = await brokenReturn({breaks, context, at: null});
  return checkReading(reading, beside).findings;
};
const rows = (sheet: string, row: number, letters: string): Changes => Object.fromEntries([...letters].map((letter) => [`${sheet}!${letter}${row}`, null]));
const post = (row: number) => rows("02_Stellen", row, "ABDEFGHIJKLMN");
const site = (row: number) => rows("03_Fallzahlen", row, "ABCDFGHIJKLPQ");
const gap = (row: number) => rows("09_Systemluecken", row, "ABCDEFGHIJKL");
const ends = (first: number, second: number): Changes => ({"03_Fallzahlen!G7": first, "03_Fallzahlen!G8": second});

/** What is as it may be; how each rule is broken stands in its examples. */
const silent: readonly (readonly [said: string, rule: string, change: Changes, beside: Beside])[] = [
  ["nothing accepted before", "XP-001", {}, {previous: null}],
  ["a new site", "XP-001", {}, {previous: {...ends(12, 0), ...site(8)}}],
  ["a site gone, its cases booked elsewhere", "XP-001", {...site(8), "03_Fallzahlen!C7": 20, "03_Fallzahlen!O7": 8}, {previous: ends(12, 8)}],
  ["the first half-year of the form", "XP-003", {"01_Deckblatt!C7": "2021-H2"}, {previous: null}],
  ["a gap put off may go", "XP-005", gap(7), {previous: {"09_Systemluecken!I7": "8 nicht lösbar/zurückgestellt"}}],
  ["back from the Land", "XP-006", {"09_Systemluecken!I7": "2 in AG bearbeitet"}, {previous: {}}],
  ["a post gone, approval not known", "XP-007", post(10), {previous: {}}],
  ["no change of what was published", "XP-008", {}, {published: {}}],
  ["few cases, nothing accepted before", "PLA-004", {"03_Fallzahlen!G7": 0, "03_Fallzahlen!G8": 7}, {previous: null}],
  ["no median", "PLA-009", {}, {}],
];

describe("what is as it may be is not asked about", () => {
  for (const [said, rule, change, beside] of silent) {
    test(`${rule}: ${said}`, async () => expect((await seen(change, beside)).filter((finding) => finding.rule === rule)).toEqual([]));
  }
});

test("a warning after a correction says so and proposes the corrected number", async () => {
  const findings = await seen({}, {previous: ends(13, 8), previousThen: ends(12, 8)});
  expect(findings.find(({rule}) => rule === "XP-001")).toMatchObject({
    severity: "warning",
    message:
      "03_Fallzahlen!C7, Einsatzort E01: Anfang 12, Ende 1. Halbjahr 2025 ist nach einer Korrektur 13. Bitte auch dieses Halbjahr korrigieren oder auf Blatt 13 erläutern.",
    proposal: {sheet: "03_Fallzahlen", cell: "C7", value: {number: "13"}},
  });
});
test("at most ten published figures are named, each once, the smallest change last or not at all", async () => {
  const changed = Object.fromEntries([..."DFGHIJKL"].map((letter, i) => [`03_Fallzahlen!${letter}7`, letter === "D" ? 7 : 100 * (i + 1)]));
  const work = {"03b_Prozess!C6": 200, "03b_Prozess!C7": 200, "03b_Prozess!C8": 200, "08_Steuerung!C40": 200};
  const fields = (await seen({...changed, ...work}, {published: {}})).filter(({rule}) => rule === "XP-008").map(({field}) => field);
  expect([fields.length, new Set(fields).size, fields.includes("cm_neu")]).toEqual([10, 10, false]);
});
test("a row that is gone is named, so that an explanation finds it again", async () => {
  expect((await seen(gap(7), {previous: {}})).find(({rule}) => rule === "XP-005")).toMatchObject({field: "status", row: "L001"});
});
