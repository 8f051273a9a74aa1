import {describe, expect, test} from "vitest";
import {checkPlan} from "../../../reports/template/formulas/plan.ts";
import {shifted} from "../../../reports/template/formulas/entries.ts";
import {instruction} from "../../../reports/template/blank/check/check-sheet.ts";
import {variantOf} from "../../../reports/template/variant.ts";
import {rules} from "../../../schemas/rules/registry.ts";

const variants = {
  "Kreis, 2. Halbjahr": variantOf("05170", "2025-H2", true),
  "Kreis, 1. Halbjahr": variantOf("05170", "2025-H1", true),
  "Stadt, 2. Halbjahr": variantOf("05117", "2025-H2", true),
};
const plans = Object.values(variants).map(checkPlan);
const possible = rules.filter(({formulaPossible}) => formulaPossible === "ja");

test.each(possible)("$id says that it can be a formula, and is one in some form", ({id}) =>
  expect(plans.some((plan) => plan.rowsOf(id) !== undefined)).toBe(true),
);
test("what only the Land can check has no formula", () => {
  const foreign = rules.filter(({formulaPossible}) => formulaPossible === "nein");
  expect(foreign.filter(({id}) => plans.some((plan) => plan.rowsOf(id) !== undefined))).toEqual([]);
});
test("a rule that asks for sheet 11 or the second half-year has no formula where there is none", () => {
  const [, firstHalf, town] = plans;
  const absent = (plan: (typeof plans)[number]) => possible.filter(({id}) => plan.rowsOf(id) === undefined).map(({id}) => id);
  expect(absent(plans[0]!)).toEqual([]);
  expect(absent(firstHalf!)).toEqual(["SUM-018", "SUM-023", "PRG-016"]);
  expect(absent(town!)).toEqual(["XS-002", "XS-008", "PRG-003", "PRG-010"]);
});

/** What the formulas of a form call, and how long they are. */
const formulas = plans.flatMap(({blocks, cells, entries}) =>
  [...blocks, ...cells].map(({formula}) => formula).concat(entries.flatMap(({count, target}) => [count, target])),
);
const functions = new Set(formulas.flatMap((formula) => [...formula.replace(/"(?:[^"]|"")*"/g, "").matchAll(/([A-Z][A-Z.]*)\(/g)].map(([, name]) => name!)));
describe("the formulas", () => {
  test("use nothing newer than COUNTIFS", () => {
    const old =
      "ABS AND COUNT COUNTA COUNTIF DATE DAY FALSE FIND IF IFERROR INDEX INT ISERROR ISNUMBER ISTEXT LEFT LEN LOWER MATCH MAX MID MOD MONTH N NOT OR RIGHT ROUND SEARCH SUBSTITUTE SUM SUMIF SUMPRODUCT TEXT TRIM VALUE VLOOKUP YEAR CHAR";
    expect([...functions].filter((name) => !old.split(" ").includes(name))).toEqual([]);
  });
  test("are short enough for a cell", () => expect(Math.max(...formulas.map(({length}) => length))).toBeLessThan(8192));
  test("close every bracket", () => {
    const depth = (formula: string) => [...formula.replace(/"(?:[^"]|"")*"/g, "")].reduce((open, sign) => open + (sign === "(" ? 1 : sign === ")" ? -1 : 0), 0);
    expect(formulas.filter((formula) => depth(formula) !== 0)).toEqual([]);
  });
});

test.each([
  ["IF(A1=\"A1\",'02_Stellen'!$G7,_Pruef!AB$3)", 2, "IF(A3=\"A1\",'02_Stellen'!$G9,_Pruef!AB$3)"],
  ['LEFT(B9)&"x ""B9"" y"', 1, 'LEFT(B10)&"x ""B9"" y"'],
  ["SUM($C$7:$C$9)+V_EUR_B3", 5, "SUM($C$7:$C$9)+V_EUR_B3"],
])("%s moved down", (formula, by, moved) => expect(shifted(formula, by)).toBe(moved));

test("an instruction needs no case at hand", () => {
  expect(instruction({message: "{zelle}: „{feld}“ ist leer. Erwartet: {erwartet}. Bitte {tun}.", why: "Darum."})).toBe("Darum.");
  expect(instruction({message: "{zelle}: {ist} ist zu viel (z. B. {soll}). Bitte Spalte J neu rechnen.", why: ""})).toBe("Bitte Spalte J neu rechnen.");
  expect(rules.filter((rule) => /[{}]/.test(instruction(rule)))).toEqual([]);
});
