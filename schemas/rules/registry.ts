import {codeRules} from "./cl.ts";
import {privacyRules} from "./ds.ts";
import {plausibilityRules} from "./pla.ts";
import {modelRules} from "./pla-models.ts";
import {programmeRules} from "./prg.ts";
import type {Rule} from "./rule.ts";
import {fileShapeRules} from "./str.ts";
import {sumRules} from "./sum.ts";
import {entryRules} from "./typ.ts";
import {acrossPeriodsRules} from "./xp.ts";
import {acrossSheetsRules} from "./xs.ts";

/** Every rule, once, in the order of the areas. */
export const rules: readonly Rule[] = [...fileShapeRules, ...entryRules, ...codeRules, ...sumRules, ...acrossSheetsRules, ...acrossPeriodsRules, ...programmeRules, ...modelRules, ...plausibilityRules, ...privacyRules];

const byId = new Map(rules.map((rule) => [rule.id, rule]));
/** @throws Error `unknown rule: ID` */
export const ruleOf = (id: string): Rule => {
  const rule = byId.get(id);
  if (rule === undefined) throw new Error(`unknown rule: ${id}`);
  return rule;
};
