import type {Level} from "../tables/table.ts";
import type {Method} from "./cluster.ts";

/**
 * How a figure is published: by a method of its own, from other shown figures (`derived`), or not at all (`left-out`).
 * `measure`: what it is a part of, if that stands in other tables too; then its codes add up to it – only `codes` if they are named.
 * `where`: codes of the measure it is always at (weiblich: GES=w). `base`: rounding unit in 10^-scale units.
 * `persons`: the measure that counts the employees behind it; then the rule for staff holds.
 * `from`: of which shown figures it is derived, with their factors; left out, of those in its declaration.
 */
export type Publication = {
  readonly method: Method | "derived" | "left-out";
  readonly measure?: string;
  readonly codes?: readonly string[];
  readonly where?: Readonly<Record<string, string>>;
  readonly base?: bigint;
  readonly persons?: string;
  readonly from?: Readonly<Record<string, bigint>>;
};
/** How a table is published; with `levels` only these of its levels. */
export type Planned = {
  readonly method: Method;
  readonly why: string;
  readonly levels?: readonly Level[];
  readonly figures?: Readonly<Record<string, Publication>>;
};

/** A part is never more than its whole, at the same place and code: every reader of the form knows. */
export type AtMost = {readonly part: string; readonly whole: string};
