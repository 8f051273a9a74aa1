import {describe, expect, test} from "vitest";
import {oneReturn} from "../../../fixtures/sample/one-return.ts";
import {checkReading} from "../../../pipelines/check/check-reading.ts";
import {readWorkbook} from "../../../pipelines/read/read-workbook.ts";
import type {TypedCells} from "../../../reports/template/fill-template.ts";

/** Rule and proposal of every finding at a cell. */
const proposed = async (change: TypedCells, cell: string) =>
  checkReading(readWorkbook(await oneReturn({change})))
    .findings.filter(({at}) => "cell" in at && `${at.sheet}!${at.cell}` === cell)
    .map(({rule, proposal}) => [rule, proposal?.value, proposal?.text]);

describe("a rule that knows the right value says it", () => {
  test.each([
    ["the balance of a stock", {"03_Fallzahlen!G7": 99}, "03_Fallzahlen!G7", ["SUM-001", {number: "14"}, "14 statt 99, wenn die anderen Zahlen stimmen."]],
    ["a total that was typed over", {"05_Themen!C6": 5}, "05_Themen!C6", ["SUM-002", {number: "82"}, "82 statt 5; so viel ergeben die anderen Zellen."]],
    ["a label instead of a code", {"03_Fallzahlen!Q7": "Caritas"}, "03_Fallzahlen!Q7", ["CL-003", {text: "F2 Caritas"}, "„F2 Caritas“ statt „Caritas“."]],
    ["a lost zero", {"03_Fallzahlen!P8": 5170004}, "03_Fallzahlen!P8", ["TYP-008", {text: "05170004 Alpen"}, "„05170004 Alpen“ statt „5170004“."]],
    [
      "a misspelt entry",
      {"02_Stellen!B8": "Kordinatoin"},
      "02_Stellen!B8",
      ["CL-001", {text: "KO Koordination"}, "„KO Koordination“ statt „Kordinatoin“, wenn das gemeint ist."],
    ],
  ] as const)("%s", async (_, change, cell, expected) => expect(await proposed(change, cell)).toEqual([expected]));
});

describe("where nothing is known, nothing is proposed", () => {
  test.each([
    ["a distribution that does not add up", {"03b_Prozess!C18": 77}, "03b_Prozess!C17", "SUM-006"],
    ["an entry like none", {"02_Stellen!B8": "Hausmeister"}, "02_Stellen!B8", "CL-001"],
    ["an entry too short to tell", {"02_Stellen!B8": "KX"}, "02_Stellen!B8", "CL-001"],
    ["a limit", {"02_Stellen!H7": 1.2}, "02_Stellen!H7", "TYP-004"],
  ] as const)("%s", async (_, change, cell, rule) =>
    expect((await proposed(change, cell)).filter(([id]) => id === rule)).toEqual([[rule, undefined, undefined]]),
  );
  test("a balance below zero", async () =>
    expect((await proposed({"03_Fallzahlen!F7": 40}, "03_Fallzahlen!G7")).find(([rule]) => rule === "SUM-001")).toEqual(["SUM-001", undefined, undefined]));
});
