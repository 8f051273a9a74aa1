import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Warehouse} from "../../../pipelines/effects/warehouse.ts";
import {bodies} from "../../../schemas/codes/bodies.ts";
import {type HalfYear, halfYearOf} from "../../../schemas/half-year.ts";
import {handmade, oneCase, stateOf} from "./handmade.ts";

const town = {"05170004": {sprechstunde_std: 100n}};
const cities = bodies.filter(({type}) => type === "kreisfreie Stadt").map(({key}) => key);
const inKoeln = bodies.filter(({district}) => district === "Köln").map(({key}) => key);
const kreise = bodies.filter(({type}) => type === "Kreis" || type === "Städteregion").map(({key}) => key);

/** Who is missing in which half-year; everybody else reports one case and, with municipalities of its own, one municipality. */
const missing: Readonly<Record<HalfYear, readonly string[]>> = {
  "2023-H1": cities.slice(0, 4),
  "2023-H2": cities.slice(0, 5),
  "2024-H1": kreise.slice(0, 2),
  "2024-H2": kreise.slice(0, 3),
  "2025-H1": inKoeln.slice(0, 3),
  "2025-H2": inKoeln.slice(0, 4),
  "2026-H1": ["05334002"],
};
let state: Warehouse;
beforeAll(async () => {
  state = await stateOf(
    Object.entries(missing).flatMap(([halfYear, absent]) =>
      bodies
        .filter(({key}) => !absent.includes(key))
        .map(({key}) => handmade({body: key, halfYear: halfYearOf(halfYear), lists: {T03: {E01: oneCase}, T11: town}})),
    ),
  );
});
afterAll(() => state.close());
const sum = async (halfYear: HalfYear, area: string, table = "caseload", name = "cm_neu") => {
  const [row] = await state.rows(
    `select ${name} as n, ${name}_status as status, ${name}_bodies as bodies from mart.${table} where area = '${area}' and half_year = '${halfYear}'`,
  );
  return [row!["n"], row!["status"], row!["bodies"]];
};

describe("the sum of the Land", () => {
  test("is known with 50 of 54", async () => expect(await sum("2023-H1", "NRW")).toEqual([50n, "known", 50]));
  test("is not with 49, but says so", async () => expect(await sum("2023-H2", "NRW")).toEqual([null, "not_reported", 49]));
  test("needs as large a share where a question does not apply to all", async () => {
    // 31 Kreise: 50/54 of them are 28.7, so 29 are enough and 28 are not
    expect(kreise).toHaveLength(31);
    expect(await sum("2024-H1", "NRW", "municipal_coverage", "kommunen_count")).toEqual([29n, "known", 29]);
    expect(await sum("2024-H2", "NRW", "municipal_coverage", "kommunen_count")).toEqual([null, "not_reported", 28]);
  });
});
test("the sum of a Regierungsbezirk is known with three quarters of its bodies", async () => {
  expect(inKoeln).toHaveLength(12);
  expect(await sum("2025-H1", "Köln")).toEqual([9n, "known", 9]);
  expect(await sum("2025-H2", "Köln")).toEqual([null, "not_reported", 8]);
});
test("one of the two Aachen bodies alone has no sum and no rate for their area, and is in no rate of the Land", async () => {
  expect(await sum("2026-H1", "05334", "caseload_per_residents", "cm_bestand_ende")).toEqual([null, "not_reported", 1]);
  expect(
    await state.rows(
      "select cm_bestand_ende as cases, faelle_je_1000_num as num, faelle_je_1000_bodies as bodies from mart.caseload_per_residents where area = 'NRW' and half_year = '2026-H1'",
    ),
  ).toEqual([{cases: 53n, num: 52n, bodies: 52}]);
});
