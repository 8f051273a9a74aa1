import {expect, test} from "vitest";
import {attack, type Published} from "../../../pipelines/attack/attack.ts";
import type {Policy} from "../../../schemas/disclosure.ts";
import {cluster, policy, tableOf} from "./small.ts";

const found = (published: Published, rules: Policy, plan = cluster()) =>
  attack(plan, rules, published).breaches.map(({cell, attacker, who, low, high, why}) => `${attacker}${who && ` ${who}`}: ${cell} ${why} ${low} ${high}`);

/** Every 2 × 2 block of withheld cells is open by ±2 and more. */
const safe = tableOf("all both 60\nall x 30\nall y 30\nA both 20\nA x .\nA y .\nB both 20\nB x .\nB y .\nC both 20\nC x 10\nC y 10");
const outsider = policy(["outsider"]);

test("a safe table has no breach", () => expect(found({tables: [safe]}, outsider)).toEqual([]));
test("a cell that is the difference of others is named with its value", () =>
  expect(
    found({tables: [tableOf("all both 12\nall x 6\nall y 6\nA both 4\nA x .\nA y 2\nB both 8\nB x 4\nB y 4")]}, outsider, cluster("suppress", ["A", "B"])),
  ).toEqual(["outsider: n|area=A|topic=x narrow 2 2"]));
test("a cell that can only be small is too narrow", () =>
  expect(
    found({tables: [tableOf("all both 12\nall x 3\nall y 9\nA both 2\nA x .\nA y .\nB both 10\nB x .\nB y .")]}, outsider, cluster("suppress", ["A", "B"])),
  ).toContain("outsider: n|area=A|topic=x narrow 0 2"));
test("tables that do not add up contradict themselves", () =>
  expect(
    found({tables: [tableOf("all both 13\nall x 6\nall y 6\nA both 4\nA x .\nA y .\nB both 8\nB x .\nB y .")]}, outsider, cluster("suppress", ["A", "B"]))[0],
  ).toMatch(/contradiction/));

const pair = tableOf("all both 42\nall x 5\nall y 37\nA both 20\nA x .\nA y .\nB both 22\nB x .\nB y .");
test("the single person in a cell knows the other", () => {
  const own = [{body: "A", tables: [tableOf("A both 20\nA x 1\nA y 19")]}];
  expect(found({tables: [pair], own}, policy(["outsider", "single"], {threshold: 5}), cluster("suppress", ["A", "B"]))).toContain(
    "single n|area=A|topic=x: n|area=B|topic=x narrow 4 4",
  );
});
test("a body knows its row and so its only neighbour's", () => {
  const own = [{body: "A", tables: [tableOf("A both 20\nA x 3\nA y 17")]}];
  expect(found({tables: [pair], own}, policy(["body"]), cluster("suppress", ["A", "B"]))).toEqual(["body A: n|area=B|topic=x narrow 2 2"]);
});
test("a body with two neighbours knows nothing", () =>
  expect(
    found(
      {
        tables: [tableOf("all both 60\nall x 30\nall y 30\nA both 20\nA x .\nA y .\nB both 20\nB x .\nB y .\nC both 20\nC x .\nC y .")],
        own: [{body: "A", tables: [tableOf("A both 20\nA x 2\nA y 18")]}],
      },
      policy(["body"]),
    ),
  ).toEqual([]));

test("who knows that zeros are always shown narrows from below, and only where they are", () => {
  const tables = [tableOf("all both 24\nall x 3\nall y 21\nA both 12\nA x .\nA y .\nB both 12\nB x .\nB y .")];
  const two = cluster("suppress", ["A", "B"]);
  expect(found({tables}, policy(["outsider"]), two)).toEqual([]);
  expect(found({tables}, policy(["zero-knower"], {zeros: "shown"}), two)).toContain("zero-knower: n|area=A|topic=x narrow 1 2");
  expect(found({tables}, policy(["zero-knower"]), two)).toEqual([]);
});
test("another audience's table gives a withheld cell away", () =>
  expect(found({tables: [safe], otherAudience: {cluster: cluster(), policy: outsider, tables: [tableOf("A x 2")]}}, policy(["second-audience"]))).toContain(
    "second-audience: n|area=A|topic=x narrow 2 2",
  ));

const before = (text: string) => [[tableOf(text)]];
test("an earlier release that showed the cell gives it away", () =>
  expect(found({tables: [safe], earlier: before("A both 20\nA x 2\nA y 18")}, policy(["earlier-release"]))).toContain(
    "earlier-release: n|area=A|topic=x narrow 2 2",
  ));
test("a small change between releases is itself a small count", () =>
  expect(found({tables: [safe], earlier: before("C both 18\nC x 8\nC y 10")}, policy(["earlier-release"]))).toContain(
    "earlier-release: n|area=C|topic=x increment 2 2",
  ));
test("a revised table may not change its pattern", () =>
  expect(found({tables: [safe], earlier: before("C both 30\nC x .\nC y 10")}, policy(["earlier-release"]))).toContain(
    "earlier-release: n|area=C|topic=x pattern NaN NaN",
  ));
test("the same release again says nothing new", () => expect(found({tables: [safe], earlier: [[safe]]}, policy(["earlier-release"]))).toEqual([]));

test("rounded numbers that rule nothing out are safe, others are not", () => {
  const two = cluster("round", ["A", "B"]);
  expect(found({tables: [tableOf("all x 10\nA x 5\nB x 5")]}, outsider, two)).toEqual([]);
  expect(found({tables: [tableOf("all x 15\nA x 5\nB x 5")]}, outsider, two)).toEqual([
    "outsider: n|topic=x narrow 13 14",
    "outsider: n|area=A|topic=x narrow 6 7",
    "outsider: n|area=B|topic=x narrow 6 7",
  ]);
});
test("a table that is not planned is refused", () =>
  expect(() => attack(cluster(), outsider, {tables: [tableOf("A x 1", "other")]})).toThrow("unknown planned table: other"));
