import {describe, expect, test} from "vitest";
import {bases} from "../../../bench/offline/bases.ts";
import type {Seen} from "../../../bench/offline/browser.ts";
import {differences, expectedOf, unlikeServer} from "../../../bench/offline/expected.ts";
import {mangle} from "../../../bench/offline/mangle.ts";
import {chance} from "../../../fixtures/sample/chance.ts";
import {ruleOf} from "../../../schemas/rules/registry.ts";
import {knownKey, sealer} from "../../pipelines/check/presets/signed.ts";

const forms = await bases(sealer);
const [form] = forms as [(typeof forms)[number]];
const file = {name: "a.xlsx", bytes: form.bytes, done: []};
const node = await expectedOf(file, [knownKey]);
const finding = {
  rule: "SUM-001",
  severity: "error",
  at: {sheet: "03_Fallzahlen", cell: "G7"},
  field: null,
  row: null,
  found: "9",
  expected: "8",
  message: "Bitte prüfen.",
} as const;
const expected = {
  ...node,
  checked: {...node.checked, verdict: "rejected" as const, findings: [finding], notCheckable: [{rule: "STR-007", reason: "kein Konto"}]},
};
const seen: Seen = {
  name: "a.xlsx",
  verdict: "rejected",
  findings: ["03_Fallzahlen | G7 | ✖ Fehler | SUM-001 | Bitte prüfen. | 9 | 8 | "],
  notCheckable: [`STR-007 ${ruleOf("STR-007").title} | kein Konto`],
  presets: "gültige Unterschrift",
};

describe("a page that", () => {
  test("shows the same is no difference", () => expect(differences(file, expected, seen)).toEqual([]));
  test.each<[string, Partial<Seen>]>([
    ["leaves out a finding", {findings: []}],
    ["points to another cell", {findings: [seen.findings[0]!.replace("G7", "G8")]}],
    ["finds one more", {findings: [seen.findings[0]!, "x"]}],
    ["judges otherwise", {verdict: "accepted"}],
    ["hides what it could not check", {notCheckable: []}],
    ["trusts otherwise", {presets: "nicht mehr die unterschriebenen"}],
    ["shows another file", {name: "b.xlsx"}],
  ])("%s is one", (_, other) => expect(differences(file, expected, {...seen, ...other})).toHaveLength(1));
});

test("presets of a form tell what the whole previous return tells", () => expect(unlikeServer(form, file, node)).toEqual([]));
test("a finding that the server would not have is noticed", () => {
  const more = {...node, checked: {...node.checked, findings: [{...finding, rule: "XP-001"}]}};
  expect(unlikeServer(form, file, more)).toHaveLength(1);
});
test("the same chance mangles the same way, another one otherwise", () => {
  const made = (seed: number) => mangle(form, 1, chance(seed, "test"));
  expect(made(1)).toEqual(made(1));
  expect(made(2)).not.toEqual(made(1));
});
