import {adversaryOf} from "../../adversary.ts";
import type {System} from "../../system.ts";

const near = 1e-6;
/** A table that fits what is published and what the bodies know; `system` without the sums which the bodies' own numbers contradict. */
export type BaseTable = {readonly system: System; readonly base: Float64Array | null; readonly dropped: number};

type Filling = {readonly system: System; readonly base: Float64Array; readonly dropped: Set<number>};
const isOpen = (value: number) => Number.isNaN(value);

/** What a sum says about its only open cell; a number that cannot be printed so makes it no sum. */
const fillRow = ({system: {rows, equals, low, high}, base, dropped}: Filling, r: number): boolean => {
  const row = rows[r]!;
  const open = row.filter(([cell]) => isOpen(base[cell]!));
  if (open.length > 1 || dropped.has(r)) return false;
  const rest = row.reduce((sum, [cell, sign]) => (isOpen(base[cell]!) ? sum : sum - sign * base[cell]!), equals[r]!);
  const [[cell, sign] = [-1, 1]] = open;
  const value = rest * sign;
  const fits = cell < 0 ? Math.abs(rest) < near : value >= low[cell]! - near && value <= high[cell]! + near;
  if (!fits) dropped.add(r);
  if (fits && cell >= 0) base[cell] = value;
  return fits && cell >= 0;
};
/** Aggregates and rests follow from what the bodies know. */
const fillRows = (filling: Filling) => {
  const all = filling.system.rows.map((_, r) => r);
  while (all.map((r) => fillRow(filling, r)).some((filled) => filled));
};

/** Numbers nobody in the house of the attacker knows: any that fit. */
const solveRest = ({low, high, rows, equals, ...system}: System, base: Float64Array): Float64Array | null => {
  if (!base.some(isOpen)) return base;
  const known = (cell: number) => !isOpen(base[cell]!);
  const adversary = adversaryOf({
    ...system,
    rows,
    equals,
    low: low.map((bound, i) => (known(i) ? base[i]! : bound)),
    high: high.map((bound, i) => (known(i) ? base[i]! : bound)),
  });
  const witness = adversary.push([0], 1);
  adversary.leave();
  return witness;
};

/** @param values what bodies know of themselves, by key */
export const baseTable = (system: System, values: ReadonlyMap<string, number>): BaseTable => {
  const own = system.keys.map((key) => values.get(key) ?? Number.NaN);
  const base = Float64Array.from(own, (value, i) => (value >= system.low[i]! - near && value <= system.high[i]! + near ? value : Number.NaN));
  const filling = {system, base, dropped: new Set<number>()};
  if (values.size > 0) fillRows(filling);
  const kept = <T>(all: readonly T[]) => all.filter((_, r) => !filling.dropped.has(r));
  const rest: System = {...system, rows: kept(system.rows), equals: kept(system.equals)};
  return {system: rest, base: solveRest(rest, base), dropped: filling.dropped.size};
};
