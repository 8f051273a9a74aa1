import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {SqlRow, Warehouse} from "../../../pipelines/effects/warehouse.ts";
import {bodies} from "../../../schemas/codes/bodies.ts";
import {type Handmade, handmade, stateOf} from "./handmade.ts";

const site = {
  cm_bestand_anfang: 5n,
  cm_neu: 3n,
  cm_beendet: 1n,
  cm_bestand_ende: 7n,
  cm_personen_ende: 14n,
  erstberatungen: 2n,
  verweisberatungen: 1n,
  folgeberatungen_ohne_cm: 0n,
  folgeberatungen: 4n,
};
const assessed = {"T03P cm_assessment -": 5n};
const usual = (body: string): Handmade => ({body, lists: {T03: {E01: site}}, cells: assessed});
const caseManager = {funktion: "CM", traeger: "K1", vzae_bewilligt: 100n, vzae_besetzt: 50n, koepfe: 1n, vzae_monate: 300n};

/** One half-year, all but Herne (05916): Köln says k. A., Hagen nothing but Fehlanzeige, Wesel has everything, Bonn two sites, Duisburg no assessments. */
const special: Readonly<Record<string, Partial<Handmade>>> = {
  "05315": {lists: {T03: {E01: {...site, cm_neu: "k. A."}, E02: site}}},
  "05112": {cells: {"T03P cm_assessment -": "k. A."}},
  "05914": {kind: "F", lists: {}},
  "05314": {lists: {T03: {E01: site, E02: {...site, cm_wieder: 1n}}}},
  "05170": {
    lists: {
      T03: {E01: {...site, cm_wieder: 2n, cm_beendet: 4n, beratungen_ohne_zuordnung: 10n}},
      T02: {"CM-01": caseManager, "KO-01": {...caseManager, funktion: "KO", vzae_monate: 599n, vzae_besetzt: 100n}},
      T10A: {
        "ABH:05170000": {
          p25a_antrag: 4n,
          p25a_erteilt: 2n,
          p25a_abgelehnt: 0n,
          p25b_antrag: 1n,
          p25b_erteilt: 1n,
          p25b_abgelehnt: 1n,
          b3_beratungen: 3n,
          b3_cm_von: 0n,
          b3_cm_an: 0n,
        },
      },
      T11: {
        "05170004": {sprechstunde_std: 250n, in_lg: "J", vertrag: "N", gem_konzept: "N", hat_abh: "N"},
        "05170008": {sprechstunde_std: 0n, in_lg: "N", vertrag: "J", gem_konzept: "N", hat_abh: "N"},
      },
      T09: {L001: {status: "1", art: "Q2", luecke_thema: "01", rechtskreis: "1", quelle: "1", ebene: "2", luecke_faelle: "k. A.", periode_erst: "2025-H1"}},
    },
    cells: {
      ...assessed,
      "T01Z zielgruppe 02": "x",
      "T07M dauer_median -": 480n,
      "T07D dauer_klasse 1": 0n,
      "T07D dauer_klasse 2": 3n,
      "T07D dauer_klasse 3": 1n,
      "T07D dauer_klasse 4": 0n,
      "T07D dauer_klasse 5": 0n,
      "T07D dauer_klasse 6": 0n,
    },
  },
};

let state: Warehouse;
beforeAll(async () => {
  state = await stateOf(bodies.filter(({key}) => key !== "05916").map(({key}) => handmade({...usual(key), ...special[key]})));
});
afterAll(() => state.close());

const row = async (table: string, area: string, where = "true"): Promise<SqlRow> => {
  const rows = await state.rows(`select * from mart.${table} where half_year = '2025-H1' and area = '${area}' and ${where}`);
  expect(rows).toHaveLength(1);
  return rows[0]!;
};
const figure = async (table: string, name: string, area: string, where?: string) => {
  const found = await row(table, area, where);
  return [found[name] ?? found[`${name}_num`] ?? null, found[`${name}_status`], found[`${name}_bodies`]];
};

describe("a body", () => {
  test("adds up its rows", async () => expect(await figure("caseload", "cm_neu", "05314")).toEqual([6n, "known", 1]));
  test("with k. A. in one row has no sum", async () => expect(await figure("caseload", "cm_neu", "05315")).toEqual([null, "not_reported", 0]));
  test("that left a voluntary answer out in one row has no sum of it", async () =>
    expect(await figure("caseload", "cm_wieder", "05314")).toEqual([null, "not_reported", 0]));
  test("needs no voluntary part", async () => expect(await figure("caseload", "beratungen_count", "05314")).toEqual([14n, "known", 1]));
  test("adds the voluntary part where it is", async () => expect(await figure("caseload", "beratungen_count", "05170")).toEqual([17n, "known", 1]));
  test("reports a known zero with a Fehlanzeige for sheets 03 to 07", async () =>
    expect(await figure("caseload", "cm_bestand_ende", "05914")).toEqual([0n, "known", 1]));
  test("reports no sites with a Fehlanzeige", async () => expect(await figure("caseload", "orte_count", "05914")).toEqual([0n, "known", 1]));
  test("reports nothing of its posts with a Fehlanzeige", async () =>
    expect(await figure("posts", "vzae_bewilligt", "05914")).toEqual([null, "not_reported", 0]));
  test("without posts in a full return has a known zero", async () => expect(await figure("posts", "stellen_count", "05314")).toEqual([0n, "known", 1]));
  test("whose return is missing reports nothing", async () => expect(await figure("caseload", "cm_neu", "05916")).toEqual([null, "not_reported", 0]));
});

describe("a question", () => {
  test("about municipalities does not apply to a city, even if its return is missing", async () => {
    expect(await figure("municipal_coverage", "kommunen_count", "05916")).toEqual([null, "not_applicable", 0]);
    expect(await figure("municipal_coverage", "kommunen_count", "05315")).toEqual([null, "not_applicable", 0]);
  });
  test("about municipalities counts rows and yeses", async () => {
    expect(await figure("municipal_coverage", "kommunen_count", "05170")).toEqual([2n, "known", 1]);
    expect(await figure("municipal_coverage", "vertrag_count", "05170")).toEqual([1n, "known", 1]);
  });
  test("about authorities does not apply where there is none", async () =>
    expect(await figure("residence_authorities", "p25a_antrag", "05314")).toEqual([null, "not_applicable", 0]));
  test("of the second half-year is not asked in the first, at any level", async () => {
    expect(await figure("cost_types", "eur_personal", "05170", "baustein = 'B1'")).toEqual([null, "not_asked", 0]);
    expect(await figure("cost_types", "eur_personal", "NRW", "baustein = 'B1'")).toEqual([null, "not_asked", 0]);
  });
  test("with x is answered by its first x", async () => {
    expect(await figure("target_groups", "zielgruppe_count", "05170", "zielgruppe_code = '02'")).toEqual([1n, "known", 1]);
    expect(await figure("target_groups", "zielgruppe_count", "05170", "zielgruppe_code = '03'")).toEqual([0n, "known", 1]);
    expect(await figure("target_groups", "zielgruppe_count", "05314", "zielgruppe_code = '03'")).toEqual([null, "not_reported", 0]);
  });
  test("answered with k. A. keeps the row, not the number", async () => {
    expect(await figure("gaps", "luecken_count", "05170")).toEqual([1n, "known", 1]);
    expect(await figure("gaps", "luecke_faelle", "05170")).toEqual([null, "not_reported", 0]);
  });
});

describe("an aggregate", () => {
  test("knows how many bodies are in it", async () => expect(await figure("caseload", "cm_neu", "NRW")).toEqual([3n * 51n + 3n, "known", 52]));
  test("of a median does not exist above a body", async () => {
    expect(await figure("closure_median", "dauer_median", "05170")).toEqual([480n, "known", 1]);
    expect(await figure("closure_median", "dauer_median", "NRW")).toEqual([null, "not_applicable", 0]);
  });
  test("of the classes has the declared estimate", async () => {
    // half of four lies two thirds into the class 3 to 6 months
    expect(await figure("closure_median", "median_geschaetzt", "05170")).toEqual([500n, "known", 1]);
    expect(await figure("closure_median", "median_geschaetzt", "05914")).toEqual([null, "not_applicable", 1]);
    expect(await figure("closure_median", "median_geschaetzt", "05314")).toEqual([null, "not_reported", 0]);
  });
  test("has all codes, also where nothing was counted", async () =>
    expect((await state.rows("select count(*) as n from mart.access where area = 'NRW'"))[0]!["n"]).toBe(20n));
});

describe("a rate", () => {
  test("divides over the same bodies only", async () => {
    // Duisburg does not know its assessments, so its 7 cases are no denominator either; F has none, two bodies have two sites
    const {assessment_quote_num: num, assessment_quote_den: den, assessment_quote_bodies: count, cm_bestand_ende: all} = await row("caseload", "NRW");
    expect([num, den, count, all]).toEqual([255n, 371n, 52, 378n]);
  });
  test("by nothing does not apply", async () => expect(await figure("caseload", "faelle_je_vzae", "05314")).toEqual([null, "not_applicable", 1]));
  test("per foreign residents exists for both Aachen bodies together only", async () => {
    expect(await figure("caseload_per_residents", "faelle_je_1000", "05334")).toEqual([14n, "known", 2]);
    expect(await state.rows("select * from mart.caseload_per_residents where area = '05334002'")).toEqual([]);
  });
});

describe("euros of vacant months", () => {
  test("are rounded half up per post", async () => {
    // KO: 6.00 − 5.99 months × 57,000 € ÷ 12 = 47.50 €; CM: 3.00 months × 57,000 € ÷ 12 = 14,250 €
    expect(await figure("posts", "vakanz_eur", "05170")).toEqual([14_297_50n, "known", 1]);
    expect(await figure("posts_by_function", "vakanz_eur", "05170", "funktion = 'KO'")).toEqual([47_50n, "known", 1]);
    expect(await figure("posts_by_baustein", "vakanz_eur", "05170", "baustein = 'B2'")).toEqual([14_250_00n, "known", 1]);
  });
});
