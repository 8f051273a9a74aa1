import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {chance} from "../../../fixtures/sample/chance.ts";
import {checkReading} from "../../../pipelines/check/check-reading.ts";
import type {Cell, Reading} from "../../../schemas/flow.ts";
import {ruleOf} from "../../../schemas/rules/registry.ts";
import {readingOf} from "./reading.ts";

const example = (name: string): Reading => {
  const {werte, verausgabt_h1} = JSON.parse(readFileSync(new URL(`../../../fixtures/examples/${name}.json`, import.meta.url), "utf8"));
  return readingOf({answers: werte, spentBefore: verausgabt_h1});
};
const bases = [example("kreis-paderborn-2022-H2"), example("stadt-hagen-2021-H2")];
const nothing = ["unknown", "empty", "not_asked", "not_applicable", "invalid"] as const;

/** A reading in which cells were lost, emptied, made unreadable or given other numbers, and what it says of itself may be missing. */
const mangled = (seed: number): Reading => {
  const {share, happens, pick, between} = chance(seed, "mangled");
  const amount = share() * 0.5;
  const other = (cell: Cell): Cell[] => {
    if (!happens(amount)) return [cell];
    if (happens(0.2)) return [];
    if (happens(0.4)) return [{...cell, state: "number", value: BigInt(between(-500, 1500)), code: null}];
    return [{...cell, state: pick(nothing), text: "{feld} $& 1.234", value: null, code: null}];
  };
  const base = pick(bases);
  return {
    ...base,
    cells: base.cells.flatMap(other),
    body: pick([base.body, base.body, "05334", null]),
    halfYear: pick([base.halfYear, base.halfYear, "2019-H1", null]),
    returnKind: pick(["V", "V", "F", null]),
  };
};

describe("whatever is read is judged", () => {
  for (const seed of Array.from({length: 60}, (_, index) => index)) {
    test(`mangled reading ${seed}`, () => {
      const {findings} = checkReading(mangled(seed));
      const speechless = findings.filter(
        ({rule, at, message, severity}) =>
          ruleOf(rule).severity !== severity ||
          !("cell" in at || "sheet" in at || "file" in at) ||
          !/^[0-9A-Z].*[.]$/.test(message) ||
          /undefined|\{(?!feld\})/.test(message),
      );
      expect(speechless).toEqual([]);
    });
  }
});
