import type {Rule} from "../../../schemas/rules/rule.ts";

/**
 * A place at which a rule is looked at: one condition for the return, shown on the sheet Prüfung only, or one for each of some rows of a sheet,
 * shown beside the row too. `fault` is a formula that is true where the rule is broken.
 */
export type Probe = {
  readonly rule: Rule;
  readonly sheet: string;
  /** The cell, or the column in which the sender should look. */
  readonly letter: string;
  readonly rows: readonly [number, number];
} & ({readonly each: "once"; readonly fault: string} | {readonly each: "row"; readonly fault: (row: number) => string});

/** A probe without the rule it belongs to. */
export type Found = Probe extends infer P ? (P extends unknown ? Omit<P, "rule"> : never) : never;
