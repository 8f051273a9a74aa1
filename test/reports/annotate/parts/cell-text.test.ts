import {expect, test} from "vitest";
import {cellEscaped} from "../../../../reports/annotate/parts/xml.ts";

test.each([
  ["_x0041_", "_x005F_x0041_"],
  ["_x005F_x0041_", "_x005F_x005F_x005F_x0041_"],
  ["a\rb", "a_x000D_b"],
  ["a\u0000b", "a\ufffdb"],
  ["<b>&", "&lt;b&gt;&amp;"],
  ["_x_ _xyz_", "_x_ _xyz_"],
])("%j stands in a cell as %j", (text, written) => expect(cellEscaped(text)).toBe(written));
test("a cell holds no more than a spreadsheet takes", () => expect(cellEscaped("a".repeat(40_000))).toHaveLength(32_767));
