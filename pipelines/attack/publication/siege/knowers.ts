import type {System} from "../../system.ts";
import type {Siege} from "./siege.ts";

/** Readers with knowledge of their own, by number: bodies first, then single persons. */
export type Knowers = {
  readonly bodies: readonly string[];
  /** Cells whose one person is a reader. */
  readonly singles: readonly number[];
  /** The body that knows a cell, by number; −1 if none does. */
  readonly owner: Int32Array;
  /** What a reader knows, by cell. */
  readonly knownTo: (reader: number) => ReadonlyMap<number, number>;
};

/** A rest follows from its part and its whole, so who knows those knows it. */
const partOf = (key: string): string => key.split(" beside ")[1] ?? key;

export const knowersOf = ({owned, numbers, insiders}: Siege, {keys}: System, base: Float64Array): Knowers => {
  const bodies = insiders.includes("body") ? [...new Set(owned.owner.values())].sort() : [];
  const place = new Map(bodies.map((body, i) => [body, i]));
  const owner = Int32Array.from(keys, (key) => place.get(owned.owner.get(partOf(key)) ?? "") ?? -1);
  const isSingle = (key: string) => numbers.get(key)?.withheld === true && owned.values.get(key) === 1;
  const singles = insiders.includes("single") ? [...keys.keys()].filter((cell) => isSingle(keys[cell]!)) : [];
  const cellsOf = Map.groupBy([...keys.keys()], (cell) => owner[cell]!);
  return {
    bodies,
    singles,
    owner,
    knownTo: (reader) => {
      const cells = reader < bodies.length ? (cellsOf.get(reader) ?? []) : [singles[reader - bodies.length]!];
      return new Map(cells.map((cell) => [cell, base[cell]!]));
    },
  };
};
