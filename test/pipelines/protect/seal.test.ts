import {expect, test} from "vitest";
import {protect} from "../../../pipelines/protect/seal.ts";

const rows = [["2025-H1", "state", "NRW", 17n]];

test("controlling sees rows as they are", () => expect(protect("controlling", "caseload", rows)).toEqual({audience: "controlling", table: "caseload", rows}));
for (const audience of ["public", "research", "body"] as const)
  test(`for ${audience} there is no policy yet, so nothing is sealed`, () =>
    expect(() => protect(audience, "caseload", rows)).toThrow(`unknown audience policy: ${audience}`));
test("a table that nobody declared is refused", () => expect(() => protect("controlling", "raw_cells", rows)).toThrow("unknown table: raw_cells"));
