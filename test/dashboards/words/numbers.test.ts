import {describe, expect, test} from "vitest";
import {shareOf, together} from "../../../dashboards/data/size.ts";
import type {Shown} from "../../../dashboards/data/shown.ts";
import {brief, changeText, drawn, exact, pointsText, said, signedCount, signOf, wordOf} from "../../../dashboards/words/numbers.ts";
import {derived, rate} from "../../../schemas/measures.ts";

const cases = derived({name: "faelle", label: "Fälle", unit: "Fälle", definition: ""}, {kind: "count", term: {field: "cm_neu"}});
const euro = derived({name: "eur", label: "Euro", unit: "€", scale: 2, definition: ""}, {kind: "count", term: {field: "cm_neu"}});
const quote = rate({name: "quote", label: "Quote", unit: "%", definition: ""}, "a", "b", {factor: 100n});
const known = (value: bigint, figure = cases, den: bigint | null = null): Shown => ({
  figure,
  level: "state",
  halfYear: "2025-H2",
  value,
  den,
  slack: 0n,
  denSlack: 0n,
  place: null,
  status: "known",
  bodies: 52,
  due: 54,
  provisional: true,
  pending: false,
});
const gap = (status: Exclude<Shown["status"], "known">, rest: Partial<Shown> = {}): Shown => ({
  ...known(0n),
  value: null,
  status,
  level: "body",
  bodies: 0,
  ...rest,
});

describe("numbers", () => {
  test("are printed exactly, also beyond what a float can hold", () => expect(exact(known(9_007_199_254_740_993n))).toBe("9.007.199.254.740.993"));
  test("in percent keep their sign", () => expect(exact(known(1n, quote, 3n))).toBe("33,3 %"));
  test("in euro are short in sentences and in thousands in charts", () => {
    expect(exact(known(123_456_789n, euro))).toBe("1.234.567,89 €");
    expect(brief(known(123_456_789n, euro))).toBe("1,2 Mio. €");
    expect(drawn(known(123_456_789n, euro))).toBe("1.235 Tsd. €");
  });
  test("that are zero are 0", () => expect(said(known(0n))).toBe("0"));
  test.each([
    [100n, 107n, "+7,0 %"],
    [107n, 100n, "−6,5 %"],
    [100n, 100n, "±0,0 %"],
    [100_000n, 99_999n, "±0,0 %"],
  ])("%s → %s is %s", (from, to, text) => expect(changeText(from, to)).toBe(text));
  test("have no change from zero", () => expect(changeText(0n, 5n)).toBeUndefined());
  test("as shares differ in points", () => expect(pointsText(known(1n, quote, 2n), known(3n, quote, 5n))).toBe("+10,0 Punkte"));
  test("lose no sign", () => expect([587n, -5n, 0n].map((value) => signedCount(value))).toEqual(["+587", "−5", "±0"]));
});

describe("a gap", () => {
  test.each([
    [gap("not_reported"), "k. A.", "nicht gemeldet"],
    [gap("not_reported", {pending: true}), "…", "nicht gemeldet"],
    [gap("withheld"), ".", "geheim"],
    [gap("not_applicable"), "x", "entfällt"],
    [gap("not_asked"), "n. e.", "nicht erfragt"],
    [gap("not_reported", {level: "state", bodies: 41, pending: true}), "…", "keine Landessumme"],
    [gap("not_reported", {level: "district", bodies: 5}), "k. A.", "keine Summe"],
  ])("%# has its own sign and word", (shown, sign, word) => expect([signOf(shown), wordOf(shown), said(shown)]).toEqual([sign, word, word]));
});

describe("sums and shares", () => {
  test("of a gap are that gap", () => {
    expect(together([known(3n), gap("withheld")]).status).toBe("withheld");
    expect(shareOf(gap("not_reported"), known(3n)).status).toBe("not_reported");
  });
  test("need the same bodies", () => expect(shareOf({...known(1n), bodies: 51}, known(2n)).status).toBe("not_reported"));
  test("of nothing do not apply", () => expect(shareOf(known(0n), known(0n)).status).toBe("not_applicable"));
  test("are exact", () => expect(exact(shareOf(known(1n), known(8n)))).toBe("12,5 %"));
});
