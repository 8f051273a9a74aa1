import {expect, test} from "vitest";
import {roundTo} from "../../../pipelines/protect/engine/round.ts";

test.each([
  [0n, 0n],
  [2n, 0n],
  [3n, 5n],
  [7n, 5n],
  [8n, 10n],
  [20_003n, 20_005n],
])("%s is shown as %s", (value, shown) => expect(roundTo(value, 5n)).toBe(shown));
test.each([
  [24n, 0n],
  [25n, 50n],
  [74n, 50n],
  [75n, 100n],
])("%s hundredths of a post as %s", (value, shown) => expect(roundTo(value, 50n)).toBe(shown));
