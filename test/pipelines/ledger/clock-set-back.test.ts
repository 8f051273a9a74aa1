import {expect, test} from "vitest";
import type {LedgerLine} from "../../../schemas/events.ts";
import {clockSetBack} from "../../../pipelines/ledger/clock-set-back.ts";

const line = (recorded: string): LedgerLine => ({seq: 1, prev: "", hash: "", recorded, type: "policy", policy: "", version: 1});
const lines = ["2025-07-10T10:00:00.000Z", "2025-07-11T10:00:00.000Z", "2025-07-09T10:00:00.000Z"].map(line);

test("a clock before the latest line is said with both times", () => {
  expect(clockSetBack(lines, new Date("2025-07-11T09:00:00Z"))).toMatch(/steht auf 11\.07\.25, 11:00, .*vom 11\.07\.25, 12:00/);
});
test.each(["2025-07-11T10:00:00Z", "2025-07-11T09:59:00Z", "2026-01-01T00:00:00Z"])("one at %s is right enough", (now) => {
  expect(clockSetBack(lines, new Date(now))).toBeNull();
});
test("an empty ledger knows no time", () => expect(clockSetBack([], new Date(0))).toBeNull());
