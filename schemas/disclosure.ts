import type {Audience} from "./flow.ts";

/** Who tries to get hidden numbers back, and what they know beside everything published for the audience. */
export const attackers = {
  outsider: "kennt alles Veröffentlichte und das Verfahren",
  "zero-knower": "weiß außerdem, dass Nullen immer gezeigt werden, wo die Vorgabe das sagt",
  single: "ist die einzige Person in einer Zelle und kennt so deren Wert",
  body: "ist eine meldende Stelle und kennt ihre eigenen Zahlen genau",
  "second-audience": "sieht auch, was nur andere Empfänger bekommen",
  "earlier-release": "hat auch alle früheren Veröffentlichungen",
} as const;
export type Attacker = keyof typeof attackers;

/** How small counts of people are kept safe for an audience. */
export type Policy = {
  /** Counts from 1 to below this are small. For each of them: upper bound ≥ threshold, width ≥ threshold − 1. */
  readonly threshold: number;
  /** `partners`: a zero may be withheld to protect others, so a withheld cell may be zero; `shown`: zeros always stand there. */
  readonly zeros: "partners" | "shown";
  /** Counts are rounded to multiples of this, each by itself. */
  readonly roundTo: bigint;
  /** At most this share of a table's cells may be withheld; above it the table is rounded. */
  readonly mostWithheld: {readonly num: number; readonly den: number};
  readonly attackers: readonly Attacker[];
};

/**
 * Staff are people too: one person can be a body's whole figure. Persons rounded to 5, VZÄ to 0.50 and only from three persons on,
 * means only from ten; districts and the Land only if three bodies contribute and the largest has at most 80 %.
 */
export const staffing = {persons: 5n, posts: 50n, leastPersons: 3n, leastForMeans: 10n, contributors: 3, dominance: {num: 80n, den: 100n}} as const;

const strict: Policy = {
  threshold: 5,
  zeros: "partners",
  roundTo: 5n,
  mostWithheld: {num: 1, den: 4},
  attackers: ["outsider", "zero-knower", "single", "body", "second-audience", "earlier-release"],
};

/**
 * What each audience gets. `exact`: under contract or on duty, never where a web server serves; `own-row`: a body sees itself exactly and others as the public.
 * Thresholds follow the Bundesagentur (3) made stricter for the public; the last word has the data protection officer.
 */
export const audiences = {
  public: {shown: "protected", policy: strict},
  body: {shown: "own-row", policy: strict},
  research: {shown: "exact", policy: null},
  controlling: {shown: "exact", policy: null},
} as const satisfies Record<Audience, {shown: "protected" | "own-row" | "exact"; policy: Policy | null}>;

/** The version of what stands here and in the plan; a change of either is an event in the ledger. */
export const policyVersion = 1;
/** A correction is published again only if every exact number stays or moves by at least this much. */
export const leastIncrement = 5n;
