/**
 * How rarely the plausibility models speak where nothing has changed, and what they take a body to be like. All shares; own proposals (V), chosen so that
 * `./kim rules calibrate` holds what is promised.
 */
export type Levels = {
  /** Chance of any finding of PLA-001, 002 and 008 in a return, by the model; divided among its key figures. */
  readonly own: number;
  /** The same for PLA-003. */
  readonly peers: number;
  /** Part of a level that goes to too large counts: half as much again is harder to see than half. */
  readonly upward: number;
  /** Usual growth from one half-year to the next, and how far bodies, and the figures of one body, lie around it. */
  readonly growth: number;
  readonly growthOfBodies: number;
  readonly growthOfFigures: number;
  /** How far a figure usually goes up and down beyond chance (coefficient of variation), and the least that is ever assumed. */
  readonly unrest: number;
  readonly leastUnrest: number;
  /** Assumed as long as a past is too short to learn it from. */
  readonly unlearntUnrest: number;
};

export const levels: Levels = {
  own: 0.045,
  peers: 0.0005,
  upward: 0.8,
  growth: 0.02,
  growthOfBodies: 0.05,
  growthOfFigures: 0.02,
  unrest: 0.06,
  leastUnrest: 0.03,
  unlearntUnrest: 0.12,
};

/** From how many earlier half-years on a history is one (PLA-002), and from how many neighbours on they are a group (PLA-003). */
export const leastHistory = 4;
export const leastPeers = 8;
/** A return gets at most so many findings of PLA-001, those least to be expected. */
export const mostChanges = 5;
