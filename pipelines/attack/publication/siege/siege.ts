import type {Attacker} from "../../../../schemas/disclosure.ts";
import type {Equation} from "../../equations.ts";
import type {Knowledge} from "../../knowledge.ts";
import type {Owned} from "../numbers/own-numbers.ts";
import type {Numbers} from "../numbers/published-number.ts";
import type {Move} from "../moves/shift.ts";

/** One half-year under attack: what is published, what is known besides, and what must add up. */
export type Siege = {
  readonly numbers: Numbers;
  /** The numbers, perhaps more narrowly known, and the rests that are nowhere printed. */
  readonly knowledge: Knowledge;
  readonly equations: readonly Equation[];
  readonly owned: Owned;
  /** Whose knowledge this is. */
  readonly attacker: Attacker;
  readonly who: string;
  /** Those who know cells of their own take part too. */
  readonly insiders: readonly ("body" | "single")[];
  readonly threshold: number;
  readonly integer: boolean;
};
/** A number that fell. `who` is a body, or the name of the single person's number. */
export type Fallen = {
  readonly name: string;
  readonly attacker: Attacker;
  readonly who: string;
  readonly low: number;
  readonly high: number;
  readonly why: "narrow" | "contradiction" | "increment" | "pattern";
};
/** Moves that show one number to be open. `large`: readers of whom the solver proved that they know it to be no small one; empty for everybody. */
export type Shown = {readonly cell: number; readonly moves: readonly Move[]; readonly large: readonly string[]};
/**
 * Why the rest is safe, for checking by addition alone: a table that fits, and for each number moves to other tables that fit.
 * With the bodies' own numbers the table is the true one: it never leaves the house.
 */
export type Evidence = {
  readonly keys: readonly string[];
  readonly base: readonly number[];
  readonly cells: readonly Shown[];
};
export type Besieged = {
  readonly fallen: readonly Fallen[];
  readonly evidence: Evidence;
  /** How wide each number was seen to be open. */
  readonly widths: ReadonlyMap<string, number>;
  readonly questions: number;
  /** Sums that the bodies' own numbers contradict, so that they are no knowledge. */
  readonly dropped: number;
};
