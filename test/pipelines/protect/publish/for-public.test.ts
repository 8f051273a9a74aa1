import {expect, test} from "vitest";
import {forPublic} from "../../../../pipelines/protect/publish/for-public.ts";
import {bodies} from "../../../../schemas/codes/bodies.ts";
import {type Line, martsOf, named} from "./made-marts.ts";

const inMuenster = bodies.filter(({district}) => district === "Münster").map(({key}) => key);
const total = (values: readonly bigint[]) => values.reduce((sum, value) => sum + value, 0n);
/** One figure for some bodies of Münster, their district and the Land. */
const figure = (name: string, values: readonly bigint[]): Line[] => [
  ...values.map((value, i): Line => ({level: "body", area: inMuenster[i]!, figures: {[name]: value}})),
  {level: "district", area: "Münster", bodies: values.length, figures: {[name]: total(values)}},
  {level: "state", area: "NRW", bodies: values.length, figures: {[name]: total(values)}},
];

test("counts of people are rounded to five, each by itself", () => {
  const {tables, protection} = forPublic(martsOf({caseload: figure("cm_neu", [17n, 23n, 41n, 52n, 38n])}), 1);
  expect(named(tables, "caseload").map(({cm_neu}) => cm_neu)).toEqual([15n, 25n, 40n, 50n, 40n, 170n, 170n]);
  expect(protection.methods).toEqual({cm_neu: "round"});
});
test("what few others add up to is derived from what is shown of them", () => {
  const figures = {cm_bestand_anfang: 41n, cm_neu: 17n, cm_beendet: 8n, cm_bestand_ende: 50n, bearbeitet_count: 58n};
  const [row] = named(forPublic(martsOf({caseload: [{level: "body", area: "05111", figures}]}), 1).tables, "caseload");
  expect(row).toMatchObject({cm_neu: 15n, cm_beendet: 10n, cm_bestand_ende: 50n, cm_bestand_anfang: 45n, bearbeitet_count: 60n});
});
test("a rate is computed from shown numbers, and withheld over other bodies than its total", () => {
  const figures = {cm_bestand_ende: 52n, cm_besetzt_vzae: 487n, faelle_je_vzae: {num: 52n, den: 487n, bodies: 1}};
  const koepfe: Line = {level: "body", area: "05111", codes: {funktion: "CM"}, figures: {koepfe: 6n}};
  const shown = (bodies: number) => {
    const caseload: Line = {level: "body", area: "05111", figures: {...figures, faelle_je_vzae: {...figures.faelle_je_vzae, bodies}}};
    return named(forPublic(martsOf({caseload: [caseload], posts_by_function: [koepfe]}), 1).tables, "caseload")[0];
  };
  expect(shown(1)).toMatchObject({faelle_je_vzae_num: 50n, faelle_je_vzae_den: 500n, faelle_je_vzae_status: "known"});
  expect(shown(2)).toMatchObject({faelle_je_vzae_num: null, faelle_je_vzae_den: null, faelle_je_vzae_status: "withheld"});
});
test("filled posts of fewer than three persons are withheld, and no body shows its posts by function", () => {
  const post = (level: string, area: string, koepfe: bigint): Line => ({level, area, codes: {funktion: "CM"}, figures: {koepfe, vzae_besetzt: 190n}});
  const {tables} = forPublic(martsOf({posts_by_function: [post("body", inMuenster[0]!, 2n), post("district", "Münster", 2n)]}), 1);
  expect(named(tables, "posts_by_function")).toMatchObject([{level: "district", vzae_besetzt: null, vzae_besetzt_status: "withheld"}]);
});
test("columns that are left out are not there", () =>
  expect(named(forPublic(martsOf({posts: figure("vakanz_eur", [1n])}), 1).tables, "posts")[0]).not.toHaveProperty("vakanz_eur"));
test("rounded codes that pin each other down lose the largest of them", () => {
  const codes = {w: 53n, m: 53n, d: 0n, x: 0n};
  const gender = Object.entries(codes).map(([geschlecht, n_bestand]): Line => ({level: "body", area: "05111", codes: {geschlecht}, figures: {n_bestand}}));
  const caseload: Line[] = [{level: "body", area: "05111", figures: {cm_bestand_ende: 107n}}];
  const free = forPublic(martsOf({gender, caseload: [{...caseload[0]!, figures: {cm_bestand_ende: 106n}}]}), 1);
  expect(named(free.tables, "gender").map(({n_bestand}) => n_bestand)).toEqual([55n, null, 0n, 0n]);
});
/** One small number among many that are not. */
const applications = ["eb_anfang", "b3_beratungen", "eb_vollz_personen"].map((name, i) =>
  figure(name, i === 0 ? [3n, 40n, 61n, 78n, 90n, 55n, 47n, 83n] : [70n, 41n, 62n, 79n, 91n, 56n, 48n, 84n]),
);
const naturalisation = applications[0]!.map((line, i): Line => ({...line, figures: Object.assign({}, ...applications.map((lines) => lines[i]!.figures))}));

test("a small number of a suppressed table is withheld with a partner, and zero may be one", () => {
  const {tables, protection} = forPublic(martsOf({naturalisation}), 1);
  const shown = named(tables, "naturalisation").map(({eb_anfang, eb_anfang_status}) => eb_anfang ?? eb_anfang_status);
  expect(protection.methods["naturalisation.eb_anfang"]).toBe("suppress");
  expect(shown[0]).toBe("withheld");
  expect(shown.filter((each) => each === "withheld").length).toBeGreaterThan(1);
});
test("a table of which too much would be withheld is rounded instead", () => {
  const {protection, tables} = forPublic(martsOf({naturalisation: figure("eb_anfang", [3n, 2n, 1n, 4n, 2n])}), 1);
  expect(protection.methods["naturalisation.eb_anfang"]).toBe("round");
  expect(named(tables, "naturalisation").at(-1)!["eb_anfang"]).toBe(10n);
});
test("the order of rows does not matter", () => {
  const shown = (rows: readonly Line[]) =>
    named(forPublic(martsOf({naturalisation: rows}), 5).tables, "naturalisation")
      .map(({area, level, eb_anfang}) => `${level} ${area} ${eb_anfang}`)
      .toSorted();
  expect(shown(naturalisation.toReversed())).toEqual(shown(naturalisation));
});
test("two tables that contradict each other stop the run", () => {
  const row = (n: bigint): Line => ({level: "unit", area: "05111", figures: {cm_bestand_ende: n}});
  expect(() => forPublic(martsOf({caseload: [{...row(7n), level: "body"}], caseload_per_residents: [row(8n)]}), 1)).toThrow(
    "ambiguous number: cm_bestand_ende|area=05111",
  );
});
test("a number that fell is withheld, and where suppression let it fall its table is rounded", () => {
  const marts = martsOf({naturalisation, caseload: figure("cm_neu", [17n, 23n, 41n, 52n, 38n])});
  const [fell, fellToo] = [`cm_neu|area=${inMuenster[1]}|half_year=2025-H1`, `naturalisation.eb_anfang|area=${inMuenster[3]}|half_year=2025-H1`];
  const {tables, protection} = forPublic(marts, 1, new Set([fell, fellToo]));
  expect(named(tables, "caseload").map(({cm_neu}) => cm_neu)).toEqual([15n, null, 40n, 50n, 40n, 170n, 170n]);
  expect(protection.methods["naturalisation.eb_anfang"]).toBe("round");
});
