import type {System} from "../../system.ts";

/** The part of a system that hangs together with a cell, and where its cells stand in the whole. */
export type Component = {readonly system: System; readonly cells: readonly number[]};

const linksOf = ({keys, rows}: System): Int32Array => {
  const parent = Int32Array.from(keys, (_, i) => i);
  const head = (cell: number): number => {
    let top = cell;
    while (parent[top] !== top) top = parent[top] = parent[parent[top]!]!;
    return top;
  };
  for (const row of rows) for (const [cell] of row) parent[head(cell)] = head(row[0]![0]);
  return parent.map((_, cell) => head(cell));
};

/** Numbers that share no sum say nothing about each other, so each part is asked alone. */
export const componentsOf = (system: System): ((cell: number) => Component) => {
  const heads = linksOf(system);
  const parts = new Map<number, Component>();
  const cut = (head: number): Component => {
    const cells = [...heads.keys()].filter((cell) => heads[cell] === head);
    const place = new Map(cells.map((cell, i) => [cell, i]));
    const mine = [...system.rows.keys()].filter((r) => heads[system.rows[r]![0]![0]] === head);
    const pick = <T>(all: readonly T[]) => cells.map((cell) => all[cell]!);
    return {
      cells,
      system: {
        keys: pick(system.keys),
        columns: new Map(cells.map((cell, i) => [system.keys[cell]!, i])),
        fixed: new Map(),
        low: pick(system.low),
        high: pick(system.high),
        rows: mine.map((r) => system.rows[r]!.map(([cell, sign]) => [place.get(cell)!, sign] as const)),
        equals: mine.map((r) => system.equals[r]!),
        contradictions: [],
      },
    };
  };
  return (cell) => {
    const head = heads[cell]!;
    const part = parts.get(head) ?? cut(head);
    parts.set(head, part);
    return part;
  };
};
