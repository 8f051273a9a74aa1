import {staffing} from "../../schemas/disclosure.ts";

/** One body's part in a figure about staff: its amount and the persons behind it. */
export type Contribution = {readonly amount: bigint; readonly persons: bigint};

/**
 * May an amount about staff (VZÄ) be shown, rounded, for this area? Only from three persons on; for an area of several bodies only if three contribute
 * and none has more than 80 %, since the largest could else tell the others' from the total.
 */
export const mayShowStaff = (bodies: readonly Contribution[]): boolean => {
  const contributing = bodies.filter(({amount}) => amount > 0n);
  const total = contributing.reduce((sum, {amount}) => sum + amount, 0n);
  const persons = contributing.reduce((sum, each) => sum + each.persons, 0n);
  if (total === 0n) return true;
  if (persons < staffing.leastPersons) return false;
  const {num, den} = staffing.dominance;
  return bodies.length === 1 || (contributing.length >= staffing.contributors && contributing.every(({amount}) => amount * den <= total * num));
};
/** May a mean over so many be shown? */
export const mayShowMean = (base: bigint): boolean => base >= staffing.leastForMeans;
