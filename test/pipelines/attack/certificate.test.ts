import {expect, test} from "vitest";
import {attack} from "../../../pipelines/attack/attack.ts";
import {type Certificate, complaints} from "../../../pipelines/attack/certificate.ts";
import {criterionOf} from "../../../pipelines/attack/criterion.ts";
import {equationsOf} from "../../../pipelines/attack/equations.ts";
import {knowledgeFrom} from "../../../pipelines/attack/knowledge.ts";
import {cluster, policy, tableOf} from "./small.ts";

const tables = [tableOf("all both 60\nall x 30\nall y 30\nA both 20\nA x .\nA y .\nB both 20\nB x .\nB y .\nC both 20\nC x 10\nC y 10")];
const rules = policy(["outsider"]);
const knowledge = knowledgeFrom(cluster(), rules, tables);
const {certificate} = attack(cluster(), rules, {tables});
const wrong = (changed: Certificate) =>
  complaints(changed, knowledge, equationsOf(cluster(), tables, knowledge), (key, low, high) =>
    criterionOf(knowledge.get(key)!, rules.threshold).open(low, high),
  );

test("names two tables for every withheld cell, and they add up", () => {
  expect(certificate.cells.map(({key}) => key).sort()).toEqual(["n|area=A|topic=x", "n|area=A|topic=y", "n|area=B|topic=x", "n|area=B|topic=y"]);
  expect(wrong(certificate)).toEqual([]);
});
test("a number changed in a witness is found by addition", () => {
  const [first, ...others] = certificate.tables;
  expect(wrong({...certificate, tables: [{...first, "n|area=A|topic=x": first!["n|area=A|topic=x"]! + 1}, ...others]}).join("\n")).toContain("sum of");
});
test("two equal witnesses prove nothing", () =>
  expect(wrong({...certificate, cells: certificate.cells.map((cell) => ({...cell, least: cell.largest}))})).toContain("narrow: n|area=A|topic=x"));
