import {expect, test} from "vitest";
import {attack} from "../../../pipelines/attack/attack.ts";
import {chanceOf} from "../../../pipelines/protect/engine/chance.ts";
import {protectCluster} from "../../../pipelines/protect/protect-cluster.ts";
import type {Cluster, CountTable} from "../../../schemas/disclosure/cluster.ts";
import {type Attacker, audiences, type Policy} from "../../../schemas/disclosure.ts";
import {cluster, policy, tableOf} from "../attack/small.ts";

const bodies = {hierarchy: "area", codes: ["A", "B", "C", "D", "E", "F"]};
const six = (method: "suppress" | "round" = "suppress") => cluster(method, bodies.codes);
/** x and y of six bodies, with all their sums. */
const numbers = (x: readonly number[], y: readonly number[]): CountTable => {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const rows = bodies.codes.flatMap((code, i) => [`${code} x ${x[i]}`, `${code} y ${y[i]}`, `${code} both ${x[i]! + y[i]!}`]);
  return tableOf([...rows, `all x ${sum(x)}`, `all y ${sum(y)}`, `all both ${sum([...x, ...y])}`].join("\n"));
};
const table = numbers([2, 40, 50, 60, 70, 80], [30, 20, 35, 45, 55, 65]);
const everybody: Policy = {...audiences.public.policy, mostWithheld: {num: 1, den: 1}};
const shield = (plan: Cluster, rules: Policy, tables: readonly CountTable[]) => protectCluster(plan, rules, tables, {bodies, chance: chanceOf(1)});
const own = bodies.codes.map((body) => ({body, tables: [{id: "t", rows: table.rows.filter(({at}) => at[0] === body)}]}));

test("what is protected from everybody withstands everybody", () => {
  const {tables, open, shares} = shield(six(), everybody, [table]);
  expect(open).toEqual([]);
  expect(shares[0]!.withheld).toBeGreaterThanOrEqual(6);
  expect(attack(six(), everybody, {tables, own}).breaches).toEqual([]);
});
test("withholding only what is small would not", () => {
  const small = {id: "t", rows: table.rows.map((row) => (row.figure.value === 2n ? {...row, figure: {value: null, status: "withheld"} as const} : row))};
  expect(attack(six(), everybody, {tables: [small]}).breaches).toMatchObject([{cell: "n|area=A|topic=x", low: 2, high: 2}]);
});
test("who is alone in a cell learns nothing of another, but would if nobody had thought of them", () => {
  const twoSmall = numbers([1, 2, 50, 60, 70, 80], [30, 20, 35, 45, 55, 65]);
  const alone = [{body: "A", tables: [{id: "t", rows: twoSmall.rows.filter(({at}) => at[0] === "A")}]}];
  const rules = (...attackers: readonly Attacker[]): Policy => ({...everybody, threshold: 3, attackers});
  const breaches = (made: Policy) => attack(six(), rules("single"), {tables: shield(six(), made, [twoSmall]).tables, own: alone}).breaches;
  expect(breaches(rules("outsider", "single"))).toEqual([]);
  expect(breaches(rules("outsider"))).toMatchObject([{attacker: "single", cell: "n|area=B|topic=x", low: 2, high: 2}]);
});
test("a table of which more than a quarter would be withheld is rounded instead, and says so", () => {
  const {cluster: used, tables, shares} = shield(six(), audiences.public.policy, [numbers([1, 2, 3, 1, 2, 3], [3, 2, 1, 2, 1, 2])]);
  expect(used.tables[0]!.method).toBe("round");
  expect(tables[0]!.rows.every(({figure}) => figure.value === null || figure.value % 5n === 0n)).toBe(true);
  expect(attack(used, policy(["outsider"], {threshold: 5}), {tables}).breaches).toEqual([]);
  expect(shares[0]!.cells).toBe(21);
});
test("rounding in plan withholds where few parts make a sum too tight", () => {
  const tight = numbers([2, 12, 22, 32, 42, 52], [2, 12, 22, 32, 42, 52]);
  const {tables, shares} = shield(six("round"), everybody, [tight]);
  expect(shares[0]!.withheld).toBeGreaterThan(0);
  expect(attack(six("round"), policy(["outsider"], {threshold: 5}), {tables}).breaches).toEqual([]);
});
test("gaps stay gaps and add nothing", () => {
  const gap = {at: ["G", "x"], figure: {value: null, status: "not_reported"} as const};
  expect(shield(six(), everybody, [{id: "t", rows: [...table.rows, gap]}]).tables[0]!.rows.at(-1)).toEqual(gap);
});
test("what counts no people is shown as it is", () => {
  const open: Cluster = {...six(), tables: six().tables.map((each) => ({...each, method: "open"}))};
  expect(shield(open, everybody, [table]).tables).toEqual([table]);
});
test("numbers that do not fit the plan are refused", () => {
  const one = six().tables[0]!;
  const twice: Cluster = {...six(), tables: [one, {...one, id: "u", method: "round"}]};
  expect(() => shield(six(), everybody, [tableOf("A x 1", "other")])).toThrow("unknown planned table: other");
  expect(() => shield(twice, everybody, [table])).toThrow("ambiguous method: n");
  expect(() => shield({...six(), tables: [one, {...one, id: "u"}]}, everybody, [table, tableOf("A x 3", "u")])).toThrow("ambiguous cell: n|area=A|topic=x");
  expect(() => shield(six(), everybody, [tableOf("all x 5\nA x 1\nB x 1")])).toThrow("invalid sum: n|topic=x");
});
