import {describe, expect, test} from "vitest";
import {candidateOf} from "../../../schemas/rules/book/candidate.ts";
import {type RuleBook, ruleBook} from "../../../schemas/rules/book/rule-book.ts";
import {ruleOf} from "../../../schemas/rules/registry.ts";

const bookOf = (candidate: object): RuleBook => {
  const read = candidateOf(JSON.stringify(candidate));
  if ("faults" in read) throw new Error(read.faults.join("; "));
  return read.book;
};
const faultsOf = (candidate: unknown) => {
  const read = candidateOf(JSON.stringify(candidate));
  return "faults" in read ? read.faults : [];
};

describe("a candidate for the rule book", () => {
  test("that says nothing is the book that holds", () => {
    const book = bookOf({});
    expect([book.rules, book.levels]).toEqual([ruleBook.rules, ruleBook.levels]);
    expect(book.parameterAt("ka_grenze", "2025-H2")).toBe(10n);
  });
  test("parameters stand in their own unit", () => {
    const {parameterAt} = bookOf({parameters: {ka_grenze: 5, ko_max_kreis: 3.5, foerderbetrag_ko: 60000}});
    expect(["ka_grenze", "ko_max_kreis", "foerderbetrag_ko"].map((name) => parameterAt(name, "2025-H2"))).toEqual([5n, 350n, 60_000_00n]);
    expect(parameterAt("va_max", "2025-H2")).toBe(50n);
  });
  test("rules are switched off, or judged more or less severely", () => {
    const {rules} = bookOf({off: ["SUM-001"], severity: {"SUM-002": "Hinweis"}});
    expect(rules.some(({id}) => id === "SUM-001")).toBe(false);
    expect(rules.find(({id}) => id === "SUM-002")).toEqual({...ruleOf("SUM-002"), severity: "note"});
  });
  test("levels of the plausibility models", () => expect(bookOf({pla: {own: 0.01}}).levels).toEqual({...ruleBook.levels, own: 0.01}));
  test("it says what it changes", () => {
    const read = candidateOf(JSON.stringify({parameters: {ko_max_kreis: 3.5}, pla: {own: 0.01}, severity: {"SUM-002": "Hinweis"}, off: ["SUM-001"]}));
    expect(read).toMatchObject({changes: ["ko_max_kreis = 3,5", "pla.own = 0,01 (bisher 0,045)", "SUM-002 als Hinweis", "SUM-001 aus"]});
  });
});

describe("a candidate is refused in German", () => {
  for (const [name, candidate, fault] of [
    ["a list", [1], "Datei: erwartet ein JSON-Objekt"],
    ["an unknown part", {limits: {}}, "„limits“ ist nicht vorgesehen"],
    ["an unknown parameter", {parameters: {foo: 1}}, "parameters: den Parameter „foo“ gibt es nicht"],
    ["half a percent", {parameters: {ka_grenze: 2.5}}, "parameters.ka_grenze: erwartet eine ganze Zahl"],
    ["too many decimals", {parameters: {ko_max_kreis: 3.555}}, "parameters.ko_max_kreis: erwartet höchstens zwei Nachkommastellen"],
    ["a negative limit", {parameters: {ka_grenze: -1}}, "parameters.ka_grenze: erwartet eine Zahl ab 0"],
    ["an unknown level", {pla: {x: 1}}, "„pla.x“ ist nicht vorgesehen"],
    ["a level that is none", {pla: {own: 1}}, "pla.own: erwartet eine Zahl unter 1"],
    ["an unknown rule", {off: ["SUM-999"]}, "off.0: die Regel „SUM-999“ gibt es nicht"],
    ["an unknown rule to judge", {severity: {"SUM-999": "Fehler"}}, "severity: die Regel „SUM-999“ gibt es nicht"],
    ["an unknown severity", {severity: {"SUM-001": "schlimm"}}, "severity.SUM-001: erwartet Fehler, Warnung oder Hinweis"],
  ] as const)
    test(name, () => expect(faultsOf(candidate)).toEqual([fault]));
  test("what is no JSON", () => expect(candidateOf("{")).toEqual({faults: ["die Datei ist kein JSON"]}));
});
