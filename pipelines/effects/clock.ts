/** The only clock of the house: everything else gets the time as an argument. */
export type Clock = {readonly now: () => Date};

export const systemClock: Clock = {now: () => new Date()};
