import {expect, test} from "vitest";
import {judge, newlySaid, unsaid} from "../../../bench/faults/judge.ts";
import {oneReturn} from "../../../fixtures/sample/one-return.ts";
import {openBook, saveBook} from "../../../fixtures/faults/book/package.ts";
import {drawFaults} from "../../../fixtures/faults/draw.ts";
import {expectationOf, type Wanted} from "../../../fixtures/faults/expectation.ts";
import {chance} from "../../../fixtures/sample/chance.ts";
import {checkReading} from "../../../pipelines/check/check-reading.ts";
import {readWorkbook} from "../../../pipelines/read/read-workbook.ts";
import type {Finding} from "../../../schemas/flow.ts";
import {rules} from "../../../schemas/rules/registry.ts";

const finding = (rule: string, cell: string, message = "Das ist falsch."): Finding => ({
  rule,
  severity: "error",
  at: {sheet: "03_Fallzahlen", cell},
  field: null,
  row: null,
  found: "1",
  expected: "2",
  message,
});
const wanted = (rule: string, ...cells: string[]): Wanted => ({rules: [rule], at: new Set(cells.map((cell) => `03_Fallzahlen!${cell}`)), because: "Probe"});
const all = () => true;

test("what is said at the right place is right", () =>
  expect(judge([finding("SUM-001", "G7")], [wanted("SUM-001", "G7", "C7")], [], all)).toMatchObject({asked: 1, found: 1, right: 1, missed: [], wrong: []}));
test("what is not said is missed", () => expect(judge([], [wanted("SUM-001", "G7")], [], all).missed).toHaveLength(1));
test("another rule or another place is wrong, and what was asked is still missed", () => {
  expect(judge([finding("SUM-005", "G7")], [wanted("SUM-001", "G7")], [], all)).toMatchObject({found: 0, right: 0});
  expect(judge([finding("SUM-001", "G8")], [wanted("SUM-001", "G7")], [], all).wrong).toHaveLength(1);
});
test("the same said twice is wrong once", () =>
  expect(judge([finding("SUM-001", "G7"), finding("SUM-001", "G7")], [wanted("SUM-001", "G7")], [], all).wrong).toHaveLength(1));
test("what may be said is right, but is not asked for", () =>
  expect(judge([finding("PLA-004", "G7")], [], [wanted("PLA-004", "G7")], all)).toMatchObject({asked: 0, right: 1}));
test("a rule that is not there is not asked for", () => expect(judge([], [wanted("XX-001", "G7")], [], () => false).asked).toBe(0));
test("what the clean workbook says as well is nobody's", () =>
  expect(newlySaid([finding("SUM-001", "G7"), finding("SUM-001", "G8")], [finding("SUM-001", "G7")])).toHaveLength(1));
test("a finding without rule, place or filled German text is seen", () =>
  expect(
    [
      finding("", "G7"),
      finding("SUM-001", "G7", ""),
      finding("SUM-001", "G7", "{zelle}: falsch."),
      finding("SUM-001", "G7", "Zahl undefined falsch."),
      finding("SUM-001", "G7"),
    ].map(unsaid),
  ).toEqual([true, true, true, true, false]));

test("every finding of a workbook with fifty faults has a rule of the book, a place and a German text", async () => {
  const known = new Set(rules.map(({id}) => id));
  const book = openBook(await oneReturn());
  const {book: faulty} = expectationOf(book, drawFaults(book, 50, chance(3, "fifty")));
  const {findings} = checkReading(readWorkbook(saveBook(faulty, book)));
  expect(findings.length).toBeGreaterThan(40);
  expect(findings.filter((each) => unsaid(each) || !known.has(each.rule)).map(({rule, message}) => `${rule}: ${message}`)).toEqual([]);
});
