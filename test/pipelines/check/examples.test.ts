import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {checkReading} from "../../../pipelines/check/check-reading.ts";
import {rules} from "../../../schemas/rules/registry.ts";
import {readingOf} from "./reading.ts";

const folder = new URL("../../../fixtures/examples/", import.meta.url);
const example = (name: string) => {
  const {werte, verausgabt_h1} = JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
  return checkReading(readingOf({answers: werte, spentBefore: verausgabt_h1}));
};

/** What the design says of its filled-in examples: which rules ask, and how often. */
const expected: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "kreis-paderborn-2022-H2": {},
  "stadt-hagen-2021-H2": {"PRG-013": 1},
  "staedteregion-aachen-2022-H1": {"PLA-010": 1, "PRG-013": 1},
  "staedteregion-aachen-2022-H1-nur-oeffentliche-fakten": {"TYP-006": 112, "XS-013": 1},
};

describe("the examples of the design", () => {
  test("all are named here", () =>
    expect(
      readdirSync(folder)
        .map((name) => name.replace(".json", ""))
        .sort(),
    ).toEqual(Object.keys(expected).sort()));
  for (const [name, rules] of Object.entries(expected)) {
    test(name, () => {
      const {findings} = example(name);
      const counted = Object.groupBy(findings, ({rule}) => rule);
      expect(Object.fromEntries(Object.entries(counted).map(([rule, all]) => [rule, all?.length]))).toEqual(rules);
    });
  }
});

test("a body that knows only its total is accepted, and what could not be compared is said", () => {
  const {verdict, notCheckable} = example("staedteregion-aachen-2022-H1-nur-oeffentliche-fakten");
  expect(verdict).toBe("accepted-with-warnings");
  expect(notCheckable.find(({rule}) => rule === "SUM-001")?.reason).toMatch(
    /^03_Fallzahlen!G7 ist als nicht bekannt \(k\. A\.\) gemeldet; .* und \d+ weitere$/,
  );
  const contextual = new Set(
    rules.filter(({needs, checks = []}) => needs !== undefined || checks.some((check) => check.needs !== undefined)).map(({id}) => id),
  );
  expect(notCheckable.map(({rule}) => rule).filter((rule) => !contextual.has(rule))).toEqual([
    "SUM-001",
    "SUM-005",
    "SUM-013",
    "SUM-014",
    "SUM-016",
    "SUM-017",
    "XS-004",
    "XS-005",
    "XS-011",
    "PRG-013",
    "PLA-005",
    "PLA-010",
  ]);
});
