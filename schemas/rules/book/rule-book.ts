import type {HalfYear} from "../../half-year.ts";
import {parameterAt} from "../../parameters.ts";
import {type Levels, levels} from "../pla/levels.ts";
import {rules} from "../registry.ts";
import type {Rule} from "../rule.ts";

/** All that a return is judged by: rules, dated parameters, levels of the plausibility models. There is one that holds, and candidates for the next. */
export type RuleBook = {
  readonly rules: readonly Rule[];
  /** @throws Error `missing parameter: NAME (DATE)` */
  readonly parameterAt: (name: string, halfYear: HalfYear) => bigint;
  readonly levels: Levels;
};

/** The book that holds. */
export const ruleBook: RuleBook = {rules, parameterAt, levels};

/** Rules that say more when more is known than the file. */
export const contextualRules = ({rules: all}: RuleBook): readonly Rule[] => all.filter(({needs, checks = []}) => needs !== undefined || checks.some((check) => check.needs !== undefined));
/** Rules that can only be told beside the other bodies. */
export const rulesAmongPeers = ({rules: all}: RuleBook): readonly Rule[] => all.filter(({needs = []}) => needs.includes("peers"));
