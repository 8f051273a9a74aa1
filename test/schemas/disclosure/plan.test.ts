import {expect, test} from "vitest";
import {identities, type PublicTable, plan, publicationOf, publicTable} from "../../../schemas/disclosure/plan.ts";
import {tableOf, tables} from "../../../schemas/tables/registry.ts";

const names = Object.keys(plan) as PublicTable[];
const figures = names.flatMap((name) =>
  tableOf(name)
    .figures.filter(({measure}) => measure.kind !== "rate")
    .map((figure) => ({name, figure: figure.name, ...publicationOf(name, figure.name)})),
);

test("every planned table is declared and has no describing columns", () => expect(names.filter((name) => tableOf(name).attributes !== undefined)).toEqual([]));
test("every figure named in the plan is a figure of some table", () => {
  const known = new Set(tables.flatMap((table) => table.figures.map(({name}) => name)));
  const named = Object.values(plan).flatMap((table: object) => ("figures" in table ? Object.keys(table.figures as object) : []));
  expect(named.filter((figure) => !known.has(figure))).toEqual([]);
});
test("a measure has one method and one unit of rounding in all tables", () => {
  const methods = Map.groupBy(figures, ({measure}) => measure);
  expect([...methods].filter(([, same]) => new Set(same.map(({method, base}) => `${method} ${base}`)).size > 1).map(([measure]) => measure)).toEqual([]);
});
test("what adds up is between planned measures of one method", () => {
  const methods = new Map(figures.map(({measure, method}) => [measure, method]));
  const used = identities.map(({whole, parts}) => new Set([...whole, ...parts].map((measure) => methods.get(measure))));
  expect(used.map((each) => [...each])).toEqual([["round"], ["round"], ["suppress"], ["suppress"]]);
});
test("an unknown table is refused", () => {
  expect(publicTable("caseload")).toBe("caseload");
  expect(() => publicTable("post_register")).toThrow("unknown public table: post_register");
  expect(() => publicTable("toString")).toThrow("unknown public table: toString");
});
