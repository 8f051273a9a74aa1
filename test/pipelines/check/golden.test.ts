import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {smallPrefill, smallReturn} from "../../../fixtures/sample/small-return.ts";
import {checkReading} from "../../../pipelines/check/check-reading.ts";
import {readWorkbook} from "../../../pipelines/read/read-workbook.ts";
import {fillReturn, type TypedCells} from "../../../reports/template/fill-template.ts";
import type {Checked} from "../../../schemas/flow.ts";
import {rules} from "../../../schemas/rules/registry.ts";
import type {HalfYear} from "../../../schemas/half-year.ts";

/** A folder is a case: what is typed over in the small valid return (`only` keeps some of its tables), and what must be found. */
type Case = {readonly body: string; readonly halfYear: HalfYear; readonly only?: readonly string[]; readonly change: TypedCells};

const golden = new URL("../../../fixtures/golden/", import.meta.url);
const caseOf = (name: string): Case => JSON.parse(readFileSync(new URL(`${name}/changes.json`, golden), "utf8"));
const check = async ({body, halfYear, only, change}: Case): Promise<Checked> => {
  const answers = Object.entries(smallReturn(body, halfYear)).filter(([table]) => only?.includes(table) ?? true);
  const bytes = await fillReturn({body, halfYear, version: 1, prefill: smallPrefill(halfYear), synthetic: true}, Object.fromEntries(answers), change);
  return checkReading(readWorkbook(bytes));
};
const contextual = new Set(rules.filter(({needs, checks = []}) => needs !== undefined || checks.some((check) => check.needs !== undefined)).map(({id}) => id));
/** One finding a line, so that a difference can be read. Rules that need more than the file are the same for all and left out. */
const lines = ({verdict, findings, notCheckable}: Checked) => {
  const list = (all: readonly unknown[]) => (all.length === 0 ? "[]" : `[\n${all.map((each) => `    ${JSON.stringify(each)}`).join(",\n")}\n  ]`);
  return `{\n  "verdict": "${verdict}",\n  "findings": ${list(findings)},\n  "notCheckable": ${list(notCheckable.filter(({rule}) => !contextual.has(rule)))}\n}\n`;
};

describe("golden cases", () => {
  for (const name of readdirSync(golden)) {
    test(name, async () => expect(lines(await check(caseOf(name)))).toMatchFileSnapshot(new URL(`${name}/findings.json`, golden).pathname));
  }
});

test("no finding repeats personal data, whatever else is wrong there", async () => {
  const said = lines(await check(caseOf("personendaten")));
  expect(["Petrenko", "Yilmaz", "1990", "4711", "2070", "olena"].filter((secret) => said.includes(secret))).toEqual([]);
});
