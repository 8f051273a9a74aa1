import {expect, test} from "vitest";
import {counted, firstTrue, listed, listedUpTo, times} from "../../../dashboards/words/sentences.ts";

test("the first true claim is printed", () =>
  expect(
    firstTrue(
      [
        [false, "falsch"],
        [true, "wahr"],
        [true, "auch wahr"],
      ],
      "neutral",
    ),
  ).toBe("wahr"));
test("without a true claim the neutral form is printed", () => expect(firstTrue([[false, "falsch"]], "neutral")).toBe("neutral"));
test.each([
  [[], ""],
  [["A"], "A"],
  [["A", "B"], "A und B"],
  [["A", "B", "C"], "A, B und C"],
])("%j is listed as „%s“", (names, text) => expect(listed(names)).toBe(text));
test("long lists are cut and say so", () => expect(listedUpTo(["A", "B", "C", "D"], 2)).toBe("A, B und 2 weitere"));
test("small counts are words, large ones digits", () => expect([counted(2), counted(12), counted(13)]).toEqual(["zwei", "zwölf", "13"]));
test("repetitions are ordinals", () => expect([times(3), times(11)]).toEqual(["zum dritten Mal", "zum 11. Mal"]));
