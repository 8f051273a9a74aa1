import {expect, test} from "vitest";
import {readValue} from "../../../../pipelines/read/values/value.ts";
import {fieldOf} from "../../../../schemas/fields/registry.ts";
import type {SheetCell} from "../../../../schemas/flow.ts";

const read = (field: string, typed: SheetCell["typed"], text = "text" in typed ? typed.text : "number" in typed ? String(typed.number) : "?") =>
  readValue(fieldOf(field), {typed, text}, false);

test("a number is kept in units of its field", () => expect(read("vzae_besetzt", {number: 0.75})).toMatchObject({state: "number", value: 75n}));
test("what a cell shows does not matter, only what it holds", () => expect(read("vzae_besetzt", {number: 0.75}, "1")).toMatchObject({value: 75n}));
test("a count that became a date is not guessed back", () =>
  expect(read("cm_neu", {date: "2025-05-03"}, "03. Mai")).toMatchObject({state: "invalid", why: "not-a-number"}));
test("an error cell is invalid in every field", () =>
  expect(["cm_neu", "ort_name", "funktion"].map((field) => read(field, {error: "#REF!"}, "#REF!").why)).toEqual(Array(3).fill("cell-error")));
test("true and false are no counts", () => expect(read("cm_neu", {boolean: true}, "WAHR").why).toBe("not-a-number"));
test("a truth value answers yes or no", () =>
  expect(read("weiterleitung", {boolean: true}, "WAHR")).toMatchObject({state: "code", code: "J", settled: {kind: "label-read", as: "ja"}}));
test("an entry as in the list needs no remark", () => expect(read("funktion", {text: "CM Case Management"})).toEqual({state: "code", value: null, code: "CM"}));
test("a label alone is read and said", () =>
  expect(read("funktion", {text: "case management"})).toMatchObject({code: "CM", settled: {as: "CM Case Management"}}));
test("a code that lost its zero is read and said", () =>
  expect(read("luecke_thema", {number: 1})).toMatchObject({state: "code", code: "01", settled: {kind: "label-read"}}));
test("a place as number gets its zero back", () =>
  expect(read("ort_ags", {number: 5334004}, "5.334.004")).toMatchObject({code: "05334004", settled: {kind: "lost-zero", as: "05334004"}}));
test("an entry in no list is invalid, never empty", () =>
  expect(read("funktion", {text: "Hausmeister"})).toMatchObject({state: "invalid", why: "not-in-list"}));
test("a dash in a drop-down says nothing", () => expect(read("funktion", {text: "–"}).state).toBe("empty"));
test("a mark is an x in any spelling", () => expect(["x", "X", "✓"].map((text) => read("zielgruppe", {text}).code)).toEqual(["x", "x", "x"]));
test("a word for a mark is read and said", () => expect(read("zielgruppe", {text: "ja"})).toMatchObject({code: "x", settled: {kind: "label-read", as: "x"}}));
test("a large X is an x", () => expect(read("zielgruppe", {text: "X"})).toEqual({state: "mark", value: null, code: "x"}));
test("a number is no mark", () => expect(read("zielgruppe", {number: 3}).why).toBe("not-a-mark"));
test("a date cell, a day number and a text are the same day", () =>
  expect(
    [read("freigabe_datum", {date: "2025-06-30"}), read("freigabe_datum", {number: 45838}), read("freigabe_datum", {text: "30.06.2025"})].map(({code}) => code),
  ).toEqual(Array(3).fill("2025-06-30")));
test("k. A. is unknown where a number, a code or a date is asked", () =>
  expect(["cm_neu", "funktion", "freigabe_datum", "ort_ags"].map((field) => read(field, {text: "k. A."}).state)).toEqual(Array(4).fill("unknown")));
test("only blanks are empty", () => expect(read("cm_neu", {text: "\u00a0"}).state).toBe("empty"));
