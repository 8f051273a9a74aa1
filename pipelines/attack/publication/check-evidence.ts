import type {Equation} from "../equations.ts";
import type {Knowledge} from "../knowledge.ts";
import type {Evidence} from "./siege/siege.ts";

/** What evidence is checked against. `whoKnow`: readers with that number in their own table. `enough`: is a number open that can be between these? */
export type Claim = {
  readonly knowledge: Knowledge;
  readonly equations: readonly Equation[];
  readonly whoKnow: (key: string) => readonly string[];
  readonly enough: (key: string, low: number, high: number) => boolean;
};
/** `broken`: a table that does not fit. `unshown`: a number some reader could know, as far as the evidence goes. `unbound`: sums the base table does not keep, so nobody can use them. */
export type Complaints = {readonly broken: readonly string[]; readonly unshown: readonly string[]; readonly unbound: number};

const slack = 1e-4;
type Change = ReadonlyMap<string, number>;

const changesOf = ({keys}: Evidence, {moves}: Evidence["cells"][number]): Change[] =>
  moves.map(({cells, amounts}) => new Map(cells.map((cell, i) => [keys[cell]!, amounts[i]!])));
const rowsOf = (equations: readonly Equation[]): ReadonlyMap<string, readonly Equation[]> => {
  const all = equations.flatMap((equation) => [...equation.left, ...equation.right].map((key) => ({key, equation})));
  return new Map([...Map.groupBy(all, ({key}) => key)].map(([key, rows]) => [key, rows.map(({equation}) => equation)]));
};
const difference = ({left, right}: Equation, of: (key: string) => number): number =>
  left.reduce((sum, key) => sum + of(key), 0) - right.reduce((sum, key) => sum + of(key), 0);

/** Between which values a number is seen to lie by somebody who knows these changes to be untrue. */
const seen = (key: string, base: number, changes: readonly Change[]) => {
  const values = [base, ...changes.map((change) => base + (change.get(key) ?? 0))];
  return {low: Math.min(...values), high: Math.max(...values)};
};
type Judged = {readonly key: string; readonly changes: readonly Change[]; readonly large: readonly string[]};
const isShown = ({key, changes, large}: Judged, base: number, {whoKnow, enough}: Claim): boolean => {
  if (large.includes("")) return true;
  const readers = new Set(changes.flatMap((change) => [...change.keys()].flatMap(whoKnow)));
  for (const reader of [...whoKnow(key), ...large]) readers.delete(reader);
  const fits = (possible: readonly Change[]) => {
    const {low, high} = seen(key, base, possible);
    return enough(key, low, high);
  };
  return fits(changes) && [...readers].every((reader) => fits(changes.filter((change) => ![...change.keys()].some((each) => whoKnow(each).includes(reader)))));
};

/** Checks by addition and comparison alone that every number is as open as it must be, for every reader who cannot prove it to be large. */
export const complaintsAbout = (evidence: Evidence, claim: Claim): Complaints => {
  const {knowledge, equations} = claim;
  const baseOf = new Map(evidence.keys.map((key, i) => [key, evidence.base[i]!]));
  const value = (key: string) => baseOf.get(key) ?? knowledge.get(key)!.low;
  const binding = equations.filter((equation) => Math.abs(difference(equation, value)) <= slack);
  const rows = rowsOf(binding);
  const outside = (key: string, amount: number) =>
    value(key) + amount < knowledge.get(key)!.low - slack || value(key) + amount > knowledge.get(key)!.high + slack;
  const unbalanced = (change: Change) =>
    [...change.keys()].some((key) => rows.get(key)?.some((row) => Math.abs(difference(row, (each) => change.get(each) ?? 0)) > slack));
  const judged = evidence.cells.map((each) => ({key: evidence.keys[each.cell]!, changes: changesOf(evidence, each), large: each.large}));
  const isBroken = (change: Change) => unbalanced(change) || [...change].some(([key, amount]) => outside(key, amount));
  return {
    broken: [...evidence.keys.filter((key) => outside(key, 0)), ...judged.filter(({changes}) => changes.some(isBroken)).map(({key}) => key)],
    unshown: judged.filter((each) => !isShown(each, value(each.key), claim)).map(({key}) => key),
    unbound: equations.length - binding.length,
  };
};
