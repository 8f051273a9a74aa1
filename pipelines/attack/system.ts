import type {Equation} from "./equations.ts";
import type {Knowledge} from "./knowledge.ts";

/** The unknown cells and what binds them: rows of `[column, coefficient]` with the number each must give. */
export type System = {
  readonly keys: readonly string[];
  readonly columns: ReadonlyMap<string, number>;
  /** Cells that are known, or zero because nothing is left for them. */
  readonly fixed: ReadonlyMap<string, number>;
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly rows: readonly (readonly (readonly [number, number])[])[];
  readonly equals: readonly number[];
  /** Equations without any unknown that do not hold: the tables contradict themselves. */
  readonly contradictions: readonly Equation[];
};

type Reduced = {readonly equation: Equation; readonly row: readonly (readonly [string, number])[]; readonly equals: number};

const reduced = (fixed: ReadonlyMap<string, number>, equation: Equation): Reduced => {
  const row: [string, number][] = [];
  let equals = 0;
  for (const [keys, sign] of [
    [equation.left, 1],
    [equation.right, -1],
  ] as const)
    for (const key of keys) {
      const value = fixed.get(key);
      if (value === undefined) row.push([key, sign]);
      else equals -= sign * value;
    }
  return {equation, row, equals};
};

/** Cells known from the start, and then those that a sum of nothing left makes zero: again and again until no sum says more. */
const fixedCells = (knowledge: Knowledge, equations: readonly Equation[]): Map<string, number> => {
  const fixed = new Map([...knowledge].flatMap(([key, {low, high}]) => (low === high ? [[key, low] as const] : [])));
  for (let before = -1; before < fixed.size; ) {
    before = fixed.size;
    for (const equation of equations) {
      const {row, equals} = reduced(fixed, equation);
      const sign = row[0]?.[1];
      if (equals === 0 && row.every(([key, each]) => each === sign && knowledge.get(key)!.low === 0)) for (const [key] of row) fixed.set(key, 0);
    }
  }
  return fixed;
};

/** The linear system of somebody with this knowledge; every equation once, and only those that hold an unknown. */
export const systemOf = (knowledge: Knowledge, equations: readonly Equation[]): System => {
  const fixed = fixedCells(knowledge, equations);
  const keys = [...knowledge.keys()].filter((key) => !fixed.has(key)).sort();
  const columns = new Map(keys.map((key, i) => [key, i]));
  const all = equations.map((equation) => reduced(fixed, equation));
  const unique = new Map(
    all
      .filter(({row}) => row.length > 0)
      .map((each) => [
        each.row
          .map(([key, sign]) => `${sign} ${key}`)
          .sort()
          .join(";"),
        each,
      ]),
  );
  const bound = [...unique.values()];
  return {
    keys,
    columns,
    fixed,
    low: keys.map((key) => knowledge.get(key)!.low),
    high: keys.map((key) => knowledge.get(key)!.high),
    rows: bound.map(({row}) => row.map(([key, sign]) => [columns.get(key)!, sign] as const)),
    equals: bound.map(({equals}) => equals),
    contradictions: all.filter(({row, equals}) => row.length === 0 && equals !== 0).map(({equation}) => equation),
  };
};
