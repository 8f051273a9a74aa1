import {readdirSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {ruleOf, rules} from "../../../schemas/rules/registry.ts";
import {brokenReturn, examplesOf, passingReturn, placeOf} from "../../../bench/rules/example.ts";
import {checkReading} from "../../../pipelines/check/check-reading.ts";

const contextual = rules.filter(({needs, checks = []}) => needs !== undefined || checks.some((check) => check.needs !== undefined)).map(({id}) => id);

describe("the registry", () => {
  test("every id once, in the order of the areas", () => {
    const ids = rules.map(({id}) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...new Set(ids.map((id) => id.split("-")[0]))]).toEqual(["STR", "TYP", "CL", "SUM", "XS", "XP", "PRG", "PLA", "DS"]);
  });
  test("ids, severities, releases and formulas are those agreed", () => {
    expect(
      rules.map(({id, severity, releasable, formulaPossible}) => `${id} ${severity}${releasable ? " releasable" : ""} ${formulaPossible}`),
    ).toMatchSnapshot();
  });
  test("an unknown rule is an error of ours", () => expect(() => ruleOf("SUM-999")).toThrow("unknown rule: SUM-999"));
  test("every example belongs to a rule and every rule has one", () => {
    const examples = readdirSync(new URL("../../../fixtures/rules/", import.meta.url))
      .map((name) => name.replace(".json", ""))
      .sort();
    expect(examples).toEqual(rules.map(({id}) => id).sort());
  });
  test("these wait for more than the file", () =>
    expect(contextual).toEqual([
      "STR-007",
      ...["XP-001", "XP-002", "XP-003", "XP-004", "XP-005", "XP-006", "XP-007", "XP-008"],
      ...["PRG-002", "PRG-003", "PRG-005", "PRG-011", "PRG-014", "PRG-016", "PRG-018"],
      ...["PLA-001", "PLA-002", "PLA-003", "PLA-008", "PLA-004", "PLA-006"],
      ...["DS-003", "DS-004"],
    ]));
});

const place = /\{(?:zelle|ort|blatt)\}|^Deckblatt|^Die (?:Datei|Meldung)/;
describe("each rule speaks for itself", () => {
  for (const {id, title, why, message, basis, checks, remarks, invalid, test: name} of rules) {
    test(id, () => {
      expect(Math.min(title.length, why.length, basis.length)).toBeGreaterThan(0);
      expect(why).toMatch(/^[A-ZÄÖÜ].*[.]$/);
      expect(message).toMatch(place);
      expect(message).toMatch(/bitte|nichts zu tun/i);
      expect([checks, remarks, invalid, name].some((way) => way !== undefined)).toBe(true);
    });
  }
});

describe("each rule is broken at its place and just passes", () => {
  // The plainest way to break it; all others run where the rules are proved.
  for (const {id, severity} of rules)
    for (const example of examplesOf(id).slice(0, 1))
      test(`${id} at ${example.at ?? "the file"}`, async () => {
        const [broken, passing] = await Promise.all([brokenReturn(example), passingReturn(example)]);
        const [wrong, right] = [checkReading(broken.reading, broken.context), checkReading(passing.reading, passing.context)];
        const hits = wrong.findings.filter(({rule}) => rule === id);
        expect(hits.map(({at}) => placeOf(at))).toContain(example.at);
        expect(hits.map((finding) => finding.severity)).toEqual(hits.map(() => example.severity ?? severity));
        expect(hits.every(({message}) => !/[{}]|undefined|null/.test(message))).toBe(true);
        expect(right.findings.filter(({rule}) => rule === id)).toEqual([]);
        expect(right.notCheckable.filter(({rule}) => rule === id)).toEqual([]);
      });
});
