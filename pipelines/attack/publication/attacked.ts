import type {Attacker} from "../../../schemas/disclosure.ts";

/** A number somebody can have back: between which values they can prove it lies, in 10^-scale units. */
export type PublicationBreach = {
  readonly table: string;
  /** Where it stands: `placeName` of the plan. */
  readonly place: string;
  /** `numberName` of the plan: the same number in other tables has the same. */
  readonly number: string;
  readonly attacker: Attacker;
  /** The body, the place of the single person's number, or the earlier release; empty for others. */
  readonly who: string;
  /** NaN where `why` is not about an interval. */
  readonly low: number;
  readonly high: number;
  readonly scale: 0 | 2;
  /** The width high − low must at least have. */
  readonly width: number;
  /** `narrow`: too exactly known. `contradiction`: what is published does not fit together. `increment`, `pattern`: what changed since an earlier release gives it away. */
  readonly why: "narrow" | "contradiction" | "increment" | "pattern";
};

/** What was tried on one table. `narrowest`: the least width over all judged numbers that was shown to be possible, in parts of the width it must have (1 is just enough). */
export type TableReport = {
  readonly table: string;
  /** Numbers published by a method that hides something, shown and withheld. */
  readonly judged: number;
  readonly withheld: number;
  readonly narrowest: number | null;
  readonly breaches: number;
};
