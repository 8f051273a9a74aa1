import {expect, test} from "vitest";
import {exactRanges} from "../../../pipelines/attack/exact.ts";
import type {Cluster, CountTable} from "../../../schemas/disclosure/cluster.ts";
import {policy} from "./small.ts";

const shown = {p: 1n, q: 1n, r: 1n};
const withheld = ["x", "y", "z", "a", "b", "c", "t"];
const measures = [...Object.keys(shown), ...withheld];
/** Of x, y and z any two are at most 1 together: three halves fit, but only one whole. */
const triangle: Cluster = {
  hierarchies: [],
  tables: measures.map((measure) => ({id: measure, measure, dimensions: [], method: "suppress"})),
  identities: [
    {whole: ["p"], parts: ["x", "y", "a"]},
    {whole: ["q"], parts: ["y", "z", "b"]},
    {whole: ["r"], parts: ["x", "z", "c"]},
    {whole: ["t"], parts: ["x", "y", "z"]},
  ],
};
const tables: CountTable[] = [
  ...Object.entries(shown).map(([id, value]): CountTable => ({id, rows: [{at: [], figure: {status: "known", value}}]})),
  ...withheld.map((id): CountTable => ({id, rows: [{at: [], figure: {status: "withheld", value: null}}]})),
];

test("real numbers reach further than whole ones", () => {
  expect(exactRanges(triangle, policy([]), tables, false).get("t")).toEqual({low: 0, high: 1.5});
  expect(exactRanges(triangle, policy([]), tables, true).get("t")).toEqual({low: 0, high: 1});
});
