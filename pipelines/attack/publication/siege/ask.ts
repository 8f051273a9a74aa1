import {type Adversary, adversaryOf} from "../../adversary.ts";
import type {System} from "../../system.ts";
import type {Move} from "../moves/shift.ts";
import {type Component, componentsOf} from "./components.ts";

/** Between which values the solver says a cell lies, and the tables in which it does; `impossible` if no table fits. */
export type Answer = {readonly low: number; readonly high: number; readonly moves: readonly Move[]} | "impossible";
/** The slow but exact way, for what no moves were found for. */
export type Asker = {
  readonly ask: (cell: number, known: ReadonlyMap<number, number>) => Answer;
  readonly asked: () => number;
  readonly leave: () => void;
};

const differences = ({cells}: Component, witness: Float64Array, base: Float64Array): Move => {
  const moved = [...witness.keys()].filter((i) => Math.abs(witness[i]! - base[cells[i]!]!) > 1e-6);
  return {cells: moved.map((i) => cells[i]!), amounts: moved.map((i) => witness[i]! - base[cells[i]!]!)};
};

export const askerOf = (system: System, base: Float64Array, integer: boolean): Asker => {
  const componentOf = componentsOf(system);
  const adversaries = new Map<Component, Adversary>();
  const adversaryFor = (part: Component): Adversary => {
    const adversary = adversaries.get(part) ?? adversaryOf(part.system, integer);
    adversaries.set(part, adversary);
    return adversary;
  };
  const ask: Asker["ask"] = (cell, known) => {
    const part = componentOf(cell);
    const adversary = adversaryFor(part);
    const place = (each: number) => part.system.columns.get(system.keys[each]!);
    const learned = [...known].flatMap(([each, value]) => (place(each) === undefined ? [] : [[place(each)!, value] as const]));
    for (const [column, value] of learned) adversary.learn(column, value);
    const column = place(cell)!;
    const ends = ([-1, 1] as const).map((direction) => adversary.push([column], direction));
    for (const [each] of learned) adversary.learn(each, null);
    const [least, most] = ends;
    if (!least || !most) return "impossible";
    // + 0 makes the solver's −0 a zero.
    const [low, high] = [least[column]! + 0, most[column]! + 0];
    return {low, high, moves: [least, most].map((witness) => differences(part, witness, base))};
  };
  return {
    ask,
    asked: () => [...adversaries.values()].reduce((sum, adversary) => sum + adversary.asked(), 0),
    leave: () => {
      for (const adversary of adversaries.values()) adversary.leave();
    },
  };
};
