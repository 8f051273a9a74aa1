import {chance} from "../../fixtures/sample/chance.ts";
import {rules as book} from "../../schemas/rules/registry.ts";
import type {Measure} from "../proof/measure.ts";
import {proveRules, rulesProofText} from "./prove-rules.ts";

/** Rules of one total row each; with a hundred examples they say nothing new in a small proof. */
const long = new Set(["SUM-002"]);
const someOf = (seed: number): string[] => {
  const dice = chance(seed, "rules");
  const ids = book.map(({id}) => id).filter((id) => !long.has(id));
  const first = dice.between(0, ids.length - 1);
  return Array.from({length: 12}, (_, i) => ids[(first + i * 8) % ids.length]!);
};

/** Every rule against its examples, and every mistaken copy of it. */
export const rules: Measure = async ({size, seed}) => {
  const proof = await proveRules(size === "full" ? [] : someOf(seed));
  return {
    ok: proof.ok,
    figure: `${proof.killed} von ${proof.mutants} eingebauten Fehlern bemerkt (${((100 * proof.killed) / proof.mutants).toFixed(1)} %), ${proof.rules.length} Regeln`,
    lines: rulesProofText(proof).split("\n"),
  };
};
