import {setTimeout} from "node:timers/promises";

/** The only clock of the house: everything else gets the time as an argument. */
export type Clock = {readonly now: () => Date};

export const systemClock: Clock = {now: () => new Date()};

/** Waits some milliseconds. */
export const pause = (milliseconds: number): Promise<void> => (milliseconds <= 0 ? Promise.resolve() : setTimeout(milliseconds));
