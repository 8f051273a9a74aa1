import type {Equation} from "./equations.ts";
import {agreed, type Knowledge} from "./knowledge.ts";

/** Numbers that two releases give differently, by so little that the change itself is a small count; and cells withheld in one and shown in the other although their tables were revised. */
export type Traces = {readonly increments: readonly (readonly [key: string, change: number])[]; readonly flipped: readonly string[]};

/** The cells that hang together by sums: a revision of one can show in all. */
const familyOf = (equations: readonly Equation[]): ((key: string) => string) => {
  const parent = new Map<string, string>();
  const head = (key: string): string => {
    let top = key;
    while ((parent.get(top) ?? top) !== top) top = parent.get(top)!;
    parent.set(key, top);
    return top;
  };
  for (const {left, right} of equations) for (const key of [...left, ...right]) parent.set(head(key), head(left[0]!));
  return head;
};

const disagree = (now: Knowledge, then: Knowledge, key: string): boolean => now.has(key) && then.has(key) && agreed(now.get(key)!, then.get(key)!) === null;

/** Families in which some number changed between the releases. */
const revisedFamilies = (now: Knowledge, then: Knowledge, family: (key: string) => string): Set<string> =>
  new Set([...now.keys()].filter((key) => disagree(now, then, key)).map(family));

/** What was true then and was not revised is still known. */
export const stillKnown = (now: Knowledge, then: Knowledge, equations: readonly Equation[]): Knowledge => {
  const family = familyOf(equations);
  const revised = revisedFamilies(now, then, family);
  return new Map([...now].map(([key, known]) => [key, then.has(key) && !revised.has(family(key)) ? agreed(known, then.get(key)!)! : known]));
};

/** What a revision gives away by itself. Rounded numbers change by whole steps and say nothing. */
export const tracesOf = (now: Knowledge, then: Knowledge, equations: readonly Equation[], leastIncrement: number): Traces => {
  const family = familyOf(equations);
  const revised = revisedFamilies(now, then, family);
  const both = [...now].filter(([key, {method}]) => method === "suppress" && then.has(key) && revised.has(family(key)));
  const changes = both.flatMap(([key, known]) => (known.withheld || then.get(key)!.withheld ? [] : [[key, known.low - then.get(key)!.low] as const]));
  return {
    increments: changes.filter(([, change]) => change !== 0 && Math.abs(change) < leastIncrement),
    flipped: both.flatMap(([key, {withheld}]) => (withheld === then.get(key)!.withheld ? [] : [key])),
  };
};
