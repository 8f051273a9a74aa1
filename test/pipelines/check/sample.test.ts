import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {makeSample} from "../../../fixtures/sample/make-sample.ts";
import {checkReading} from "../../../pipelines/check/check-reading.ts";
import {readWorkbook} from "../../../pipelines/read/read-workbook.ts";
import type {Checked} from "../../../schemas/flow.ts";

/** A Kreis, a StädteRegion, the city within it, a kreisfreie Stadt, and one whose return is rejected on purpose (05117). */
const bodies = ["05774", "05334", "05334002", "05914", "05117"];
const halfYears = ["2023-H1", "2025-H2"] as const;
const place = {folder: ""};
const checked = new Map<string, Checked>();

beforeAll(async () => {
  place.folder = await mkdtemp(join(tmpdir(), "kim-check-"));
  const {files} = await makeSample(place.folder, {seed: 7, halfYears, bodies});
  for (const {file, fate} of files) checked.set(`${fate} ${file}`, checkReading(readWorkbook(new Uint8Array(await readFile(join(place.folder, file))))));
});
afterAll(() => rm(place.folder, {recursive: true}));

describe("the sample state", () => {
  test("what counts has no error", () => {
    const counted = [...checked].filter(([name]) => !name.startsWith("rejected"));
    expect(counted.length).toBeGreaterThanOrEqual(bodies.length * halfYears.length - 1);
    expect(counted.flatMap(([name, {findings}]) => findings.filter(({severity}) => severity === "error").map(({message}) => `${name}: ${message}`))).toEqual(
      [],
    );
  });
  test("what is rejected on purpose is rejected", () => {
    const rejected = [...checked].filter(([name]) => name.startsWith("rejected"));
    expect(rejected.map(([name, {verdict}]) => `${name} ${verdict}`)).toEqual(["rejected 2023-H1/05117-2023-H1.xlsx rejected"]);
  });
});
