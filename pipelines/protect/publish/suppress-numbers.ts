import type {Policy} from "../../../schemas/disclosure.ts";
import type {Sum, TrueCell} from "../engine/cells.ts";
import type {Chance} from "../engine/chance.ts";
import {matrixOf} from "../engine/matrix.ts";
import {suppress} from "../engine/suppress.ts";
import {threatsOf} from "../threats.ts";
import {isUnprinted, type TrueNumber} from "./numbers.ts";

const cellOf = ({name, value, area}: TrueNumber): TrueCell => ({key: name, value: Number(value), at: new Map([["area", area]])});

/**
 * The numbers to withhold of some that hang together, so that nobody the policy names can have a small one back; null if no pattern keeps them out.
 * Every body in it is a reader who knows its own numbers.
 */
export const suppressNumbers = (numbers: readonly TrueNumber[], sums: readonly Sum[], policy: Policy, chance: Chance): Set<string> | null => {
  const {threshold, zeros, attackers} = policy;
  const cells = numbers.map(cellOf).sort((a, b) => (a.key < b.key ? -1 : 1));
  if (cells.every(({value}) => value === 0 || value >= threshold)) return new Set();
  const codes = [...new Set(numbers.filter(({level}) => level === "body").map(({area}) => area))].toSorted();
  const matrix = matrixOf(
    cells,
    sums.filter(({whole, parts}) => ![...whole, ...parts].some(isUnprinted)),
  );
  const search = {threshold, zeros, zeroKnower: attackers.includes("zero-knower"), orders: 20, repairs: 1, chance} as const;
  const {hidden, open} = suppress(matrix, threatsOf(matrix, attackers, {hierarchy: "area", codes}), search);
  return open.size > 0 ? null : new Set([...hidden].map((cell) => cells[cell]!.key));
};
