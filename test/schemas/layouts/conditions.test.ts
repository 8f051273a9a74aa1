import {expect, test} from "vitest";
import {bodyOf} from "../../../schemas/codes/bodies.ts";
import {conditionHolds, conditions, type Facts} from "../../../schemas/layouts/conditions.ts";
import {forms} from "../../../schemas/layouts/forms.ts";

const facts = (known: {numbers?: Record<string, bigint>; codes?: Record<string, string>} & Partial<Facts>): Facts => ({
  halfYear: "2025-H2",
  body: bodyOf("05334"),
  row: "01",
  number: (field) => known.numbers?.[field] ?? null,
  code: (field) => known.codes?.[field] ?? null,
  codes: () => [],
  sites: 2,
  ...known,
});

test("every condition of every form is spelled out, and none lies around unused", () => {
  const used = forms.flatMap(({tables}) => tables.flatMap(({columns}) => columns.flatMap(({condition}) => condition ?? [])));
  expect([...new Set(used)].sort()).toEqual(Object.keys(conditions).sort());
});

test("a conditional column has a condition", () =>
  expect(
    forms.flatMap(({tables}) => tables.flatMap(({columns}) => columns.filter(({status, condition}) => status === "conditional" && condition === undefined))),
  ).toEqual([]));

test("a vacancy needs a reason, a filled post does not, an unknown one cannot tell", () => {
  const vacancy = (besetzt: bigint | undefined) => facts({numbers: {vzae_bewilligt: 100n, ...(besetzt === undefined ? {} : {vzae_besetzt: besetzt})}});
  expect([50n, 100n, undefined].map((besetzt) => conditionHolds("H<G", vacancy(besetzt)))).toEqual([true, false, null]);
});

test("a post that changed within the half-year needs the date even when it is filled at the end", () =>
  expect(conditionHolds("H<G oder J≠6×H", facts({numbers: {vzae_bewilligt: 100n, vzae_besetzt: 100n, vzae_monate: 300n}}))).toBe(true));

test("consultation hours of a site are asked where there is no sheet 11", () =>
  expect([bodyOf("05334"), bodyOf("05914"), null].map((body) => conditionHolds("Typ ohne Blatt 11", facts({body})))).toEqual([false, true, null]));

test("origin per site is asked in the second half-year from two sites on", () => {
  expect(conditionHolds("H2 und ≥ 2 Orte", facts({}))).toBe(true);
  expect(conditionHolds("H2 und ≥ 2 Orte", facts({sites: 1}))).toBe(false);
  expect(conditionHolds("H2 und ≥ 2 Orte", facts({halfYear: "2025-H1"}))).toBe(false);
});

test("a condition nobody declared is an error", () => expect(() => conditionHolds("H>G", facts({}))).toThrow("unknown condition: H>G"));
