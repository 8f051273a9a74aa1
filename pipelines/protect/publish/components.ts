import type {Sum} from "../engine/cells.ts";

/** Names that hang together by sums, with their sums; each group is a problem of its own. */
export type Component = {readonly names: readonly string[]; readonly sums: readonly Sum[]};

/** `alone`: names that may stand in no sum. */
export const componentsOf = (sums: readonly Sum[], alone: readonly string[]): Component[] => {
  const names = [...new Set([...alone, ...sums.flatMap(({whole, parts}) => [...whole, ...parts])])];
  const parent = new Map(names.map((name) => [name, name]));
  const head = (name: string): string => {
    let top = name;
    while (parent.get(top)! !== top) top = parent.get(top)!;
    parent.set(name, top);
    return top;
  };
  for (const {whole, parts} of sums) for (const name of [...whole, ...parts]) parent.set(head(name), head(whole[0]!));
  const bySum = Map.groupBy(sums, ({whole}) => head(whole[0]!));
  const byName = Map.groupBy(names.toSorted(), head);
  return [...byName].map(([top, own]) => ({names: own, sums: bySum.get(top) ?? []}));
};
