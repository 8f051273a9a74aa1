import {Float64, makeVector, Table, tableToIPC} from "apache-arrow";
import {describe, expect, test} from "vitest";
import {readProduct} from "../../../../dashboards/data/products/product.ts";
import {arrowFile} from "../../../../fixtures/products/arrow.ts";
import {tableOf} from "../../../../schemas/tables/registry.ts";

const declaration = tableOf("posts");
const row = {
  half_year: "2025-H2",
  level: "body",
  area: "05334",
  area_name: "StädteRegion Aachen",
  bodies_due: 1n,
  vzae_bewilligt: 90_071_992_547_409_93n,
  vzae_bewilligt_status: "known",
  vzae_bewilligt_bodies: 1n,
  unbesetzt_vzae: -25n,
  stellen_count: 0n,
  koepfe: null,
};
const {rows, at} = readProduct(arrowFile(declaration, [row]), declaration);

describe("a product", () => {
  test("gives decimals as exact integers, also negative ones", () =>
    expect([rows[0]!["vzae_bewilligt"], rows[0]!["unbesetzt_vzae"]]).toEqual([9_007_199_254_740_993n, -25n]));
  test("keeps zero and nothing apart", () => expect([rows[0]!["stellen_count"], rows[0]!["koepfe"]]).toEqual([0n, null]));
  test("is found by half-year, level and area", () => {
    expect(at("2025-H2", "body", "05334")).toHaveLength(1);
    expect(at("2025-H1", "body", "05334")).toEqual([]);
  });
  test("with floats is refused", () => {
    const floats = tableToIPC(new Table({cm_neu: makeVector({type: new Float64(), data: new Float64Array([1.5])} as never)}), "file");
    expect(() => readProduct(floats, declaration)).toThrow("invalid column type: cm_neu Float64");
  });
});

test("days come as ISO dates", () => {
  const register = tableOf("return_register");
  expect(
    readProduct(arrowFile(register, [{half_year: "2025-H2", level: "body", area: "05334", received: "2026-01-12", in_time: true}]), register).rows[0],
  ).toMatchObject({received: "2026-01-12", in_time: true});
});
