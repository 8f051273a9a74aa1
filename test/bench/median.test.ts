import {expect, test} from "vitest";
import {median} from "../../bench/proof/median.ts";

test("the middle of three", () => expect(median([30, 1, 2])).toBe(2));
test("of four the lower middle", () => expect(median([4, 1, 3, 2])).toBe(2));
test("numbers are not sorted as text", () => expect(median([10, 9, 100])).toBe(10));
test("of nothing there is none", () => expect(() => median([])).toThrow("missing values: median"));
